@testable import Lint

/// Digests of plans that were never written, with the numbers that a test is about.
enum DigestFixture {
  static let pack = PackSummary(
    id: "proef",
    version: "1",
    digest: "fnv1a64:1",
    title: "Proef",
    sources: [],
    lessons: [
      LessonSummary(id: "tijd", title: "Tijd", weight: 2, description: ""),
      LessonSummary(id: "geld", title: "Geld", weight: 1, description: ""),
    ],
    rules: []
  )

  /// A plan of which everything could be judged, unless an interval says otherwise.
  static func plan(
    _ municipality: String?,
    path: String? = nil,
    programme: String? = nil,
    sizeClass: String? = nil,
    total: Double? = 0.6,
    lessons: [ScoreInterval?] = [],
    failed: [String] = [],
    missing: [PlanDigest.Missing] = [],
    text: String = ""
  ) -> PlanDigest {
    var shingles = Shingles()
    shingles.add(text, in: "activiteiten")
    return PlanDigest(
      path: path ?? "\(municipality ?? "plan").yaml",
      status: total == nil ? .unreadable : .judged,
      municipality: municipality,
      programme: programme,
      sizeClass: sizeClass,
      score: total.map { total in
        Score(
          total: ScoreInterval(low: total, high: total),
          grade: Score.grade(total),
          band: nil
        )
      },
      lessons: lessons,
      failed: failed.map { PlanDigest.Found(rule: $0, title: "De \($0)") },
      missing: missing,
      sketch: TextSketch(shingles)
    )
  }

  static func review(
    _ plans: [PlanDigest],
    sizeClasses: [String] = [],
    earlier: EarlierReview? = nil
  ) -> Review {
    Review(
      tool: Report.Tool(name: "plantoets", version: "0"),
      pack: pack,
      language: .nl,
      plans: plans,
      sizeClasses: sizeClasses,
      skipped: 2,
      earlier: earlier
    )
  }

  /// A share that is known for certain.
  static func sure(_ share: Double) -> ScoreInterval { ScoreInterval(low: share, high: share) }
}
