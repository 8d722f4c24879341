import Lint

/// A review for a wiki or a mail: the tables of the page, each cut where it gets long.
struct ReviewMarkdown {
  /// The rows of a table that are shown; the matrix of more plans is in the other forms.
  private static let shown = 50

  private let review: Review
  private let terms: Terms
  private let names: PlanNames

  init(review: Review) {
    self.review = review
    terms = Terms(language: review.language)
    names = PlanNames(review)
  }

  func render() -> String {
    let parts = [
      opening, comparison, lessons, matrix, rules, fields, sizeClasses, outliers, overlaps,
      troubled,
      "---\n\n\(escaped(terms.reviewAdvice)) \(escaped(terms.madeWith(review.tool, review.pack)))\n",
    ]
    return parts.compactMap { $0 }.joined(separator: "\n")
  }

  private var opening: String {
    var lines = ["## \(escaped(terms.reviewTitle(review.account.plans)))", ""]
    lines.append(escaped(terms.account(review.account)))
    lines.append(escaped(terms.grades(review.total)))
    return lines.joined(separator: "\n") + "\n"
  }

  private var lessons: String? {
    table(
      terms.lessonsOfAll,
      [terms.lesson, terms.middle, terms.middleHalf, terms.missedBy, terms.openIn],
      review.lessons
    ) { lesson in
      [
        escaped(lesson.title), lesson.spread.map { terms.percent($0.median) } ?? "–",
        lesson.spread.map {
          "\(terms.percent($0.lowerQuarter))–\(terms.percent($0.upperQuarter))"
        } ?? "–",
        "\(lesson.missed.count)", "\(lesson.open)",
      ]
    }
  }

  private var matrix: String? {
    let columns = [terms.municipality, terms.gradeName] + review.lessons.map(\.title)
    return table(terms.matrix, columns, names.order) { index in
      let plan = review.plans[index]
      guard let score = plan.score else {
        return [escaped(names[index]), escaped(terms.status(plan.status))]
          + review.lessons.map { _ in "–" }
      }
      return [escaped(names[index]), grade(score)]
        + review.lessons.indices.map { lesson in
          let interval = plan.lessons.indices.contains(lesson) ? plan.lessons[lesson] : nil
          guard let interval else { return "–" }
          let figures = terms.figures(interval)
          return LessonOverview.isMissed(interval) ? "**\(figures)**" : figures
        }
    }
  }

  /// The grade, or what the total can be where there is none.
  private func grade(_ score: Score) -> String {
    score.grade.map(terms.grade)
      ?? escaped("\(terms.noGradeShort) (\(terms.figures(score.total))%)")
  }

  private var rules: String? {
    let titles = Dictionary(
      review.lessons.map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first }
    )
    return table(
      terms.rulesOfAll,
      [terms.ruleName, terms.lesson, terms.plansNoun],
      review.rules
    ) { rule in
      let lesson = rule.lesson.flatMap { titles[$0] } ?? terms.form
      return [
        "\(escaped(rule.title)) \(MarkdownText.code(rule.id))", escaped(lesson),
        terms.inPlans(rule.plans.count, of: review.plans.count),
      ]
    }
  }

  private var fields: String? {
    table(terms.fieldsOfAll, [terms.missingFact, terms.plansNoun], review.fields) { field in
      [
        MarkdownText.code(field.field),
        terms.inPlans(field.plans, of: review.plans.count),
      ]
    }
  }

  private var sizeClasses: String? {
    guard !review.sizeClasses.groups.isEmpty else { return nil }
    let columns = [terms.lesson] + review.sizeClasses.groups.map(terms.sizeClass)
    return table(terms.sizeClasses, columns, Array(review.lessons.indices)) { lesson in
      [escaped(review.title(ofLesson: lesson))]
        + review.sizeClasses.groups.map { $0.lessons[lesson].map(terms.percent) ?? "–" }
    }
  }

  private var outliers: String? {
    table(
      terms.outliers,
      [terms.municipality, terms.apartOn],
      review.outliersByPlan
    ) { group in
      [
        escaped(names[group.plan]),
        escaped(group.outliers.map { review.words($0, terms) }.joined(separator: "; ")),
      ]
    }
  }

  private var overlaps: String? {
    guard !review.overlaps.groups.isEmpty else { return nil }
    let items = review.overlaps.groups.prefix(Self.shown).map { overlap in
      let plans = overlap.plans.prefix(Self.shown).map { names[$0] }
      let rest = overlap.plans.count - plans.count
      let all = rest > 0 ? plans + [terms.more(rest)] : plans
      return "- \(escaped(all.joined(separator: ", "))): \(escaped(terms.sharedText(overlap)))\n"
    }
    return "### \(escaped(terms.overlaps))\n\n\(escaped(terms.overlapsLead))\n\n" + items.joined()
  }

  private var comparison: String? {
    guard let comparison = review.comparison else { return nil }
    let columns = [
      terms.lesson, terms.then, terms.now, terms.plansUp, terms.plansSame, terms.plansDown,
    ]
    let table = table(terms.sinceLast, columns, comparison.lessons) { lesson in
      [
        escaped(review.title(ofLesson: lesson.lesson)),
        lesson.median.map { terms.percent($0.from) } ?? "–",
        lesson.median.map { terms.percent($0.to) } ?? "–", "\(lesson.up)", "\(lesson.same)",
        "\(lesson.down)",
      ]
    }
    var lines = [escaped(terms.moved(comparison))]
    if !comparison.isSamePack { lines.append(escaped(terms.otherRules)) }
    if !comparison.new.isEmpty {
      let new = comparison.new.prefix(Self.shown).map { names[$0] }.joined(separator: ", ")
      lines.append(escaped(terms.newPlans(new, comparison.new.count)))
    }
    if !comparison.gone.isEmpty {
      let gone = comparison.gone.prefix(Self.shown).map { $0.municipality ?? $0.path }
      lines.append(escaped(terms.gonePlans(gone.joined(separator: ", "), comparison.gone.count)))
    }
    return (table ?? "") + "\n" + lines.joined(separator: "\n") + "\n"
  }

  private var troubled: String? {
    table(terms.unreadPlans, [terms.plan, terms.reason], review.troubled) { index in
      let plan = review.plans[index]
      return [MarkdownText.code(plan.path), escaped(plan.trouble ?? terms.status(plan.status))]
    }
  }

  /// A heading and a table; nil without rows.
  private func table<Row>(
    _ title: String,
    _ columns: [String],
    _ rows: [Row],
    _ cells: (Row) -> [String]
  ) -> String? {
    guard !rows.isEmpty else { return nil }
    var lines = [
      "### \(escaped(title))", "", row(columns.map(escaped)),
      row(columns.map { _ in "---" }),
    ]
    lines += rows.prefix(Self.shown).map { row(cells($0)) }
    if rows.count > Self.shown {
      lines += ["", escaped(terms.moreInTable(rows.count - Self.shown))]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}

extension Terms {
  /// An interval in whole percents without the sign: `35`, or `35–60` while it is open.
  func figures(_ interval: ScoreInterval) -> String {
    let (low, high) = (Int((interval.low * 100).rounded()), Int((interval.high * 100).rounded()))
    return low == high ? "\(low)" : "\(low)–\(high)"
  }
}
