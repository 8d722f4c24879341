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
    var waiting: [(fields: Set<String>, points: Points)] = []
    var gaps: [Gap] = []
    var places: [String: Int] = [:]
    for (index, finding) in judgement.findings {
      guard finding.kind == .undetermined, ledger.gains[index] > .none,
        !finding.missing.isEmpty
      else { continue }
      var fields: Set<String> = []
      for path in finding.missing {
        let field = Self.field(of: path)
        fields.insert(field)
        let place = places[field] ?? gaps.count
        if place == gaps.count {
          places[field] = place
          gaps.append(Gap(field: field, paths: [], rules: [], narrowing: 0))
        }
        if !gaps[place].paths.contains(path) { gaps[place].paths.append(path) }
        if !gaps[place].rules.contains(finding.rule) { gaps[place].rules.append(finding.rule) }
      }
      waiting.append((fields, ledger.gains[index]))
    }
    var chosen: [Gap] = []
    while chosen.count < shown {
      var weights: [String: Double] = [:]
      for row in waiting {
        for field in row.fields {
          weights[field, default: 0] += row.points.share / Double(row.fields.count)
        }
      }
      let open = gaps.filter { weights[$0.field] != nil }
      guard var widest = open.first else { break }
      for gap in open where (weights[gap.field] ?? 0) > (weights[widest.field] ?? 0) {
        widest = gap
      }
      widest.narrowing = weights[widest.field] ?? 0
      chosen.append(widest)
      for index in waiting.indices { waiting[index].fields.remove(widest.field) }
      waiting.removeAll { $0.fields.isEmpty }
    }
    return chosen.enumerated()
      .sorted { ($1.element.narrowing, $0.offset) < ($0.element.narrowing, $1.offset) }
      .map(\.element)
  }

  /// A path with the places of items left open, which may change without the fact being another.
  static func field(of path: String) -> String {
    var field = ""
    var isInside = false
    for character in path {
      if character == "]" { isInside = false }
      if !isInside { field.append(character) }
      if character == "[" {
        isInside = true
        field.append("…")
      }
    }
    return field
  }
}
