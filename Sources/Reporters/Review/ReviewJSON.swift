import Lint

/// The review for programs: version 1 of the format, to which members are only ever added.
///
/// `plans` holds an object a line: `path`, `status`, `municipality`, `programme`, `sizeClass`, `score` and `lessons` as in
/// the report of `check`, `rules` (that found something), `missing` (fields), `trouble`. All shares run from 0 to 1.
/// `account` says what became of every path. `total` and each of `lessons` hold a `spread` (least, quarters, greatest,
/// plans per tenth); plans are referred to by their index in `plans`.
struct ReviewJSON {
  private let review: Review

  init(review: Review) {
    self.review = review
  }

  func render() -> String {
    var members: [(String, String)] = [
      ("schemaVersion", "1"),
      (
        "tool",
        compact([
          ("name", .string(review.tool.name)), ("version", .string(review.tool.version)),
        ])
      ),
      (
        "pack",
        compact([
          ("id", .string(review.pack.id)), ("version", .string(review.pack.version)),
          ("digest", .string(review.pack.digest)),
        ])
      ),
      ("account", account),
      ("total", compact([("graded", .int(review.graded)), ("spread", spread(review.total))])),
      ("lessons", lines(review.lessons, lesson)),
      ("rules", lines(review.rules, rule)),
      ("missing", lines(review.fields, field)),
      ("sizeClasses", lines(review.sizeClasses.groups, sizeClass)),
      ("outliers", lines(review.outliers, outlier)),
      (
        "commonText",
        compact([
          ("plans", .int(review.overlaps.compared)), ("share", share(review.overlaps.common)),
        ])
      ),
      ("overlaps", lines(review.overlaps.groups, overlap)),
    ]
    if let comparison = review.comparison { members.append(("comparison", compact(comparison))) }
    members.append(("plans", lines(review.plans, plan)))
    return "{\n" + members.map { "  \"\($0)\": \($1)" }.joined(separator: ",\n") + "\n}\n"
  }

  /// A list with an item a line: thousands of plans stay small, and a program can read along.
  private func lines<Item>(_ items: [Item], _ object: (Item) -> [(String, JSONText)]) -> String {
    guard !items.isEmpty else { return "[]" }
    return "[\n" + items.map { "    " + compact(object($0)) }.joined(separator: ",\n") + "\n  ]"
  }

  private func compact(_ members: [(String, JSONText)]) -> String {
    JSONText.object(members).compact
  }

  private var account: String {
    let account = review.account
    return compact([
      ("plans", .int(account.plans)), ("judged", .int(account.judged)),
      ("partial", .int(account.partial)), ("unreadable", .int(account.unreadable)),
      ("skipped", .int(account.skipped)),
    ])
  }

  private func lesson(_ lesson: LessonOverview) -> [(String, JSONText)] {
    [
      ("id", .string(lesson.id)), ("title", .string(lesson.title)),
      ("weight", .int(lesson.weight)), ("spread", spread(lesson.spread)),
      ("missed", indexes(lesson.missed)), ("open", .int(lesson.open)),
      ("notApplicable", .int(lesson.notApplicable)),
    ]
  }

  private func rule(_ rule: RuleOverview) -> [(String, JSONText)] {
    [
      ("id", .string(rule.id)), ("title", .string(rule.title)), ("lesson", text(rule.lesson)),
      ("plans", indexes(rule.plans)),
    ]
  }

  private func field(_ field: FieldOverview) -> [(String, JSONText)] {
    [
      ("field", .string(field.field)), ("plans", .int(field.plans)),
      ("rules", .array(field.rules.map(JSONText.string))),
    ]
  }

  private func sizeClass(_ group: SizeClasses.Group) -> [(String, JSONText)] {
    let medians = zip(review.lessons, group.lessons).map { lesson, median in
      JSONText.object([("id", .string(lesson.id)), ("median", share(median))])
    }
    return [
      ("name", .string(group.name)), ("plans", .int(group.plans)), ("median", share(group.total)),
      ("lessons", .array(medians)),
    ]
  }

