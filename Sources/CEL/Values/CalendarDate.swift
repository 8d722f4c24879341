/// A day in the proleptic Gregorian calendar, from 0001-01-01 up to 9999-12-31.
package struct CalendarDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  package let dayNumber: Int32

  /// The earliest and the latest day there are.
  static let earliest = CalendarDate(unchecked: -719_162)
  static let latest = CalendarDate(unchecked: 2_932_896)

  private init(unchecked dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// A day by its number; nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard dayNumber >= Int(Self.earliest.dayNumber), dayNumber <= Int(Self.latest.dayNumber) else {
      return nil
    }
    self.dayNumber = Int32(dayNumber)
  }

  /// A day by its parts; nil when there is no such day, as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.dayNumber = Int32(Civil.dayNumber(year: year, month: month, day: day))
  }

  /// The year, from 1 to 9999.
  package var year: Int { parts.year }
  /// The month, January being 1.
  package var month: Int { parts.month }
  /// The day of the month, from 1.
  package var day: Int { parts.day }

  /// Year, month and day at once.
  package var parts: (year: Int, month: Int, day: Int) {
    Civil.parts(ofDay: Int(dayNumber))
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days in a month, 1 being January.
  package static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: Civil.isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days later, or nil outside the calendar.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// The same day of the month so many months later, or that month's last day when it is shorter.
  package func adding(months: Int) -> CalendarDate? {
    guard abs(months) < 120_000 else { return nil }
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = Civil.floorDivide(index, 12)
    let newMonth = index - newYear * 12 + 1
    let last = Self.dayCount(ofMonth: newMonth, year: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, last))
  }

  /// The number of whole months from this day to another; negative when the other is earlier.
  package func months(to other: CalendarDate) -> Int {
    if other < self { return -other.months(to: self) }
    let (year, month, _) = parts
    let (otherYear, otherMonth, _) = other.parts
    let months = (otherYear - year) * 12 + otherMonth - month
    if let reached = adding(months: months), reached > other { return months - 1 }
    return months
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The day as `2025-07-31`.
  package var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// The arithmetic of the Gregorian calendar on plain integers.
enum Civil {
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
  }

  /// Days since 1970-01-01; years are counted from March, so that the leap day comes last.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func parts(ofDay dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}

/// A number in decimals with zeros in front up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
