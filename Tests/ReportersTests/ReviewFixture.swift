import SourceText

@testable import Lint

/// One review for all forms: numbers to check by hand, and text that tries to break out.
enum ReviewFixture {
  static func review(_ language: Language = .nl, plans: [PlanDigest] = plans) -> Review {
    Review(
      tool: Report.Tool(name: "plantoets", version: "0.0.0"),
      pack: PackSummary(
        id: "proef",
        version: "1.2.3",
        digest: "fnv1a64:0000000000000000",
        title: "Proefpakket",
        sources: [],
        lessons: [
          LessonSummary(id: "tijd", title: "Een tijdspad", weight: 2, description: ""),
          LessonSummary(id: "geld", title: "Samen <betalen>", weight: 1, description: ""),
        ],
        rules: []
      ),
      language: language,
      plans: plans,
      sizeClasses: ["klein", "groot"],
      skipped: 3,
      earlier: earlier
    )
  }

  static let plans: [PlanDigest] =
    (0..<14).map { number in
      plan(
        "Gemeente \(number)",
        low: 0.6 + Double(number % 4) / 100,
        text: number % 6 == 1 ? shared : own(number)
      )
    } + [
      plan("Laagdorp", low: 0.05, text: own(20)),
      plan("'s-Hertogendam", low: 0.7, high: 0.9, text: own(21)),
      plan("Dubbelstad", programme: "Een", low: 0.7, text: own(22)),
      plan("Dubbelstad", programme: "Twee", low: 0.7, text: own(23)),
      open, hostile, unreadable,
    ]

  private static func plan(
    _ municipality: String,
    programme: String? = nil,
    low: Double,
    high: Double? = nil,
    text: String
  ) -> PlanDigest {
    let interval = ScoreInterval(low: low, high: high ?? low)
    return PlanDigest(
      path: "plannen/\(programme ?? municipality).yaml",
      municipality: municipality,
      programme: programme,
      sizeClass: municipality.hasPrefix("Gemeente") ? "klein" : "groot",
      score: Score(total: interval, grade: Score.grade(low), band: nil),
      lessons: [interval, low < 0.1 ? ScoreInterval(low: 0.2, high: 0.4) : nil],
      failed: [PlanDigest.Found(rule: "looptijd-te-kort", title: "De looptijd is kort")],
      sketch: sketch(text),
      page: "rapporten/\(municipality.filter(\.isLetter).lowercased()).html"
    )
  }

  /// A plan that says of itself that it does not tell all.
  private static let open = PlanDigest(
    path: "open.yaml",
    municipality: "Opendorp",
    score: Score(total: ScoreInterval(low: 0.3, high: 0.95), grade: nil, band: nil),
    lessons: [ScoreInterval(low: 0, high: 1, basis: 0), nil],
    missing: [
      PlanDigest.Missing(field: "monitoring.indicatoren", rules: ["a", "b", "c", "d", "e"])
    ]
  )

  private static let hostile = PlanDigest(
    path: "é [1].yaml",
    status: .partial,
    municipality: Fixture.hostile,
    programme: Fixture.hostile,
    sizeClass: "<b>",
    score: Score(total: ScoreInterval(low: 0.62, high: 0.62), grade: 6.6, band: nil),
    lessons: [ScoreInterval(low: 0.62, high: 0.62), ScoreInterval(low: 1, high: 1)],
    failed: [PlanDigest.Found(rule: "onbekend-veld", title: "=1+1 <i>")],
    missing: [PlanDigest.Missing(field: "=a|b", rules: ["<r>"])],
    trouble: Fixture.hostile
  )

  private static let unreadable = PlanDigest(
    path: "weg.yaml",
    status: .unreadable,
    trouble: "Dit bestand bestaat niet."
  )

  private static let earlier = EarlierReview(
    packDigest: nil,
    plans: [
      EarlierReview.Plan(
        path: "oud.yaml",
        municipality: "Laagdorp",
        programme: nil,
        low: 0.5,
        grade: 5.5,
        lessons: ["tijd": 0.5, "geld": 0.1]
      ),
      EarlierReview.Plan(
        path: "verdwenen.yaml",
        municipality: "Verdwenen <dorp>",
        programme: nil,
        low: 0.5,
        grade: 5.5,
        lessons: [:]
      ),
    ]
  )

  private static let shared = (0..<120).map { "gedeeld\($0)" }.joined(separator: " ")

  private static func own(_ number: Int) -> String {
    (0..<120).map { "eigen\(number)x\($0)" }.joined(separator: " ")
  }

  private static func sketch(_ text: String) -> TextSketch? {
    var shingles = Shingles()
    shingles.add(text, in: "activiteiten")
    return TextSketch(shingles)
  }
}
