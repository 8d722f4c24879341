/// A signed stretch of time, what CEL calls a duration: up to about 292 years, in nanoseconds.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#timestamps-and-durations>.
package struct TimeSpan: Hashable, Sendable, Comparable {
  /// The whole length.
  package let nanoseconds: Int64

  /// A stretch of so many nanoseconds; negative ones go back in time.
  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// A duration such as `1h45m`, `-1.5s` or `300ms`; nil when it is not one or too long.
  package init?(_ text: String) {
    var bytes = Substring(text).utf8
    var isNegative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    if bytes.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !bytes.isEmpty else { return nil }
    var total: Int64 = 0
    while !bytes.isEmpty {
      guard let part = Self.takePart(&bytes, isNegative: isNegative) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      if overflow { return nil }
      total = sum
    }
    self.init(nanoseconds: total)
  }

  package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  func adding(_ other: TimeSpan) -> TimeSpan? {
    let (sum, overflow) = nanoseconds.addingReportingOverflow(other.nanoseconds)
    return overflow ? nil : TimeSpan(nanoseconds: sum)
  }

  func subtracting(_ other: TimeSpan) -> TimeSpan? {
    let (difference, overflow) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
    return overflow ? nil : TimeSpan(nanoseconds: difference)
  }

  /// Takes a number with its unit off the front, in nanoseconds.
  private static func takePart(_ bytes: inout Substring.UTF8View, isNegative: Bool) -> Int64? {
    let digits = bytes.prefix { isDigit($0) }
    bytes = bytes.dropFirst(digits.count)
    var fraction = bytes.prefix(0)
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      fraction = bytes.prefix { isDigit($0) }
      bytes = bytes.dropFirst(fraction.count)
    }
    guard !digits.isEmpty || !fraction.isEmpty else { return nil }
    let name = bytes.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    bytes = bytes.dropFirst(name.count)
    guard let unit = unit(named: String(decoding: name, as: UTF8.self)) else { return nil }
    guard
      let whole = digits.isEmpty
        ? 0
        : Int64(
          (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
        )
    else {
      return nil
    }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit)
    guard !overflow else { return nil }
    var part: Int64 = 0
    var weight = unit
    for digit in fraction {
      weight /= 10
      part += Int64(digit - UInt8(ascii: "0")) * weight
    }
    let (sum, sumOverflow) = scaled.addingReportingOverflow(isNegative ? -part : part)
    return sumOverflow ? nil : sum
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func unit(named name: String) -> Int64? {
    switch name {
    case "h": 3_600_000_000_000
    case "m": 60_000_000_000
    case "s": 1_000_000_000
    case "ms": 1_000_000
    case "us", "µs", "μs": 1000
    case "ns": 1
    default: nil
    }
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The duration in seconds, with as many decimals as it has: `6347s`, `-0.5s`.
  package var description: String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    let rest = decimals(ofNanoseconds: Int(magnitude % 1_000_000_000))
    return "\(sign)\(magnitude / 1_000_000_000)\(rest)s"
  }
}
