import CEL

/// Dates as Dutch officials write them; what is no whole day is an interval (DESIGN 3).
enum DateNotation {
  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]

  /// Reads `2025-07-31`, `31-07-2025`, `2025-07`, `2025` and the school year `2024-2025`.
  static func read(_ text: String) -> DutchFormat.Reading {
    if let interval = interval(text) { return .value(.date(interval)) }
    return .wrong(suggestion: suggestion(for: text))
  }

  static func interval(_ text: String) -> DateInterval? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Notation.isDigit) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    switch parts.map(\.utf8.count) {
    case [4, 2, 2]: return day(numbers[0], numbers[1], numbers[2])
    case [2, 2, 4]: return day(numbers[2], numbers[1], numbers[0])
    case [4, 2]: return DateInterval(year: numbers[0], month: numbers[1])
    case [4]: return DateInterval(year: numbers[0])
    case [4, 4] where numbers[1] == numbers[0] + 1: return schoolYear(from: numbers[0])
    default: return nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> DateInterval? {
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

  /// What `1 juli 2025`, `1/7/2025` and `1-7-2025` would be.
  private static func suggestion(for text: String) -> String? {
    let words = text.lowercased().split { " /.-".contains($0) }
    let numbers = words.map { word in
      Int(word) ?? months.firstIndex { $0.hasPrefix(word) && word.count >= 3 }.map { $0 + 1 }
    }
    let known = numbers.compactMap { $0 }
    guard known.count == numbers.count else { return nil }
    switch known.count {
    case 3 where known[2] > 31: return day(known[2], known[1], known[0])?.description
    case 3 where known[0] > 31: return day(known[0], known[1], known[2])?.description
    case 2 where known[1] > 31 && known[0] <= 12:
      return DateInterval(year: known[1], month: known[0])?.description
    default: return nil
    }
  }
}
