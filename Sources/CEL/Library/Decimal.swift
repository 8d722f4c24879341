#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers as text.
enum Decimal {
  /// The shortest decimals that give the number back, without `.0`: `1.5`, `3`, `1e+20`, `NaN`, `Infinity`.
  static func plain(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The number with so many decimals, rounded to the nearest, and of two to the even one: `2.50`.
  static func fixed(_ number: Double, decimals: Int) -> String {
    formatted(number, "%.*f", decimals)
  }

  /// The number with one digit before the point and an exponent: `1.052033e+03`.
  static func scientific(_ number: Double, decimals: Int) -> String {
    formatted(number, "%.*e", decimals)
  }

  private static func formatted(_ number: Double, _ format: String, _ decimals: Int) -> String {
    if !number.isFinite { return plain(number) }
    // Room for the largest double, its point, sign and decimals.
    var buffer = [CChar](repeating: 0, count: 330 + decimals)
    let length = withVaList([Int32(decimals), number]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Digits in groups of three.
  static func grouped(_ digits: String, separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
