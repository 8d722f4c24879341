/// A share of points, as an interval where not everything could be judged (DESIGN 8).
package struct ScoreInterval: Hashable, Sendable {
  /// Counts what could not be judged as not passed.
  package var low: Double
  /// Counts what could not be judged as passed.
  package var high: Double
  /// The share of weight that could be judged.
  package var basis: Double

  package init(low: Double, high: Double, basis: Double) {
    self.low = low
    self.high = high
    self.basis = basis
  }

  /// The interval whose width is what could not be judged.
  package init(low: Double, high: Double) {
    self.init(low: low, high: high, basis: 1 - (high - low))
  }
}

/// The score of a plan.
package struct Score: Sendable {
  /// The basis below which there is no grade.
  package static let leastBasis = 0.5

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
