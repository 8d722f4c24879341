/// The plans by how large their municipality is, as they say themselves (`gemeente.grootteklasse`).
package struct SizeClasses: Sendable {
  /// The plans below which a class is not shown apart: of fewer a median says little, and points at few.
  package static let leastPlans = 5

  /// One class with enough plans.
  package struct Group: Sendable {
    /// The plan's word for it.
    package let name: String
    package let plans: Int
    /// The middle share in total; nil where too few plans could be judged.
    package let total: Double?
    /// The middle share of each lesson, in the pack's order.
    package let lessons: [Double?]
  }

  /// In the schema's order.
  package let groups: [Group]
  /// Classes with too few plans.
  package let small: [(name: String, plans: Int)]
  /// How many plans do not say.
  package let unsaid: Int

  init(of plans: [PlanDigest], lessons: Int, words: [String]) {
    var members: [String: [PlanDigest]] = [:]
    var unsaid = 0
    for plan in plans where plan.status != .unreadable {
      if let name = plan.sizeClass { members[name, default: []].append(plan) } else { unsaid += 1 }
    }
    self.unsaid = unsaid
    let known = words.filter { members[$0] != nil }
    let names = known + members.keys.filter { !words.contains($0) }.sorted()
    var groups: [Group] = []
    var small: [(name: String, plans: Int)] = []
    for name in names {
      let own = members[name] ?? []
      guard own.count >= Self.leastPlans else {
        small.append((name, own.count))
        continue
      }
      groups.append(
        Group(
          name: name,
          plans: own.count,
          total: Self.median(own.map(\.gradedShare)),
          lessons: (0..<lessons).map { lesson in
            Self.median(
              own.map { plan in
                plan.lessons.indices.contains(lesson)
                  ? plan.lessons[lesson].flatMap(Review.counted) : nil
              }
            )
          }
        )
      )
    }
    self.groups = groups
    self.small = small
  }

  /// The middle of what counts; nil when that is too little.
  private static func median(_ shares: [Double?]) -> Double? {
    let counted = shares.compactMap { $0 }
    return counted.count < leastPlans ? nil : Spread(counted)?.median
  }
}
