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
    /// Not in this notation; the suggestion is what was probably meant, as it should be written.
    case wrong(suggestion: String?)
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
    case "yes", "y", "j", "x", "waar", "1": .wrong(suggestion: "ja")
    case "no", "n", "onwaar", "0": .wrong(suggestion: "nee")
    default: .wrong(suggestion: nil)
    }
  }

  private static func readCount(_ text: String) -> Reading {
    if text.utf8.allSatisfy(Notation.isDigit), let count = Int64(text) {
      return .value(.int(count))
    }
    if let digits = Notation.withoutThousands(text) {
      return .suspicious(suggestion: digits)
    }
    return .wrong(suggestion: nil)
  }

  private static func readNumber(_ text: String) -> Reading {
    guard let number = Notation.decimal(text) else { return .wrong(suggestion: nil) }
    return .value(.double(number))
  }

  private static func readPercentage(_ text: String) -> Reading {
    var digits = text[...]
    if digits.hasSuffix("%") { digits = digits.dropLast() }
    while digits.last == " " { digits = digits.dropLast() }
    guard let number = Notation.decimal(String(digits)) else { return .wrong(suggestion: nil) }
    return .value(.double(number))
  }

  private static func readSchoolYear(_ text: String) -> Reading {
    let separators: Set<Character> = ["-", "/", "–", "—"]
    let parts = text.split(whereSeparator: { separators.contains($0) || $0 == " " })
    guard
      parts.count == 2, let first = Int(parts[0]), parts[0].utf8.count == 4,
      let second = Int(parts[1])
    else { return .wrong(suggestion: nil) }
    let isNext = second == first + 1 || second == (first + 1) % 100
    guard isNext else { return .wrong(suggestion: nil) }
    let written = "\(first)-\(first + 1)"
    return text == written ? .value(.string(text)) : .wrong(suggestion: written)
  }

  private static func readMunicipalityCode(_ text: String) -> Reading {
    let digits = text.hasPrefix("GM") ? String(text.dropFirst(2)) : text
    guard digits.utf8.allSatisfy(Notation.isDigit), !digits.isEmpty, digits.utf8.count <= 4 else {
      return .wrong(suggestion: nil)
    }
    let written = "GM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return text == written ? .value(.string(text)) : .wrong(suggestion: written)
  }
}

extension DutchFormat {
  /// The date that a text writes, for the command line; nil when it is none.
  package static func date(_ text: String) -> DateInterval? {
    DateNotation.interval(Notation.normalized(text))
  }
}
