/// A fact that the plan does not tell, and what telling it would settle.
package struct Gap: Sendable {
  /// The field, with items of a list taken together: `$.activiteiten[…].budget`.
  package var field: String
  /// The places to fill in, in the order they were met.
  package var paths: [String]
  /// The rules that wait for it, by id.
  package var rules: [String]
  /// By how much the score's interval narrows, between 0 and 1.
  ///
  /// A verdict that waits for several facts counts for an equal part with each that is still open.
  package var narrowing: Double
}

extension Gap {
  /// How many facts a report asks for at most.
  package static let shown = 5

  /// The facts that together narrow the interval most, the widest first.
  ///
  /// Chosen one by one, each on top of those before it.
  static func widest(in judgement: Judgement, ledger: Ledger) -> [Gap] {
    let (gaps, waiting) = gather(judgement, ledger)
    // The rows that wait for each gap.
    var rows = [[Int]](repeating: [], count: gaps.count)
    for (row, (places, _)) in waiting.enumerated() {
      for place in places { rows[place].append(row) }
    }
    // For how many facts each row still waits.
    var open = waiting.map { $0.places.count }
    var isChosen = [Bool](repeating: false, count: gaps.count)
    var chosen: [Gap] = []
    while chosen.count < shown {
      var weights = [Double](repeating: 0, count: gaps.count)
      for (row, (places, points)) in waiting.enumerated() where open[row] > 0 {
        let part = points.share / Double(open[row])
        for place in places where !isChosen[place] { weights[place] += part }
      }
      var widest: Int?
      for place in gaps.indices where !isChosen[place] {
        if weights[place] > widest.map({ weights[$0] }) ?? -1 { widest = place }
      }
      guard let widest else { break }
      isChosen[widest] = true
      for row in rows[widest] { open[row] -= 1 }
      chosen.append(gaps[widest])
      chosen[chosen.count - 1].narrowing = weights[widest]
    }
    return chosen.enumerated()
      .sorted { ($1.element.narrowing, $0.offset) < ($0.element.narrowing, $1.offset) }
      .map(\.element)
  }

  /// The facts that verdicts wait for, and for each verdict which of them by number, with the points that hang on it.
  private static func gather(
    _ judgement: Judgement,
    _ ledger: Ledger
  ) -> ([Gap], [(places: [Int], points: Points)]) {
    var gaps: [Gap] = []
    var waiting: [(places: [Int], points: Points)] = []
    var placesOfFields: [String: Int] = [:]
    // By the number of a path.
    var placesOfPaths: [Int?] = []
    for (verdict, rule, missing) in judgement.missing where ledger.gains[verdict] > .none {
      var places: [Int] = []
      places.reserveCapacity(missing.count)
      for number in missing {
        while placesOfPaths.count <= number { placesOfPaths.append(nil) }
        let place: Int
        if let known = placesOfPaths[number] {
          place = known
        } else {
          let path = judgement.paths[number]
          let field = Self.field(of: path)
          place = placesOfFields[field] ?? gaps.count
          if place == gaps.count {
            placesOfFields[field] = place
            gaps.append(Gap(field: field, paths: [], rules: [], narrowing: 0))
          }
          gaps[place].paths.append(path)
          placesOfPaths[number] = place
        }
        if !places.contains(place) { places.append(place) }
        if gaps[place].rules.last != rule, !gaps[place].rules.contains(rule) {
          gaps[place].rules.append(rule)
        }
      }
      waiting.append((places, ledger.gains[verdict]))
    }
    return (gaps, waiting)
  }

  /// A path with the places of items left open, `[…]`, which may change without the fact being another.
  package static func field(of path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "[")) else { return path }
    let text = Array(path.utf8)
    var field: [UInt8] = []
    field.reserveCapacity(text.count + 2)
    var index = 0
    while index < text.count {
      field.append(text[index])
      index += 1
      guard field.last == UInt8(ascii: "[") else { continue }
      var end = index
      while end < text.count, Notation.isDigit(text[end]) { end += 1 }
      guard end > index, end < text.count, text[end] == UInt8(ascii: "]") else { continue }
      field += "…".utf8
      index = end
    }
    return String(decoding: field, as: UTF8.self)
  }
}
