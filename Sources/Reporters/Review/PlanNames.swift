import Lint

/// What plans are called among others.
struct PlanNames {
  private let names: [String]
  /// The plans by name: municipalities as in a register, plans without one last, as indexes.
  let order: [Int]

  init(_ review: Review) {
    var counts: [String: Int] = [:]
    for plan in review.plans {
      if let name = plan.municipality { counts[name, default: 0] += 1 }
    }
    let names = review.plans.map { plan -> String in
      guard let name = plan.municipality else { return plan.programme ?? plan.path }
      // Where a municipality has several plans, its name alone does not tell which.
      guard counts[name, default: 0] > 1 else { return name }
      return "\(name) · \(plan.programme ?? plan.path)"
    }
    self.names = names
    let keys = names.map(Self.key)
    order = review.plans.indices.sorted { left, right in
      let isUnnamed = review.plans[left].municipality == nil
      let isOtherUnnamed = review.plans[right].municipality == nil
      if isUnnamed != isOtherUnnamed { return isOtherUnnamed }
      return (keys[left], left) < (keys[right], right)
    }
  }

  subscript(plan: Int) -> String { names[plan] }

  /// A name without what a register passes over: capitals, signs before the first letter, `'s-`.
  private static func key(_ name: String) -> String {
    let small = name.lowercased()
    let rest = small.hasPrefix("'s-") || small.hasPrefix("’s-") ? small.dropFirst(3) : small[...]
    return String(rest.drop { !$0.isLetter && !$0.isNumber })
  }
}

extension Review {
  /// The title of a lesson, by its index.
  func title(ofLesson index: Int) -> String { lessons[index].title }

  /// The plans that stand apart, each once with all that it stands apart on, the furthest first.
  var outliersByPlan: [(plan: Int, outliers: [Outlier])] {
    let groups = Dictionary(grouping: outliers, by: \.plan)
    return outliers.map(\.plan).uniqued().map { ($0, groups[$0] ?? []) }
  }

  /// On what a plan stands apart, in words.
  func words(_ outlier: Outlier, _ terms: Terms) -> String {
    terms.apart(outlier, outlier.lesson.map(title(ofLesson:)))
  }

  /// The titles of rules, by id.
  var ruleTitles: [String: String] {
    Dictionary(pack.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The plans that could not be read in full.
  var troubled: [Int] { plans.indices.filter { plans[$0].status != .judged } }

  /// The plans that the grade or the refusal of it is about.
  var graded: Int { plans.count { $0.score?.grade != nil } }
}
