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
    // Each gap by its place in the list: texts are slow to tell apart.
    var waiting: [(fields: [Int], points: Points)] = []
    var gaps: [Gap] = []
    var places: [String: Int] = [:]
    var placesOfPaths: [String: Int] = [:]
    for (index, finding) in judgement.findings {
      guard finding.kind == .undetermined, ledger.gains[index] > .none,
        !finding.missing.isEmpty
      else { continue }
      var fields: [Int] = []
      for path in finding.missing {
        let place: Int
        if let known = placesOfPaths[path] {
          place = known
        } else {
          let field = Self.field(of: path)
          place = places[field] ?? gaps.count
          if place == gaps.count {
            places[field] = place
            gaps.append(Gap(field: field, paths: [], rules: [], narrowing: 0))
          }
          gaps[place].paths.append(path)
          placesOfPaths[path] = place
        }
        if !fields.contains(place) { fields.append(place) }
        if gaps[place].rules.last != finding.rule, !gaps[place].rules.contains(finding.rule) {
          gaps[place].rules.append(finding.rule)
        }
      }
      waiting.append((fields, ledger.gains[index]))
    }
    var chosen: [Gap] = []
    while chosen.count < shown {
      var weights = [Double?](repeating: nil, count: gaps.count)
      for row in waiting {
        for field in row.fields {
          weights[field] = (weights[field] ?? 0) + row.points.share / Double(row.fields.count)
        }
      }
      var widest: (place: Int, weight: Double)?
      for (place, weight) in weights.enumerated() {
        if let weight, weight > widest?.weight ?? -1 { widest = (place, weight) }
      }
      guard let widest else { break }
      chosen.append(gaps[widest.place])
      chosen[chosen.count - 1].narrowing = widest.weight
      for index in waiting.indices { waiting[index].fields.removeAll { $0 == widest.place } }
      waiting.removeAll { $0.fields.isEmpty }
    }
    return chosen.enumerated()
      .sorted { ($1.element.narrowing, $0.offset) < ($0.element.narrowing, $1.offset) }
      .map(\.element)
  }

  /// A path with the places of items left open, which may change without the fact being another.
  static func field(of path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "[")) else { return path }
    var field: [UInt8] = []
    var isInside = false
    for byte in path.utf8 {
      if byte == UInt8(ascii: "]") { isInside = false }
      if !isInside { field.append(byte) }
      if byte == UInt8(ascii: "[") {
        isInside = true
        field += "…".utf8
      }
    }
    return String(decoding: field, as: UTF8.self)
  }
}
