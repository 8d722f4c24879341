/// A number exactly as it was written, of any size: `digits` times ten to the power `exponent`.
///
/// JSON sets no bounds on numbers (RFC 8259, section 6), so nothing here goes through `Double`: `0.1` is
/// one tenth, and `9007199254740993` differs from its neighbour.
package struct Number: Hashable, Sendable {
  /// Never so for zero.
  package let isNegative: Bool
  /// The significant digits, without zeros at either end; empty for zero.
  let digits: String
  let exponent: Int

  /// Exponents beyond this one, which no text can need, are cut to it so that sums of them never overflow.
  private static let largestExponent = 1 << 40

  private init(isNegative: Bool, digits: String, exponent: Int) {
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  /// The number of a machine integer.
  package init(_ value: Int) {
    self = Number(text: String(value)) ?? Number(isNegative: false, digits: "", exponent: 0)
  }

  static func infinity(isNegative: Bool) -> Number {
    Number(isNegative: isNegative, digits: "1", exponent: 2 * largestExponent)
  }

  /// Reads `-12.50e3`; nil when the text is no decimal number.
  init?(text: String) {
    let bytes = text.utf8.span
    var index = 0
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    // Zeros before the first digit say nothing, zeros behind the last one go to the exponent.
    var significant: Range<Int>?
    var point: Int?
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        if byte != UInt8(ascii: "0") {
          significant = (significant?.lowerBound ?? index)..<index + 1
        }
      } else if byte == UInt8(ascii: "."), point == nil {
        point = index
      } else {
        break
      }
      index += 1
    }
    guard index - start > (point == nil ? 0 : 1) else { return nil }
    var exponent = 0
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E"),
        let power = Self.power(text.utf8.dropFirst(index + 1))
      else { return nil }
      exponent = power
    }
    guard let significant else {
      self.init(isNegative: false, digits: "", exponent: 0)
      return
    }
    let last = significant.upperBound
    // How many digits from the last significant one to the point; negative when it is behind the point.
    exponent += (point ?? index) < last ? (point ?? index) + 1 - last : (point ?? index) - last
    let utf8 = text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: significant.lowerBound)
    var digits = String(text[first..<utf8.index(utf8.startIndex, offsetBy: last)])
    if let point, significant.contains(point) { digits.removeAll { $0 == "." } }
    self.init(isNegative: isNegative, digits: digits, exponent: exponent)
  }

  private static func power(_ text: Substring.UTF8View) -> Int? {
    let digits =
      text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
      ? text.dropFirst() : text
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), largestExponent)
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  /// Whether there is no fraction, as in `1.0` and `1e3` (JSON Schema 2020-12 validation, section 6.1.1).
  package var isInteger: Bool { exponent >= 0 }

  var isZero: Bool { digits.isEmpty }

  /// The value, when it is a whole number that an `Int` holds.
  package var integer: Int? {
    guard isInteger, let value = Int(digits.isEmpty ? "0" : digits), exponent < 19 else {
      return nil
    }
    var result = isNegative ? -value : value
    for _ in 0..<exponent {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      result = product
    }
    return result
  }

  /// Whether this is a whole number of times `divisor`; always so when the divisor is too long to tell.
  func isMultiple(of divisor: Number) -> Bool {
    if isZero { return true }
    // Neither ends in a zero: a value with finer digits than the divisor cannot be a multiple of it.
    guard exponent >= divisor.exponent else { return false }
    guard let narrow = UInt64(divisor.digits) else { return true }
    // Products of remainders below a 64-bit modulus fit twice the bits.
    let modulus = UInt128(narrow)
    var rest: UInt128 = 0
    for digit in digits.utf8 {
      rest = (rest * 10 + UInt128(digit - UInt8(ascii: "0"))) % modulus
    }
    var power = exponent - divisor.exponent
    var factor = 10 % modulus
    while power > 0, rest > 0 {
      if power & 1 == 1 { rest = rest * factor % modulus }
      factor = factor * factor % modulus
      power >>= 1
    }
    return rest == 0
  }
}

extension Number: Comparable {
  /// The order of the number line, whatever the notation.
  package static func < (left: Number, right: Number) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
  }

  /// Compares without the signs.
  private func isSmaller(than other: Number) -> Bool {
    guard !isZero, !other.isZero else { return isZero && !other.isZero }
    let size = digits.utf8.count + exponent
    let otherSize = other.digits.utf8.count + other.exponent
    return size == otherSize ? digits < other.digits : size < otherSize
  }
}

extension Number: CustomStringConvertible {
  /// The plain decimal form, as in `-0.25`; with an exponent where that would take many zeros.
  package var description: String {
    let sign = isNegative ? "-" : ""
    let count = digits.utf8.count
    switch exponent {
    case _ where isZero: return "0"
    case 0...20: return sign + digits + String(repeating: "0", count: exponent)
    case -20..<0 where count > -exponent:
      return sign + digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
    case -20..<0:
      return sign + "0." + String(repeating: "0", count: -exponent - count) + digits
    default: return sign + digits + "e\(exponent)"
    }
  }
}
