/// How many plans did with one lesson.
package struct LessonOverview: Sendable {
  /// The percentage under which a lesson is missed: a grade of 5.5, where the pack's `voldoende` begins; our own choice.
  package static let missedBelow = 50

  package let id: String
  package let title: String
  package let weight: Int
  /// Over the plans of which enough could be judged.
  package let spread: Spread?
  /// The plans that miss it even if all that is not known turns out well; the lowest first, as indexes.
  package let missed: [Int]
  /// How many plans have too little to judge the lesson by.
  package let open: Int
  /// How many plans the lesson says nothing about.
  package let notApplicable: Int

  init(_ index: Int, of plans: [PlanDigest], pack: PackSummary) {
    let lesson = pack.lessons[index]
    id = lesson.id
    title = lesson.title
    weight = lesson.weight
    var shares: [Double] = []
    var missed: [(plan: Int, interval: ScoreInterval)] = []
    var open = 0
    var notApplicable = 0
    for (place, plan) in plans.enumerated() where plan.status != .unreadable {
      guard plan.lessons.indices.contains(index), let interval = plan.lessons[index] else {
        notApplicable += 1
        continue
      }
      if Self.isMissed(interval) { missed.append((place, interval)) }
      if let share = Review.counted(interval) { shares.append(share) } else { open += 1 }
    }
    spread = Spread(shares)
    self.missed = missed.sorted {
      ($0.interval.high, $0.interval.low, $0.plan) < ($1.interval.high, $1.interval.low, $1.plan)
    }.map(\.plan)
    self.open = open
    self.notApplicable = notApplicable
  }

  /// Whether a lesson is missed whatever is still to be told.
  package static func isMissed(_ interval: ScoreInterval) -> Bool {
    Int((interval.high * 100).rounded()) < missedBelow
  }
}

/// In how many plans one rule found something to improve.
package struct RuleOverview: Sendable {
  package let id: String
  package let title: String
  /// The lesson's id; nil for what is wrong with a plan's form.
  package let lesson: String?
  /// The plans in which it did, as indexes in their order.
  package let plans: [Int]

  static func all(of plans: [PlanDigest], pack: PackSummary) -> [RuleOverview] {
    var found: [String: (title: String, plans: [Int])] = [:]
    for (index, plan) in plans.enumerated() {
      for rule in plan.failed { found[rule.rule, default: (rule.title, [])].plans.append(index) }
    }
    let known = Dictionary(pack.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return found.map { id, told in
      RuleOverview(
        id: id,
        title: known[id]?.title ?? told.title,
        lesson: known[id]?.lesson,
        plans: told.plans
      )
    }.sorted { ($1.plans.count, $0.id) < ($0.plans.count, $1.id) }
  }
}

/// In how many plans one field is missing, so that rules could not judge.
package struct FieldOverview: Sendable {
  package let field: String
  /// How many plans lack it.
  package let plans: Int
  /// The rules that wait for it in any plan, by id.
  package let rules: [String]

  static func all(of plans: [PlanDigest]) -> [FieldOverview] {
    var found: [String: (plans: Int, rules: Set<String>)] = [:]
    for plan in plans {
      for missing in plan.missing {
        found[missing.field, default: (0, [])].plans += 1
        found[missing.field]?.rules.formUnion(missing.rules)
      }
    }
    return found.map { field, told in
      FieldOverview(field: field, plans: told.plans, rules: told.rules.sorted())
    }.sorted { ($1.plans, $1.rules.count, $0.field) < ($0.plans, $0.rules.count, $1.field) }
  }
}
