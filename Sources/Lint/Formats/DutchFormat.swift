package import CEL
package import YAML

/// How Dutch officials write a kind of value: the `format`s of `plan.schema.json` that decide its type (DESIGN 3).
///
/// Read from the raw scalar, so that `12.500` is never 12.5.
package enum DutchFormat: String, CaseIterable, Sendable {
  case yesNo = "ja-nee"
  case amount = "bedrag"
  case count = "aantal"
  case number = "getal"
  case percentage = "procent"
  case date = "datum"
  case schoolYear = "schooljaar"
  case municipalityCode = "cbs-code"

  /// What reading a scalar gave.
  package enum Reading: Sendable {
    case value(Value.Kind)
    /// Not in this notation; the suggestions are what was probably meant, as it should be written.
    case wrong(suggestions: [String])
    /// A date after the end of its month; the last day is its likely meaning.
    case noSuchDay(last: String)
    /// A number whose point is most likely a Dutch thousands mark.
    case suspicious(suggestion: String)
  }

  /// The type that an expression sees.
  package var type: CELType {
    switch self {
    case .yesNo: .bool
    case .amount, .number, .percentage: .double
    case .count: .int
    case .date: .date
    case .schoolYear, .municipalityCode: .string
    }
  }

  package func read(_ scalar: Scalar) -> Reading {
    // No date or amount takes a paragraph.
    guard scalar.text.utf8.count <= 200 else { return .wrong(suggestions: []) }
    let text = Notation.normalized(scalar.text)
    switch self {
    case .yesNo: return Self.readYesNo(text)
    case .amount: return AmountNotation.read(text, isPlain: scalar.style == .plain)
    case .count: return Self.readCount(text)
    case .number: return Self.readNumber(text)
    case .percentage: return Self.readPercentage(text)
    case .date: return DateNotation.read(text)
    case .schoolYear: return Self.readSchoolYear(text)
    case .municipalityCode: return Self.readMunicipalityCode(text)
    }
  }

  private static func readYesNo(_ text: String) -> Reading {
    switch text.lowercased() {
    case "ja", "true": .value(.bool(true))
    case "nee", "false": .value(.bool(false))
    default:
      switch Notation.bare(text).lowercased() {
      case "ja", "true", "yes", "y", "j", "x", "waar", "1", "wel":
        .wrong(suggestions: ["ja"])
      case "nee", "false", "no", "n", "onwaar", "0", "niet", "geen", "neen":
        .wrong(suggestions: ["nee"])
      default: .wrong(suggestions: [])
      }
    }
  }

  private static func readCount(_ text: String) -> Reading {
    if text.utf8.allSatisfy(Notation.isDigit), let count = Int64(text) {
      return .value(.int(count))
    }
    if let digits = Notation.withoutThousands(text) {
      return .suspicious(suggestion: digits)
    }
    let number = text.prefix { $0.isNumber || ".,- ".contains($0) }
    let digits = Notation.bare(String(number))
    if text.hasPrefix("-") || digits.isEmpty { return .wrong(suggestions: []) }
    // `120 leerlingen`, `ca. 1.200`, `1 200`, `120,0`.
    let plain = Notation.withoutThousands(digits) ?? digits.filter { $0 != " " }
    if let count = Notation.decimal(plain), count == count.rounded(),
      let whole = Int(exactly: count)
    {
      return .wrong(suggestions: ["\(whole)"])
    }
    return .wrong(suggestions: [])
  }

  private static func readNumber(_ text: String) -> Reading {
    if let number = Notation.decimal(text) { return .value(.double(number)) }
    let number = Notation.bare(String(text.prefix { $0.isNumber || ".,- ".contains($0) }))
    return .wrong(suggestions: Notation.decimal(number) == nil ? [] : [number])
  }

  private static func readPercentage(_ text: String) -> Reading {
    var digits = text[...]
    if digits.hasSuffix("%") { digits = digits.dropLast() }
    while digits.last == " " { digits = digits.dropLast() }
    if let number = Notation.decimal(String(digits)) { return .value(.double(number)) }
    let number = Notation.bare(String(text.prefix { $0.isNumber || ".,- ".contains($0) }))
    return .wrong(suggestions: Notation.decimal(number) == nil ? [] : [number + "%"])
  }

  private static func readSchoolYear(_ text: String) -> Reading {
    let separators: Set<Character> = ["-", "/", "–", "—"]
    let parts = Notation.bare(text).split(whereSeparator: { separators.contains($0) || $0 == " " })
    guard
      parts.count == 2, let first = Int(parts[0]), parts[0].utf8.count == 4,
      let second = Int(parts[1])
    else { return .wrong(suggestions: []) }
    let isNext = second == first + 1 || second == (first + 1) % 100
    guard isNext else { return .wrong(suggestions: []) }
    let written = "\(first)-\(first + 1)"
    return text == written ? .value(.string(text)) : .wrong(suggestions: [written])
  }

  private static func readMunicipalityCode(_ text: String) -> Reading {
    let bare = Notation.bare(text).uppercased()
    let digits = String(bare.drop { $0 == "G" || $0 == "M" || $0 == " " })
    guard digits.utf8.allSatisfy(Notation.isDigit), !digits.isEmpty, digits.utf8.count <= 4 else {
      return .wrong(suggestions: [])
    }
    let written = "GM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return text == written ? .value(.string(text)) : .wrong(suggestions: [written])
  }
}

extension DutchFormat {
  /// The date that a text writes, for the command line; nil when it is none.
  package static func date(_ text: String) -> DateInterval? {
    DateNotation.interval(Notation.normalized(text))
  }
}
