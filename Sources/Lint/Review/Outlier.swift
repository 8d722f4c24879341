/// A plan that stands apart from the others, in total or on one lesson; a reason to look, no verdict.
package struct Outlier: Sendable {
  /// As an index.
  package let plan: Int
  /// The lesson as an index; nil for the total.
  package let lesson: Int?
  package let share: Double
  /// The lines within which the others lie, by the rule of `Spread.fences`.
  package let fences: ClosedRange<Double>

  package var isHigh: Bool { share > fences.upperBound }

  /// How far outside the lines.
  private var distance: Double {
    isHigh ? share - fences.upperBound : fences.lowerBound - share
  }

  static func all(
    of plans: [PlanDigest],
    total: Spread?,
    lessons: [LessonOverview]
  ) -> [Outlier] {
    var outliers: [Outlier] = []
    for (index, plan) in plans.enumerated() {
      func compare(_ share: Double?, _ spread: Spread?, lesson: Int?) {
        guard let share, let fences = spread?.fences,
          !fences.contains(share)
        else { return }
        outliers.append(Outlier(plan: index, lesson: lesson, share: share, fences: fences))
      }
      compare(plan.gradedShare, total, lesson: nil)
      for (lesson, interval) in plan.lessons.enumerated() where lessons.indices.contains(lesson) {
        compare(interval.flatMap(Review.counted), lessons[lesson].spread, lesson: lesson)
      }
    }
    // Those in total before those of a lesson.
    return outliers.sorted { left, right in
      let (isTotal, isOtherTotal) = (left.lesson == nil, right.lesson == nil)
      if isTotal != isOtherTotal { return isTotal }
      return (right.distance, left.plan, left.lesson ?? -1)
        < (left.distance, right.plan, right.lesson ?? -1)
    }
  }
}
