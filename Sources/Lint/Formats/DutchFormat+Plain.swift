import CEL

extension DutchFormat {
  /// A value in its plainest notation, which most values have: `250000`, `22.64`, `€ 250.000`, `2025-07-31`, `ja`, `GM0106`.
  ///
  /// Nil says nothing: `read` knows all notations, and gives the same value for these.
  func readPlain(_ text: UnsafeBufferPointer<UInt8>) -> Value.Kind? {
    switch self {
    case .yesNo: Self.plainYesNo(text)
    case .amount:
      PlainDecimal(text).flatMap { $0.isAmount ? .double($0.value) : nil }
        ?? Self.groupedAmount(text).map { .double($0) }
    case .count: PlainDecimal(text).flatMap { $0.isWhole ? .int($0.digits) : nil }
    case .number: PlainDecimal(text).map { .double($0.value) }
    case .percentage: PlainDecimal(withoutPercentSign(text)).map { .double($0.value) }
    case .date: DateNotation.interval(text).map { .date($0) }
    case .schoolYear: Self.plainSchoolYear(text)
    case .municipalityCode: Self.plainMunicipalityCode(text)
    }
  }

  private func withoutPercentSign(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    text.last == UInt8(ascii: "%") ? UnsafeBufferPointer(rebasing: text.dropLast()) : text
  }

  private static func plainYesNo(_ text: UnsafeBufferPointer<UInt8>) -> Value.Kind? {
    switch text.count {
    case 2 where text.elementsEqual("ja".utf8): .bool(true)
    case 3 where text.elementsEqual("nee".utf8): .bool(false)
    case 4 where text.elementsEqual("true".utf8): .bool(true)
    case 5 where text.elementsEqual("false".utf8): .bool(false)
    default: nil
    }
  }

  private static func plainSchoolYear(_ text: UnsafeBufferPointer<UInt8>) -> Value.Kind? {
    guard text.count == 9, text[4] == UInt8(ascii: "-"),
      let first = PlainDecimal(UnsafeBufferPointer(rebasing: text[..<4])), first.isWhole,
      let second = PlainDecimal(UnsafeBufferPointer(rebasing: text[5...])), second.isWhole,
      first.digits >= 1000, second.digits == first.digits + 1
    else { return nil }
    return .string(String(decoding: text, as: UTF8.self))
  }

  /// An amount that can be nothing else, such as `€ 12.500`, `12.500,00`, `1.250.000`, `480.000,-` and `€ 850`.
  private static func groupedAmount(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count <= 20 else { return nil }
    var index = 0
    var hasSign = false
    if text.starts(with: "€".utf8) {
      hasSign = true
      index = "€".utf8.count
      if index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
    }
    var number: Int64 = 0
    var digits = 0
    var points = 0
    var sinceMark = 0
    while index < text.count, text[index] != UInt8(ascii: ",") {
      if text[index] == UInt8(ascii: ".") {
        guard points == 0 ? (1...3).contains(sinceMark) : sinceMark == 3 else { return nil }
        points += 1
        sinceMark = 0
      } else {
        guard Notation.isDigit(text[index]) else { return nil }
        digits += 1
        guard digits <= PlainDecimal.exactDigits else { return nil }
        number = number * 10 + Int64(text[index] - UInt8(ascii: "0"))
        sinceMark += 1
      }
      index += 1
    }
    let cents = UnsafeBufferPointer(rebasing: text[min(index + 1, text.count)...])
    let hasCents = index < text.count
    let isRound = cents.count == 1 && cents[0] == UInt8(ascii: "-")
    // Other readers of the file may take a single point for that of a decimal.
    if points == 0 {
      guard sinceMark > 0, isRound || (hasSign && !hasCents) else { return nil }
    } else {
      guard sinceMark == 3, points > 1 || hasSign || hasCents else { return nil }
    }
    guard hasCents, !isRound else { return Double(number) }
    guard cents.count == 2, cents.allSatisfy(Notation.isDigit),
      digits + cents.count <= PlainDecimal.exactDigits
    else { return nil }
    for byte in cents { number = number * 10 + Int64(byte - UInt8(ascii: "0")) }
    // Both sides are exact, so that the rounding is that of reading the decimals.
    return Double(number) / 100
  }

  private static func plainMunicipalityCode(_ text: UnsafeBufferPointer<UInt8>) -> Value.Kind? {
    guard text.count == 6, text.starts(with: "GM".utf8),
      text[2...].allSatisfy(Notation.isDigit)
    else { return nil }
    return .string(String(decoding: text, as: UTF8.self))
  }
}

/// Digits with at most one point between them, few enough to be exact.
private struct PlainDecimal {
  /// How many digits a number can have and always be exact as a `Double`.
  static let exactDigits = 15

  /// All digits as one number.
  private(set) var digits: Int64 = 0
  /// How many of them stand behind the point.
  private var decimals = 0
  private var hasPoint = false

  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count <= Self.exactDigits, let first = text.first, let last = text.last,
      Notation.isDigit(first), Notation.isDigit(last)
    else { return nil }
    for byte in text {
      if Notation.isDigit(byte) {
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        if hasPoint { decimals += 1 }
      } else {
        guard byte == UInt8(ascii: "."), !hasPoint else { return nil }
        hasPoint = true
      }
    }
  }

  var isWhole: Bool { !hasPoint }

  /// Whether it is written like euros and cents; three decimals may be a mark for thousands.
  var isAmount: Bool { decimals <= 2 }

  /// Both sides of the division are exact, so that its rounding is that of reading the decimals.
  var value: Double {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    return Double(digits) / power
  }
}
