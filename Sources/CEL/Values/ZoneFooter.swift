/// The rule for the years that a time zone file does not list: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// The notation is that of the environment variable `TZ` in POSIX, as RFC 8536 section 3.3 uses it.
struct ZoneFooter {
  private let standard: Int
  private let summer: Summer?

  /// Summer time, from one day of the year to another.
  private struct Summer {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// A day of the year and the second of it, in local time, at which the clock changes.
  private struct Change {
    enum Day {
      /// A day of the week in a week of a month; week 5 is the last one.
      case weekday(month: Int, week: Int, day: Int)
      /// A day from 1 to 365; 29 February is not counted.
      case julian(Int)
      /// A day from 0 to 365.
      case zeroBased(Int)
    }

    let day: Day
    let second: Int

    /// The moment of the change in a year, in local seconds since 1970.
    func local(year: Int) -> Int {
      let first = Civil.dayNumber(year: year, month: 1, day: 1)
      let number: Int
      switch day {
      case .julian(let day):
        number = first + day - 1 + (Civil.isLeap(year) && day > 59 ? 1 : 0)
      case .zeroBased(let day): number = first + day
      case .weekday(let month, let week, let weekday):
        let start = Civil.dayNumber(year: year, month: month, day: 1)
        // 1970-01-01 was a Thursday.
        let startWeekday = ((start + 4) % 7 + 7) % 7
        var day = (weekday - startWeekday + 7) % 7 + (week - 1) * 7
        if day >= CalendarDate.dayCount(ofMonth: month, year: year) { day -= 7 }
        number = start + day
      }
      return number * 86_400 + second
    }
  }

  /// The rule that a text writes; nil when it writes none.
  init?(_ text: String) {
    var reader = Reader(rest: text.utf8[...])
    guard reader.name(), let offset = reader.time() else { return nil }
    standard = -offset
    guard reader.name() else {
      summer = nil
      return
    }
    let ahead = reader.time().map { -$0 } ?? standard + 3600
    guard let start = reader.change(), let end = reader.change() else { return nil }
    summer = Summer(offset: ahead, start: start, end: end)
  }

  /// The offset from UTC at a moment, in seconds.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let local = Int(seconds) + standard
    let year = Civil.parts(ofDay: Civil.floorDivide(local, 86_400)).year
    let start = summer.start.local(year: year) - standard
    let end = summer.end.local(year: year) - summer.offset
    let moment = Int(seconds)
    let isSummer = start < end ? moment >= start && moment < end : moment >= start || moment < end
    return isSummer ? summer.offset : standard
  }

  private struct Reader {
    var rest: Substring.UTF8View

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard let first = rest.first, UInt32(first) == character.value else { return false }
      rest.removeFirst()
      return true
    }

    /// Steps over the name of a kind of time: `CET`, `<+0545>`.
    mutating func name() -> Bool {
      if skip("<") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }
        return skip(">")
      }
      let letters = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
      rest = rest.dropFirst(letters.count)
      return !letters.isEmpty
    }

    mutating func number() -> Int? {
      let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      rest = rest.dropFirst(digits.count)
      return decimal(digits)
    }

    /// Hours, minutes and seconds, in seconds: `-1`, `+5:45`.
    mutating func time() -> Int? {
      let isNegative = skip("-")
      if !isNegative { _ = skip("+") }
      guard var seconds = number().map({ $0 * 3600 }) else { return nil }
      if skip(":") { seconds += (number() ?? 0) * 60 }
      if skip(":") { seconds += number() ?? 0 }
      return isNegative ? -seconds : seconds
    }

    /// A day and a time: `,M3.5.0/2`.
    mutating func change() -> Change? {
      guard skip(","), let day = day() else { return nil }
      guard skip("/") else { return Change(day: day, second: 7200) }
      return time().map { Change(day: day, second: $0) }
    }

    private mutating func day() -> Change.Day? {
      if skip("J") { return number().map { .julian($0) } }
      guard skip("M") else { return number().map { .zeroBased($0) } }
      guard let month = number(), (1...12).contains(month), skip("."), let week = number(),
        (1...5).contains(week), skip("."), let day = number(), (0...6).contains(day)
      else { return nil }
      return .weekday(month: month, week: week, day: day)
    }
  }
}
