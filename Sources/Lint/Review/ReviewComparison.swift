/// How plans and lessons moved since an earlier review.
package struct ReviewComparison: Sendable {
  /// A smaller difference is none: half a percent does not show in whole percents.
  package static let leastMovement = 0.005

  /// A share then and now.
  package struct Movement: Sendable {
    package let from: Double
    package let to: Double

    /// Positive for more.
    package var change: Double { to - from }

    package var isUp: Bool { change >= ReviewComparison.leastMovement }
    package var isDown: Bool { change <= -ReviewComparison.leastMovement }
  }

  package struct PlanMovement: Sendable {
    /// The plan of now, as an index.
    package let plan: Int
    /// Nil when either time it could not be judged.
    package let total: Movement?
    package let grades: (from: Double?, to: Double?)
  }

  package struct LessonMovement: Sendable {
    /// As an index.
    package let lesson: Int
    /// The middle of the plans of which enough could be judged both times.
    package let median: Movement?
    package let up: Int
    package let same: Int
    package let down: Int
  }

  /// Plans that both reviews have, in the order of now.
  package let plans: [PlanMovement]
  /// In the pack's order.
  package let lessons: [LessonMovement]
  /// The middle of the plans that had a grade both times.
  package let median: Movement?
  /// Plans of now that the earlier review has not, as indexes.
  package let new: [Int]
  /// Plans of the earlier review that are not there now.
  package let gone: [EarlierReview.Plan]
  /// Whether both judged by the same rules.
  package let isSamePack: Bool

  package init(from earlier: EarlierReview, to plans: [PlanDigest], pack: PackSummary) {
    isSamePack = earlier.packDigest == pack.digest
    let matches = Self.matches(earlier.plans, plans)
    var pairs: [(from: EarlierReview.Plan, to: PlanDigest)] = []
    var movements: [PlanMovement] = []
    for (index, plan) in plans.enumerated() {
      guard let match = matches[index] else { continue }
      let from = earlier.plans[match]
      pairs.append((from, plan))
      movements.append(
        PlanMovement(
          plan: index,
          total: Self.movement(from.low, plan.score?.total.low),
          grades: (from.grade, plan.score?.grade)
        )
      )
    }
    self.plans = movements
    new = plans.indices.filter { matches[$0] == nil }
    let known = Set(matches.values)
    gone = earlier.plans.indices.filter { !known.contains($0) }.map { earlier.plans[$0] }
    median = Self.median(
      movements.filter { $0.grades.from != nil && $0.grades.to != nil }.compactMap(\.total)
    )
    lessons = pack.lessons.enumerated().map { index, lesson in
      let moved = pairs.compactMap { pair -> Movement? in
        let to =
          pair.to.lessons.indices.contains(index)
          ? pair.to.lessons[index].flatMap(Review.counted) : nil
        return Self.movement(pair.from.lessons[lesson.id], to)
      }
      let up = moved.count(where: \.isUp)
      let down = moved.count(where: \.isDown)
      return LessonMovement(
        lesson: index,
        median: Self.median(moved),
        up: up,
        same: moved.count - up - down,
        down: down
      )
    }
  }

  private static func movement(_ from: Double?, _ to: Double?) -> Movement? {
    guard let from, let to else { return nil }
    return Movement(from: from, to: to)
  }

  private static func median(_ moved: [Movement]) -> Movement? {
    movement(Spread(moved.map(\.from))?.median, Spread(moved.map(\.to))?.median)
  }

  /// For plans of now their place among the earlier ones: by municipality and programme where that tells them apart,
  /// else by path.
  private static func matches(
    _ earlier: [EarlierReview.Plan],
    _ plans: [PlanDigest]
  ) -> [Int: Int] {
    var matches: [Int: Int] = [:]
    var taken: Set<Int> = []
    func match(_ before: [String?], _ now: [String?]) {
      let places = places(of: before) { !taken.contains($0) }
      for (key, index) in Self.places(of: now, where: { matches[$0] == nil }) {
        guard let index, case .some(.some(let place)) = places[key] else { continue }
        matches[index] = place
        taken.insert(place)
      }
    }
    match(
      earlier.map { key($0.municipality, $0.programme) },
      plans.map { key($0.municipality, $0.programme) }
    )
    match(earlier.map(\.path), plans.map(\.path))
    return matches
  }

  private static func key(_ municipality: String?, _ programme: String?) -> String? {
    guard let municipality else { return nil }
    return municipality.lowercased() + "\n" + (programme ?? "").lowercased()
  }

  /// Where each key stands; nil for a key that stands in several places.
  private static func places(
    of keys: [String?],
    where isOpen: (Int) -> Bool
  ) -> [String: Int?] {
    var places: [String: Int?] = [:]
    for (index, key) in keys.enumerated() where isOpen(index) {
      guard let key else { continue }
      places.updateValue(places.keys.contains(key) ? nil : index, forKey: key)
    }
    return places
  }
}
