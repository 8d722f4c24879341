import CEL
import JSONSchema
import SourceText
import YAML

/// What is wrong with a configuration, before it is worded.
enum ConfigurationProblem {
  case unknownKey(String, nearest: String?, known: [String])
  case unknownWord(String, nearest: String?, known: [String])
  case wrongShape(TypeSet)
  case outOfRange
  case empty
  case other(String)
  case unknownRule(String, nearest: String?)
  case unknownParameter(String, of: String, nearest: String?, known: [String])
  case wrongParameter(String, expected: CELType)

  /// How it is told in each language.
  struct Wording {
    var nl: ProblemWording
    var en: ProblemWording

    subscript(language: Language) -> ProblemWording { language == .nl ? nl : en }

    init(nl: (String, String), en: (String, String)) {
      self.nl = ProblemWording(message: nl.0, remedy: nl.1)
      self.en = ProblemWording(message: en.0, remedy: en.1)
    }
  }

  init(_ violation: Violation, in schema: Schema) {
    switch violation.kind {
    case .unknownProperty(let key):
      let known = schema.effective(violation.schema).properties.map(\.name)
      let name = key.text ?? ""
      self = .unknownKey(name, nearest: nearestName(to: name, among: known), known: known)
    case .notAllowed(let allowed):
      let known = allowed.compactMap(\.text)
      let word = violation.instance.text ?? ""
      self = .unknownWord(word, nearest: nearestName(to: word, among: known), known: known)
    case .wrongType(let expected, _): self = .wrongShape(expected)
    case .belowMinimum, .aboveMaximum: self = .outOfRange
    case .tooShort: self = .empty
    default: self = .other(violation.description)
    }
  }

  var wording: Wording {
    switch self {
    case .unknownKey(let name, let nearest, let known):
      let list = known.joined(separator: ", ")
      return Wording(
        nl: (
          "«\(name)» is hier geen instelling.",
          nearest.map { "Bedoelde je «\($0)»?" } ?? "Kies uit: \(list)."
        ),
        en: (
          "“\(name)” is not a setting here.",
          nearest.map { "Did you mean “\($0)”?" } ?? "Choose from: \(list)."
        )
      )
    case .unknownWord(let word, let nearest, let known):
      let list = known.joined(separator: ", ")
      return Wording(
        nl: (
          "«\(word)» is hier geen keuze. Kies uit: \(list).",
          nearest.map { "Bedoelde je «\($0)»?" } ?? "Kies één van deze woorden."
        ),
        en: (
          "“\(word)” is not a choice here. Choose from: \(list).",
          nearest.map { "Did you mean “\($0)”?" } ?? "Choose one of these words."
        )
      )
    case .wrongShape(let expected): return Self.wording(of: expected)
    case .outOfRange:
      return Wording(
        nl: ("Een rapportcijfer ligt tussen 1 en 10.", "Schrijf bijvoorbeeld 5.5."),
        en: ("A grade lies between 1 and 10.", "Write for example 5.5.")
      )
    case .empty:
      return Wording(
        nl: ("Hier staat een lege tekst.", "Vul iets in, of haal de regel weg."),
        en: ("There is an empty text here.", "Fill in something, or remove the line.")
      )
    case .other(let words):
      return Wording(
        nl: ("Deze instelling klopt niet: \(words).", "Pas de waarde aan."),
        en: ("This setting is wrong: \(words).", "Change the value.")
      )
    case .unknownRule(let name, let nearest):
      return Wording(
        nl: (
          "Er is geen regel «\(name)» in het regelpakket.",
          nearest.map { "Bedoelde je «\($0)»?" } ?? "Neem de naam over uit een rapport."
        ),
        en: (
          "There is no rule “\(name)” in the pack.",
          nearest.map { "Did you mean “\($0)”?" } ?? "Take the name from a report."
        )
      )
    case .unknownParameter(let name, let rule, let nearest, let known):
      let list = known.joined(separator: ", ")
      return Wording(
        nl: (
          "De regel «\(rule)» heeft geen drempel «\(name)».",
          nearest.map { "Bedoelde je «\($0)»?" }
            ?? (known.isEmpty ? "Deze regel heeft geen drempels." : "Kies uit: \(list).")
        ),
        en: (
          "The rule “\(rule)” has no threshold “\(name)”.",
          nearest.map { "Did you mean “\($0)”?" }
            ?? (known.isEmpty ? "This rule has no thresholds." : "Choose from: \(list).")
        )
      )
    case .wrongParameter(let written, let expected):
      return Wording(
        nl: (
          "De drempel moet \(expected.words.nl) zijn; hier staat «\(written)».",
          "Kijk hoe de drempel in «plantoets explain» staat."
        ),
        en: (
          "The threshold must be \(expected.words.en); found “\(written)”.",
          "See how “plantoets explain” writes the threshold."
        )
      )
    }
  }

  private static func wording(of expected: TypeSet) -> Wording {
    let (nl, en, help): (String, String, LocalizedText) =
      if expected.contains(.array) {
        (
          "een lijst", "a list",
          .init(nl: "Zet een streepje voor elk onderdeel.", en: "Put a dash before each item.")
        )
      } else if expected.contains(.object) {
        (
          "een groepje instellingen", "a group of settings",
          .init(
            nl: "Zet ze ingesprongen onder elkaar, als «naam: waarde».",
            en: "Write them indented below each other, as “name: value”."
          )
        )
      } else if expected.contains(.number) {
        (
          "een getal", "a number",
          .init(nl: "Schrijf bijvoorbeeld 5.5, met een punt.", en: "Write for example 5.5.")
        )
      } else {
        (
          "een tekst", "a text",
          .init(
            nl: "Zet de waarde zo nodig tussen aanhalingstekens.",
            en: "Put the value between quotes if needed."
          )
        )
      }
    return Wording(nl: ("Hier hoort \(nl).", help.nl), en: ("Expected \(en) here.", help.en))
  }
}

extension CELType {
  /// The type as people call it.
  fileprivate var words: LocalizedText {
    switch self {
    case .int: .init(nl: "een heel getal", en: "a whole number")
    case .double: .init(nl: "een getal", en: "a number")
    case .bool: .init(nl: "true of false", en: "true or false")
    case .list: .init(nl: "een lijst van dezelfde soort", en: "a list of the same kind")
    default: .init(nl: "een tekst", en: "a text")
    }
  }
}
