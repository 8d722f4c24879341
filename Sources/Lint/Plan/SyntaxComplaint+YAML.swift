import YAML

extension SyntaxComplaint {
  /// Sorts libyaml's complaint by what the writer most likely did, given the character at its place.
  init(problem: String, context: String?, found: Character?) {
    let isInQuotes = context?.contains("quoted scalar") ?? false
    let isInBrackets = context?.contains("flow") ?? false
    switch problem {
    case _ where found == "\t": self = .tab
    case "found character that cannot start any token": self = .reservedCharacter
    case "mapping values are not allowed in this context": self = .colonInText
    case _ where isInQuotes && problem.hasPrefix("found unexpected"):
      self = .unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      self = .badEscape
    case "could not find expected ':'": self = .missingColon
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self = .unclosedBracket
    case _ where isInBrackets && problem.hasPrefix("did not find expected"):
      self = .unclosedBracket
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <block end>",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      self = .indentation
    default: self = .other(context.map { "\($0), \(problem)" } ?? problem)
    }
  }

  /// Sorts a complaint of libyaml's reader about bytes.
  init(character problem: String) {
    self = problem == "control characters are not allowed" ? .controlCharacter : .notUTF8
  }
}
