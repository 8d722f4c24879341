import CEL
import Testing

@Suite("Dates and moments")
struct DateTests {
  @Test("every day has the parts it is made from")
  func days() throws {
    var expected = (year: 1, month: 1, day: 1)
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    // Four hundred years are a full turn of the calendar.
    for number in Int(first.dayNumber)...Int(first.dayNumber) + 300_000 {
      let date = try #require(CalendarDate(dayNumber: number))
      let parts = date.parts
      guard parts == expected,
        CalendarDate(year: parts.year, month: parts.month, day: parts.day) == date
      else {
        Issue.record("day \(number) is \(date), not \(expected)")
        return
      }
      expected.day += 1
      if expected.day > CalendarDate.dayCount(ofMonth: expected.month, year: expected.year) {
        expected.day = 1
        expected.month += 1
      }
      if expected.month > 12 {
        expected.month = 1
        expected.year += 1
      }
    }
    #expect(CalendarDate(dayNumber: Int(first.dayNumber) - 1) == nil)
    #expect(CalendarDate(dayNumber: Int(last.dayNumber) + 1) == nil)
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }

  @Test(
    "are read as precisely as they are written",
    arguments: [
      ("2025-07-31", "2025-07-31", "2025-07-31"), ("2025-02", "2025-02-01", "2025-02-28"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2025", "2025-01-01", "2025-12-31"),
      ("2024-2025", "2024-01-01", "2025-12-31"),
    ]
  )
  func reading(_ text: String, _ first: String, _ last: String) throws {
    let date = try #require(DateInterval(text))
    #expect(date.first.description == first)
    #expect(date.last.description == last)
    #expect(date.description == text)
  }

  @Test(
    "that do not exist are refused",
    arguments: [
      "2025-02-29", "2025-13", "2025-00-10", "0000", "2025-2024", "25-07-31", "2025-7-31", "",
      "2025-07-31-01", "2025-07-31 ", "٢٠٢٥", "+025-01-01",
    ]
  )
  func refusing(_ text: String) {
    #expect(DateInterval(text) == nil)
  }

  @Test("are printed by their ends when no word covers them")
  func ends() throws {
    let first = try #require(CalendarDate(year: 2025, month: 1, day: 15))
    let last = try #require(CalendarDate(year: 2025, month: 2, day: 3))
    #expect(DateInterval(first: last, last: first).description == "2025-01-15/2025-02-03")
  }

  @Test(
    "move by months to the last day when the month is shorter",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2025-03-31", -1, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"),
      ("2025-11-30", 3, "2026-02-28"), ("2025-01-15", -13, "2023-12-15"),
    ]
  )
  func months(_ start: String, _ count: Int, _ end: String) throws {
    let date = try #require(DateInterval(start)?.first)
    #expect(date.adding(months: count)?.description == end)
  }

  @Test(
    "are whole months apart when that many months fit",
    arguments: [
      ("2021-09-01", "2023-07-31", 22), ("2025-01-31", "2025-02-28", 1),
      ("2025-01-15", "2025-02-14", 0), ("2025-02-14", "2025-01-15", 0),
      ("2025-03-15", "2025-01-15", -2), ("2025-01-01", "2025-01-01", 0),
    ]
  )
  func monthsBetween(_ start: String, _ end: String, _ count: Int) throws {
    let first = try #require(DateInterval(start)?.first)
    let second = try #require(DateInterval(end)?.first)
    #expect(first.months(to: second) == count)
  }

  @Test(
    "and durations are read and printed",
    arguments: [
      ("1h45m47s", "6347s"), ("-1.5s", "-1.5s"), ("300ms", "0.3s"), ("1us", "0.000001s"),
      ("1ns", "0.000000001s"), ("0", "0s"), ("2562047h47m16.854775807s", "9223372036.854775807s"),
      ("-2562047h47m16.854775808s", "-9223372036.854775808s"),
    ]
  )
  func durations(_ text: String, _ printed: String) {
    #expect(TimeSpan(text)?.description == printed)
  }

  @Test(
    "that are no durations are refused",
    arguments: ["", "1", "h", "1x", "1h-2m", "2562047h47m16.854775808s", ".s", "1..5s", " 1s"]
  )
  func noDurations(_ text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(
    "and moments are read in any zone and printed in UTC",
    arguments: [
      ("2025-07-31T12:00:00Z", "2025-07-31T12:00:00Z"),
      ("2025-07-31T00:30:00+02:00", "2025-07-30T22:30:00Z"),
      ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"),
    ]
  )
  func moments(_ text: String, _ printed: String) {
    #expect(Timestamp(text)?.description == printed)
  }

  @Test(
    "and moments that do not exist are refused",
    arguments: [
      "2025-02-30T00:00:00Z", "2025-07-31", "2025-07-31T24:00:00Z", "2025-07-31T12:60:00Z",
      "2025-07-31T12:00:00", "2025-07-31T12:00:00.Z", "0001-01-01T00:00:00+01:00",
      "2025-07-31T12:00:00Zx",
    ]
  )
  func noMoments(_ text: String) {
    #expect(Timestamp(text) == nil)
  }
}
