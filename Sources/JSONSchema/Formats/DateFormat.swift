/// `date` and `date-time`: `full-date` and `date-time` of RFC 3339, section 5.6.
enum DateFormat {
  private struct Time {
    var hour: Int
    var minute: Int
    var second: Int
  }

  static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    return takeDate(&rest) && rest.isEmpty
  }

  static func isDateTime(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard takeDate(&rest), rest.take("T") || rest.take("t"), let time = takeTime(&rest),
      let offset = takeOffset(&rest), rest.isEmpty
    else { return false }
    guard time.second == 60 else { return true }
    // Leap seconds come at the end of the day in UTC.
    let day = 24 * 60
    let minute = (time.hour * 60 + time.minute - offset + day) % day
    return minute == day - 1
  }

  private static func takeDate(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let year = rest.takeNumber(digits: 4), rest.take("-"),
      let month = rest.takeNumber(digits: 2), (1...12).contains(month), rest.take("-"),
      let day = rest.takeNumber(digits: 2)
    else { return false }
    return (1...days(inMonth: month, of: year)).contains(day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Time? {
    guard let hour = rest.takeNumber(digits: 2), hour < 24, rest.take(":"),
      let minute = rest.takeNumber(digits: 2), minute < 60, rest.take(":"),
      let second = rest.takeNumber(digits: 2), second <= 60
    else { return nil }
    if rest.take(".") {
      let fraction = rest.prefix(while: \.isASCIIDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest[fraction.endIndex...]
    }
    return Time(hour: hour, minute: minute, second: second)
  }

  /// The offset from UTC in minutes.
  private static func takeOffset(_ rest: inout ArraySlice<UInt8>) -> Int? {
    if rest.take("Z") || rest.take("z") { return 0 }
    let isNegative = rest.take("-")
    guard isNegative || rest.take("+"), let hour = rest.takeNumber(digits: 2), hour < 24,
      rest.take(":"), let minute = rest.takeNumber(digits: 2), minute < 60
    else { return nil }
    return (isNegative ? -1 : 1) * (hour * 60 + minute)
  }
}

extension ArraySlice<UInt8> {
  /// Goes past one character, if it is there.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  /// Goes past a number of exactly so many digits.
  fileprivate mutating func takeNumber(digits: Int) -> Int? {
    let text = prefix(digits)
    guard text.count == digits, text.allSatisfy(\.isASCIIDigit) else { return nil }
    self = dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
