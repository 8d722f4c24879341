import CEL

/// Dates as Dutch officials write them; what is no whole day is an interval (DESIGN 3).
enum DateNotation {
  /// Reads `2025-07-31`, `31-07-2025`, `2025-07`, `2025` and the school year `2024-2025`.
  static func read(_ text: String) -> DutchFormat.Reading {
    if let interval = interval(text) { return .value(.date(interval)) }
    let words = DateWords(Notation.bare(text))
    if let last = words.lastDayBefore { return .noSuchDay(last: last) }
    return .wrong(suggestions: words.suggestions)
  }

  static func interval(_ text: String) -> DateInterval? {
    interval(text.utf8)
  }

  static func interval(_ text: some Sequence<UInt8>) -> DateInterval? {
    // Up to three numbers, and how many digits each has, such as 422 for `2025-07-31`.
    var numbers = (0, 0, 0)
    var lengths = 0
    var length = 0
    for byte in text {
      if byte == UInt8(ascii: "-") {
        guard length > 0, lengths < 10 else { return nil }
        lengths = lengths * 10 + length
        numbers = (numbers.1, numbers.2, 0)
        length = 0
      } else {
        guard Notation.isDigit(byte), length < 4 else { return nil }
        numbers.2 = numbers.2 * 10 + Int(byte - UInt8(ascii: "0"))
        length += 1
      }
    }
    switch lengths * 10 + length {
    case 422: return day(numbers.0, numbers.1, numbers.2)
    case 224: return day(numbers.2, numbers.1, numbers.0)
    case 42: return DateInterval(year: numbers.1, month: numbers.2)
    case 4: return DateInterval(year: numbers.2)
    case 44 where numbers.2 == numbers.1 + 1: return schoolYear(from: numbers.1)
    default: return nil
    }
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> DateInterval? {
    CalendarDate(year: year, month: month, day: day).map(DateInterval.init(day:))
  }

  /// A Dutch school year: 1 August up to and including 31 July.
  private static func schoolYear(from year: Int) -> DateInterval? {
    guard
      let first = CalendarDate(year: year, month: 8, day: 1),
      let last = CalendarDate(year: year + 1, month: 7, day: 31)
    else { return nil }
    return DateInterval(first: first, last: last)
  }
}

/// A date in another notation, taken apart to say what it would be in ours.
private struct DateWords {
  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  private static let monthAbbreviations = ["mrt": 3, "sept": 9]
  /// Two digits stand for a year from 2000 on; plans are no older.
  private static let century = 2000

  /// The numbers of a text that is nothing but a date; months count as numbers.
  private let numbers: [Int]
  /// The years in it, of four digits.
  private let years: [Int]
  /// The quarter that it names.
  private let quarter: Int?

  init(_ text: String) {
    let words = text.lowercased().split { " /.-,'’".contains($0) }
    let read = words.map { Self.number(String($0)) }
    let known = read.compactMap { $0 }
    // Words around it may be there: `ongeveer 2024`, but then it is no whole date.
    numbers = known.count == read.count ? known : []
    years = words.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter {
      $0 > 1900 && $0 < 2200
    }
    let isQuarter = words.contains { $0.hasPrefix("kwartaal") }
    quarter =
      words.lazy.compactMap { word -> Int? in
        let digit = word.first(where: \.isNumber).flatMap { Int(String($0)) }
        let isNumbered = word.hasPrefix("q") || (isQuarter && !word.hasPrefix("20"))
        return isNumbered ? digit.flatMap { (1...4).contains($0) ? $0 : nil } : nil
      }.first
  }

  /// A number, or that of a month's name.
  private static func number(_ word: String) -> Int? {
    if let number = Int(word) { return number }
    if let month = monthAbbreviations[word] { return month }
    return months.firstIndex { $0.hasPrefix(word) && word.count >= 3 }.map { $0 + 1 }
  }

  /// Year, month and day, in whatever order they were written.
  private var day: (year: Int, month: Int, day: Int)? {
    guard numbers.count == 3 else { return nil }
    if numbers[0] > 31 { return (numbers[0], numbers[1], numbers[2]) }
    let year = numbers[2] < 100 ? Self.century + numbers[2] : numbers[2]
    return (year, numbers[1], numbers[0])
  }

  /// The last day of the month, when the day that is written comes after it: `31-02-2025`.
  var lastDayBefore: String? {
    guard let day, (29...31).contains(day.day), (1...12).contains(day.month) else { return nil }
    guard DateNotation.day(day.year, day.month, day.day) == nil else { return nil }
    return stride(from: 30, through: 28, by: -1).lazy
      .compactMap { DateNotation.day(day.year, day.month, $0) }.first?.description
  }

  /// What it would be in our notation; several when it says more than one.
  var suggestions: [String] {
    if let day, let found = DateNotation.day(day.year, day.month, day.day) {
      return [found.description]
    }
    if let quarter, let year = years.first, years.count == 1 {
      return [quarter * 3 - 2, quarter * 3].compactMap {
        DateInterval(year: year, month: $0)?.description
      }
    }
    if numbers.count == 2, years == [numbers[1]], numbers[0] <= 12 {
      return [DateInterval(year: numbers[1], month: numbers[0])?.description].compactMap { $0 }
    }
    if numbers.count == 2, years == [numbers[0]], numbers[1] <= 12 {
      return [DateInterval(year: numbers[0], month: numbers[1])?.description].compactMap { $0 }
    }
    switch years.count {
    case 1: return ["\(years[0])"]
    case 2 where years[1] == years[0] + 1: return ["\(years[0])-\(years[1])"]
    default: return []
    }
  }
}
