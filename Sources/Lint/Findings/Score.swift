/// A share of points, as an interval where not everything could be judged (DESIGN 8).
package struct ScoreInterval: Hashable, Sendable {
  /// Counts what could not be judged as not passed.
  package var low: Double
  /// Counts what could not be judged as passed.
  package var high: Double
  /// The share of weight that could be judged.
  package var basis: Double
}

/// The score of a plan.
package struct Score: Sendable {
  package var total: ScoreInterval
  /// The *rapportcijfer*, 1 to 10 with one decimal; nil when the plan is incomplete or too little could be judged.
  package var grade: Double?
  /// The pack's word for the grade.
  package var band: LocalizedText?

  /// A grade for a share of points: 1 + 9 × share, rounded to one decimal.
  package static func grade(_ share: Double) -> Double {
    ((1 + 9 * share) * 10).rounded() / 10
  }
}

/// The score of one lesson; nil when no rule of it applies.
package struct LessonScore: Sendable {
  package var id: String
  package var title: String
  package var weight: Int
  package var interval: ScoreInterval?
}

/// Adds up verdicts into scores.
///
/// A rule's share is that of its applicable subjects that pass; a lesson is the weighted mean of its rules, the total
/// that of the lessons. What has nothing applicable drops out.
package struct Scorer: Sendable {
  private let pack: RulePack
  private let tallies: [Tally]

  package init(pack: RulePack, verdicts: [Verdict]) {
    self.pack = pack
    var tallies = [Tally](repeating: Tally(), count: pack.rules.count)
    for verdict in verdicts where pack.rules[verdict.rule].rule.kind == .problem {
      tallies[verdict.rule].add(verdict.outcome)
    }
    self.tallies = tallies
  }

  package func score(
    isComplete: Bool,
    language: Language
  ) -> (score: Score, lessons: [LessonScore]) {
    let lessons = pack.lessons.map { lesson in
      let parts = rules(of: lesson.id).compactMap { index in
        tallies[index].interval.map {
          (interval: $0, weight: Double(pack.rules[index].rule.weight))
        }
      }
      return LessonScore(
        id: lesson.id,
        title: lesson.title[language],
        weight: lesson.weight,
        interval: Self.mean(parts)
      )
    }
    let parts = lessons.compactMap { lesson in
      lesson.interval.map { (interval: $0, weight: Double(lesson.weight)) }
    }
    let total = Self.mean(parts) ?? ScoreInterval(low: 0, high: 1, basis: 0)
    let isGraded = isComplete && total.basis >= 0.5
    let grade = isGraded ? Score.grade(total.low) : nil
    return (Score(total: total, grade: grade, band: grade.flatMap(pack.band(for:))), lessons)
  }

  /// What one more subject of a rule that passes adds to the total's `low`.
  package func gain(ofRule index: Int) -> Double {
    func weight(ofLesson id: String) -> Double {
      rules(of: id).reduce(0) {
        $0 + (tallies[$1].applicable > 0 ? Double(pack.rules[$1].rule.weight) : 0)
      }
    }
    let rule = pack.rules[index].rule
    let total = pack.lessons.reduce(0) {
      $0 + (weight(ofLesson: $1.id) > 0 ? Double($1.weight) : 0)
    }
    guard
      tallies[index].applicable > 0, total > 0, let lesson = pack.lesson(rule.lesson),
      case let inLesson = weight(ofLesson: rule.lesson), inLesson > 0
    else { return 0 }
    return Double(lesson.weight) / total * Double(rule.weight) / inLesson
      / Double(tallies[index].applicable)
  }

  private func rules(of lesson: String) -> [Int] {
    pack.rules.indices.filter {
      pack.rules[$0].rule.lesson == lesson && pack.rules[$0].rule.kind == .problem
    }
  }

  private static func mean(
    _ parts: [(interval: ScoreInterval, weight: Double)]
  ) -> ScoreInterval? {
    let weight = parts.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    func mean(_ figure: KeyPath<ScoreInterval, Double>) -> Double {
      parts.reduce(0) { $0 + $1.interval[keyPath: figure] * $1.weight } / weight
    }
    return ScoreInterval(low: mean(\.low), high: mean(\.high), basis: mean(\.basis))
  }
}

/// The outcomes of one rule over its subjects.
private struct Tally {
  private var passed = 0
  private var undetermined = 0
  private(set) var applicable = 0

  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .pass: passed += 1
    case .fail: break
    case .undetermined: undetermined += 1
    case .notApplicable: return
    }
    applicable += 1
  }

  var interval: ScoreInterval? {
    guard applicable > 0 else { return nil }
    let count = Double(applicable)
    return ScoreInterval(
      low: Double(passed) / count,
      high: Double(passed + undetermined) / count,
      basis: Double(applicable - undetermined) / count
    )
  }
}