  private func outlier(_ outlier: Outlier) -> [(String, JSONText)] {
    [
      ("plan", .int(outlier.plan)),
      ("lesson", text(outlier.lesson.map { review.lessons[$0].id })),
      ("share", share(outlier.share)), ("from", share(outlier.fences.lowerBound)),
      ("to", share(outlier.fences.upperBound)),
    ]
  }

  private func overlap(_ overlap: Overlap) -> [(String, JSONText)] {
    [
      ("plans", indexes(overlap.plans)), ("least", share(overlap.shares.lowerBound)),
      ("most", share(overlap.shares.upperBound)),
      ("sections", .array(overlap.sections.map(JSONText.string))),
    ]
  }

  private func compact(_ comparison: ReviewComparison) -> String {
    compact([
      ("samePack", .bool(comparison.isSamePack)), ("median", movement(comparison.median)),
      (
        "lessons",
        .array(
          comparison.lessons.map { lesson in
            .object([
              ("id", .string(review.lessons[lesson.lesson].id)),
              ("median", movement(lesson.median)), ("up", .int(lesson.up)),
              ("same", .int(lesson.same)), ("down", .int(lesson.down)),
            ])
          }
        )
      ),
      (
        "plans",
        .array(
          comparison.plans.map { plan in
            .object([("plan", .int(plan.plan)), ("total", movement(plan.total))])
          }
        )
      ),
      ("new", indexes(comparison.new)),
      ("gone", .array(comparison.gone.map { .string($0.path) })),
    ])
  }

  private func plan(_ plan: PlanDigest) -> [(String, JSONText)] {
    let lessons = zip(review.lessons, plan.lessons).map { lesson, interval in
      JSONText.object([
        ("id", .string(lesson.id)), ("low", share(interval?.low)), ("high", share(interval?.high)),
        ("basis", share(interval?.basis)),
      ])
    }
    return [
      ("path", .string(plan.path)), ("status", .string(plan.status.rawValue)),
      ("municipality", text(plan.municipality)), ("programme", text(plan.programme)),
      ("sizeClass", text(plan.sizeClass)), ("score", plan.score.map(score) ?? .null),
      ("lessons", .array(lessons)), ("rules", .array(plan.failed.map { .string($0.rule) })),
      ("missing", .array(plan.missing.map { .string($0.field) })), ("trouble", text(plan.trouble)),
    ]
  }

  private func score(_ score: Score) -> JSONText {
    .object([
      ("low", share(score.total.low)), ("high", share(score.total.high)),
      ("basis", share(score.total.basis)), ("grade", score.grade.map(JSONText.double) ?? .null),
      ("band", text(score.band?[review.language])),
    ])
  }

  private func spread(_ spread: Spread?) -> JSONText {
    guard let spread else { return .null }
    return .object([
      ("plans", .int(spread.count)), ("least", share(spread.least)),
      ("lowerQuarter", share(spread.lowerQuarter)), ("median", share(spread.median)),
      ("upperQuarter", share(spread.upperQuarter)), ("greatest", share(spread.greatest)),
      ("tenths", indexes(spread.tenths)),
    ])
  }

  private func movement(_ movement: ReviewComparison.Movement?) -> JSONText {
    guard let movement else { return .null }
    return .object([("from", share(movement.from)), ("to", share(movement.to))])
  }

  private func indexes(_ numbers: [Int]) -> JSONText { .array(numbers.map(JSONText.int)) }

  private func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// A share to four decimals, as in the report of `check`.
  private func share(_ share: Double?) -> JSONText {
    share.map { .double(($0 * 10000).rounded() / 10000) } ?? .null
  }
}

extension JSONText {
  fileprivate static func int(_ number: Int) -> JSONText { .int(Int64(number)) }
}
