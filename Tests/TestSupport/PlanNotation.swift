/// How one plan's writer writes amounts and days.
struct PlanNotation {
  enum Amounts: CaseIterable {
    /// `480000`
    case digits
    /// `€ 480.000`
    case euros
    /// `480.000,-`
    case dash
    /// `€ 480.000,00`
    case cents
  }

  var amounts: Amounts
  /// `01-09-2022` instead of `2022-09-01`.
  var isDutch: Bool

  init(_ random: inout SplitMix) {
    amounts = Amounts.allCases.randomElement(using: &random) ?? .digits
    isDutch = random.oneIn(3)
  }

  func amount(_ euros: Int) -> String {
    switch amounts {
    case .digits: "\(euros)"
    case .euros: "€ \(Self.grouped(euros))"
    case .dash: "\(Self.grouped(euros)),-"
    case .cents: "€ \(Self.grouped(euros)),00"
    }
  }

  func day(_ day: Day) -> String {
    let (year, month) = ("\(day.year)", Self.twoDigits(day.month))
    let number = Self.twoDigits(day.number)
    return isDutch ? "\(number)-\(month)-\(year)" : "\(year)-\(month)-\(number)"
  }

  /// Only the month, or only the year.
  func part(of day: Day, isYear: Bool) -> String {
    isYear ? "\(day.year)" : "\(day.year)-\(Self.twoDigits(day.month))"
  }

  /// Thousands with points: `1.250.000`.
  static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let rest = "\(number % 1000)"
    return grouped(number / 1000) + "." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A day of a generated plan, counted in months so that periods are easily made.
struct Day: Comparable {
  /// Since the year 0.
  private var months: Int
  /// In the month, from 1; at most 28, but for last days.
  private(set) var number: Int

  init(_ year: Int, _ month: Int, _ number: Int = 1) {
    months = year * 12 + month - 1
    self.number = number
  }

  var year: Int { months / 12 }

  var month: Int { months % 12 + 1 }

  /// The first day of a later month.
  func adding(months count: Int) -> Day {
    var day = self
    day.months += count
    day.number = 1
    return day
  }

  /// The last day of the month before.
  var dayBefore: Day {
    var day = adding(months: -1)
    let isLeap = day.year % 4 == 0
    day.number =
      [1: 31, 2: isLeap ? 29 : 28, 3: 31, 5: 31, 7: 31, 8: 31, 10: 31, 12: 31][day.month] ?? 30
    return day
  }

  /// Another day of the same month.
  func on(_ number: Int) -> Day {
    var day = self
    day.number = number
    return day
  }

  func months(until later: Day) -> Int { later.months - months }

  static func < (one: Day, other: Day) -> Bool {
    (one.months, one.number) < (other.months, other.number)
  }
}
