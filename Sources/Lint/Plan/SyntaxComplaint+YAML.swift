import SourceText
import YAML

extension SyntaxComplaint {
  /// Sorts libyaml's complaint by what the writer most likely did, given the text at its place.
  init(problem: String, context: String?, at range: SourceRange, in file: SourceFile) {
    let found = file.text(in: SourceRange(range.start, range.start + 4)).first
    let line = file.contentRange(ofLine: file.line(at: range.start))
    let before = file.text(in: SourceRange(line.start, min(range.start, line.end)))
    let written = before.reversed().drop { $0 == " " }.first
    let whole = file.text(in: line)
    let isInQuotes = context?.contains("quoted scalar") ?? false
    let isInBrackets = context?.contains("flow") ?? false
    if whole.contains(where: { "“”„‟".contains($0) }), !isInQuotes {
      self = .curledQuote
      return
    }
    switch problem {
    case _ where found == "\t": self = .tab
    case "found character that cannot start any token": self = .reservedCharacter(found)
    case "mapping values are not allowed in this context":
      // A name alone before the colon is a field that stands too far to the right.
      let name = before.drop { $0 == " " || $0 == "-" }
      self = name.contains(" ") || name.contains(":") ? .colonInText : .indentation
    case _ where isInQuotes && problem.hasPrefix("found unexpected"): self = .unclosedQuote
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      self = .badEscape
    case "could not find expected ':'": self = .missingColon
    case "did not find expected comment or line break": self = .textBehindBlockMark
    case _ where context?.hasSuffix("an alias") ?? false: self = .reservedCharacter("*")
    case _ where context?.hasSuffix("an anchor") ?? false: self = .reservedCharacter("&")
    case _ where context?.hasSuffix("a tag") ?? false: self = .reservedCharacter("!")
    case _ where context?.hasSuffix("a directive") ?? false: self = .reservedCharacter("%")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self = .unclosedBracket
    case _ where isInBrackets && problem.hasPrefix("did not find expected"):
      self = .unclosedBracket
    case "did not find expected key" where written == "'" || written == "\"":
      self = .textBehindQuote
    case "did not find expected key" where written == "]" || written == "}":
      self = .textBehindBracket
    case "block sequence entries are not allowed in this context" where before.contains(":"):
      self = .dashInText
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <block end>",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      self = .indentation
    default: self = .other(context.map { "\($0), \(problem)" } ?? problem)
    }
  }

  /// Whether it is better told where something opened than where it was missed.
  var pointsToOpening: Bool {
    self == .unclosedQuote || self == .unclosedBracket
  }

  /// Whether the mark that something begins with is at fault, wherever libyaml stopped.
  var pointsToBeginning: Bool {
    if case .reservedCharacter(let mark?) = self { "*&!%".contains(mark) } else { false }
  }
}
