/// A moment between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#timestamps-and-durations>.
package struct Timestamp: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64
  /// The part of a second after that, from 0 up to a thousand million.
  package let nanoseconds: Int32

  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// A moment; nil outside the years 1 to 9999.
  package init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.range.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else {
      return nil
    }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// A moment as RFC 3339 writes it: `2009-02-13T23:31:30.5+01:00`.
  package init?(_ text: String) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), scanner.skip("T") || scanner.skip("t"),
      let hour = scanner.number(2), hour < 24, scanner.skip(":"),
      let minute = scanner.number(2), minute < 60, scanner.skip(":"),
      let second = scanner.number(2), second < 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var nanoseconds = 0
    if scanner.skip(".") {
      guard let fraction = scanner.fraction() else { return nil }
      nanoseconds = fraction
    }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    let clock = hour * 3600 + minute * 60 + second - offset
    self.init(
      seconds: Int64(date.dayNumber) * 86_400 + Int64(clock),
      nanoseconds: Int32(nanoseconds)
    )
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// The moment so much later; nil outside the years 1 to 9999.
  func adding(_ span: TimeSpan) -> Timestamp? {
    var seconds = seconds + span.nanoseconds / 1_000_000_000
    var nanoseconds = Int64(nanoseconds) + span.nanoseconds % 1_000_000_000
    if nanoseconds < 0 {
      nanoseconds += 1_000_000_000
      seconds -= 1
    } else if nanoseconds >= 1_000_000_000 {
      nanoseconds -= 1_000_000_000
      seconds += 1
    }
    return Timestamp(seconds: seconds, nanoseconds: Int32(nanoseconds))
  }

  /// The time from another moment to this one; nil when it is too long for a duration.
  func since(_ other: Timestamp) -> TimeSpan? {
    let (scaled, overflow) = (seconds - other.seconds).multipliedReportingOverflow(
      by: 1_000_000_000
    )
    guard !overflow else { return nil }
    let (sum, sumOverflow) = scaled.addingReportingOverflow(
      Int64(nanoseconds) - Int64(other.nanoseconds)
    )
    return sumOverflow ? nil : TimeSpan(nanoseconds: sum)
  }

  /// What calendar and clock show at an offset from UTC in seconds.
  func fields(offset: Int) -> ClockFields {
    let local = Int(seconds) + offset
    let dayNumber = Civil.floorDivide(local, 86_400)
    let parts = Civil.parts(ofDay: dayNumber)
    return ClockFields(
      year: parts.year,
      month: parts.month,
      day: parts.day,
      dayOfYear: dayNumber - Civil.dayNumber(year: parts.year, month: 1, day: 1),
      dayOfWeek: ((dayNumber + 4) % 7 + 7) % 7,
      secondOfDay: local - dayNumber * 86_400
    )
  }
}

/// What calendar and clock show at a moment; months and days from 1, the others from 0, Sunday first.
struct ClockFields {
  let year: Int
  let month: Int
  let day: Int
  let dayOfYear: Int
  let dayOfWeek: Int
  let secondOfDay: Int
}

extension Timestamp: CustomStringConvertible {
  /// The moment in UTC as RFC 3339 writes it, with as many decimals as it has.
  package var description: String {
    let fields = fields(offset: 0)
    let second = fields.secondOfDay
    let date =
      "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
    let clock =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    return "\(date)T\(clock)\(decimals(ofNanoseconds: Int(nanoseconds)))Z"
  }
}

/// The decimals of a second with their point, without zeros at the end; empty when there are none.
func decimals(ofNanoseconds nanoseconds: Int) -> String {
  if nanoseconds == 0 { return "" }
  var digits = padded(nanoseconds, 9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}

/// Reads the parts of a timestamp from its text.
struct DigitScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    self.bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  private var digit: Int? {
    guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
    return Int(bytes[position] - 0x30)
  }

  /// Steps over a character when it is there.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// A number of exactly so many digits.
  mutating func number(_ width: Int) -> Int? {
    var number = 0
    for _ in 0..<width {
      guard let digit else { return nil }
      number = number * 10 + digit
      position += 1
    }
    return number
  }

  /// Decimals of a second in nanoseconds; what is finer is dropped.
  mutating func fraction() -> Int? {
    guard digit != nil else { return nil }
    var nanoseconds = 0
    var unit = 100_000_000
    while let digit {
      nanoseconds += digit * unit
      unit /= 10
      position += 1
    }
    return nanoseconds
  }

  /// An offset from UTC in seconds: `Z`, `+01:00`.
  mutating func offset() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isNegative = skip("-")
    guard isNegative || skip("+") else { return nil }
    return clock().map { isNegative ? -$0 : $0 }
  }

  /// Hours and minutes in seconds: `01:30`.
  mutating func clock() -> Int? {
    guard let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60
    else { return nil }
    return hours * 3600 + minutes * 60
  }
}
