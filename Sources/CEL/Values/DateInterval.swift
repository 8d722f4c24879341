/// A date as precisely as it is known: a day, or the first and the last day it can be.
package struct DateInterval: Hashable, Sendable {
  /// The first day that it can be.
  package let first: CalendarDate
  /// The last day that it can be.
  package let last: CalendarDate

  /// The days from `first` up to and including `last`; in the other order they are swapped.
  package init(first: CalendarDate, last: CalendarDate) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// A date that is known to the day.
  package init(day: CalendarDate) {
    self.first = day
    self.last = day
  }

  /// A date known to the month; nil when there is no such month.
  package init?(year: Int, month: Int) {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(
        year: year,
        month: month,
        day: CalendarDate.dayCount(ofMonth: month, year: year)
      )
    else { return nil }
    self.init(first: first, last: last)
  }

  /// A date known to the year, or to a stretch of years.
  package init?(year: Int, through lastYear: Int? = nil) {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: lastYear ?? year, month: 12, day: 31), first <= last
    else { return nil }
    self.init(first: first, last: last)
  }

  /// A date written as `2025-07-31`, `2025-07`, `2025` or `2024-2025`.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func number(_ index: Int, _ width: Int) -> Int? {
      guard parts[index].count == width else { return nil }
      return decimal(parts[index])
    }
    switch parts.count {
    case 1:
      guard let year = number(0, 4) else { return nil }
      self.init(year: year)
    case 2:
      guard let year = number(0, 4) else { return nil }
      if let lastYear = number(1, 4) {
        self.init(year: year, through: lastYear)
      } else if let month = number(1, 2) {
        self.init(year: year, month: month)
      } else {
        return nil
      }
    case 3:
      guard let year = number(0, 4), let month = number(1, 2), let day = number(2, 2),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      self.init(day: date)
    default: return nil
    }
  }

  /// Whether it is one day.
  package var isDay: Bool { first == last }

  /// The interval with both ends moved; nil when an end falls outside the calendar.
  func moved(_ move: (CalendarDate) -> CalendarDate?) -> DateInterval? {
    guard let first = move(first), let last = move(last) else { return nil }
    return DateInterval(first: first, last: last)
  }

  /// What a count between two dates is, when every choice of days gives the same.
  func distance(to other: DateInterval, _ count: (CalendarDate, CalendarDate) -> Int) -> Int? {
    let least = count(last, other.first)
    let most = count(first, other.last)
    return least == most ? least : nil
  }
}

extension DateInterval: CustomStringConvertible {
  /// As it would be written: `2025-07-31`, `2025-07`, `2025`, `2024-2025`, or `first/last`.
  package var description: String {
    if isDay { return first.description }
    let (year, month, _) = first.parts
    let (lastYear, _, _) = last.parts
    if self == DateInterval(year: year, month: month) {
      return "\(padded(year, 4))-\(padded(month, 2))"
    }
    if self == DateInterval(year: year) { return padded(year, 4) }
    if self == DateInterval(year: year, through: lastYear) {
      return "\(padded(year, 4))-\(padded(lastYear, 4))"
    }
    return "\(first)/\(last)"
  }
}

/// The number that a stretch of at most nine decimal digits writes.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 9 else { return nil }
  var number = 0
  for digit in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
    number = number * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return number
}
