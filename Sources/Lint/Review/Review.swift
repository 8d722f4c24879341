/// What stands out over many plans, as a value; reporters turn it into text.
package struct Review: Sendable {
  package let tool: Report.Tool
  package let pack: PackSummary
  package let language: Language
  /// In the order in which the paths were given and found.
  package let plans: [PlanDigest]
  /// What became of every path.
  package let account: Account
  /// The score in total of the plans with a grade, as shares of points; nil when none has one.
  package let total: Spread?
  /// In the pack's order.
  package let lessons: [LessonOverview]
  /// The rules that found something, those that did so in most plans first.
  package let rules: [RuleOverview]
  package let sizeClasses: SizeClasses
  /// The furthest from the others first.
  package let outliers: [Outlier]
  package let overlaps: Overlaps
  /// What could not be judged, the field that is missing in most plans first.
  package let fields: [FieldOverview]
  /// The movement since an earlier review; nil without one.
  package let comparison: ReviewComparison?

  /// What became of every path that was given.
  package struct Account: Hashable, Sendable {
    package var judged = 0
    package var partial = 0
    package var unreadable = 0
    /// YAML files in searched folders that are no plans.
    package var skipped = 0

    /// All plans that were found.
    package var plans: Int { judged + partial + unreadable }
  }

  /// Reviews plans.
  ///
  /// Takes time linear in their number, but for sorting.
  package init(
    tool: Report.Tool,
    pack: PackSummary,
    language: Language,
    plans: [PlanDigest],
    sizeClasses: [String] = [],
    skipped: Int = 0,
    earlier: EarlierReview? = nil
  ) {
    self.tool = tool
    self.pack = pack
    self.language = language
    self.plans = plans
    var account = Account(skipped: skipped)
    for plan in plans {
      switch plan.status {
      case .judged: account.judged += 1
      case .partial: account.partial += 1
      case .unreadable: account.unreadable += 1
      }
    }
    self.account = account
    total = Spread(plans.compactMap(\.gradedShare))
    lessons = pack.lessons.indices.map { LessonOverview($0, of: plans, pack: pack) }
    rules = RuleOverview.all(of: plans, pack: pack)
    self.sizeClasses = SizeClasses(of: plans, lessons: pack.lessons.count, words: sizeClasses)
    outliers = Outlier.all(of: plans, total: total, lessons: lessons)
    overlaps = OverlapSearch(plans).overlaps()
    fields = FieldOverview.all(of: plans)
    comparison = earlier.map { ReviewComparison(from: $0, to: plans, pack: pack) }
  }

  /// What an interval says for certain, when enough of it could be judged to count among others.
  ///
  /// The line is that of the grade: an interval of which less than half could be judged says more of the questions than
  /// of the plan.
  package static func counted(_ interval: ScoreInterval) -> Double? {
    interval.basis >= Score.leastBasis ? interval.low : nil
  }
}
