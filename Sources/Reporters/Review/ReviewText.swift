import Lint

/// A short review for a terminal: what stands out, with the plans that show it.
struct ReviewText {
  private let review: Review
  private let style: TextStyle
  private let terms: Terms
  private let names: PlanNames
  private let titles: [String: String]

  init(review: Review, style: TextStyle) {
    self.review = review
    self.style = style
    terms = Terms(language: review.language)
    names = PlanNames(review)
    titles = review.ruleTitles
  }

  func render() -> String {
    let parts = [
      heading, lessons, rules, fields, sizeClasses, outliers, overlaps, comparison, troubled,
      style.paint(sentence(terms.reviewAdvice), .dim),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n") + "\n"
  }

  private var heading: String {
    let title = terms.reviewTitle(review.account.plans)
    var lines = [
      style.paint(title, .bold),
      style.paint(String(repeating: "─", count: TerminalText.width(of: title)), .dim),
    ]
    lines.append(sentence(terms.account(review.account)))
    lines.append(sentence(terms.grades(review.total)))
    return lines.joined(separator: "\n")
  }

  /// A line per lesson: how the plans lie from 0 to 100%, the middle, and how many miss it.
  private var lessons: String? {
    guard review.lessons.contains(where: { $0.spread != nil }) else { return nil }
    let width = review.lessons.map { TerminalText.width(of: $0.title) }.max() ?? 0
    let isWide = width + 40 <= style.width
    let lines = review.lessons.map { lesson -> String in
      let gap = String(repeating: " ", count: width - TerminalText.width(of: lesson.title))
      let start = "  \(lesson.title)" + (isWide ? "\(gap)  " : "\n    ")
      guard let spread = lesson.spread else { return start + style.paint("–", .dim) }
      let median = Self.padded(terms.percent(spread.median), to: 5)
      let missed =
        lesson.missed.isEmpty
        ? "" : "  " + "\(terms.missedBy.lowercased()) \(terms.plans(lesson.missed.count))"
      return start + style.paint(Self.line(of: spread), .green) + median + missed
    }
    let rest = "(0–100%, \(terms.middle.lowercased()))"
    let title =
      style.paint(terms.lessonsOfAll, .bold) + " "
      + style.wrap(rest, first: TerminalText.width(of: terms.lessonsOfAll) + 1, indent: 2)
    return ([title] + lines).joined(separator: "\n")
  }

  /// How many plans lie in each tenth, as marks of a height.
  private static func line(of spread: Spread) -> String {
    let marks = Array("▁▂▃▄▅▆▇█")
    let most = max(1, spread.tenths.max() ?? 1)
    return String(
      spread.tenths.map { count in
        count == 0 ? "·" : marks[(count * (marks.count - 1) + most - 1) / most]
      }
    )
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private var rules: String? {
    list(terms.rulesOfAll, review.rules, shown: 5) { rule in
      "\(terms.inPlans(rule.plans.count, of: review.plans.count)): \(rule.title) (\(rule.id))"
    }
  }

  private var fields: String? {
    list(terms.fieldsOfAll, review.fields, shown: 5) { field in
      "\(terms.inPlans(field.plans, of: review.plans.count)): \(field.field)"
    }
  }

  private var sizeClasses: String? {
    list(terms.sizeClasses, review.sizeClasses.groups, shown: 10) { group in
      let total = group.total.map {
        "\(terms.gradeName.lowercased()) \(terms.grade(Score.grade($0)))"
      }
      return "\(terms.sizeClass(group)): \(terms.middle.lowercased()) \(total ?? "–")"
    }
  }

  private var outliers: String? {
    list(terms.outliers, review.outliersByPlan, shown: 5) { group in
      let shown = group.outliers.prefix(1).map { review.words($0, terms) }
      let rest = group.outliers.count - shown.count
      let all = rest > 0 ? shown + [terms.more(rest)] : shown
      return "\(names[group.plan]): \(all.joined(separator: ", "))"
    }
  }

  private var overlaps: String? {
    list(terms.overlaps, review.overlaps.groups, shown: 5) { overlap in
      "\(some(overlap.plans, 4)): \(terms.sharedText(overlap))"
    }
  }

  private var comparison: String? {
    guard let comparison = review.comparison else { return nil }
    var lines = [style.paint(terms.sinceLast, .bold)]
    if !comparison.isSamePack { lines.append(item(terms.otherRules)) }
    lines.append(item(terms.moved(comparison)))
    for lesson in comparison.lessons {
      guard let median = lesson.median, median.isUp || median.isDown else { continue }
      let words =
        "\(review.title(ofLesson: lesson.lesson)): \(terms.percent(median.from)) → \(terms.percent(median.to))"
      lines.append("  " + style.paint(words, median.isUp ? .green : .red))
    }
    if !comparison.new.isEmpty {
      lines.append(item(terms.newPlans(some(comparison.new, 8), comparison.new.count)))
    }
    if !comparison.gone.isEmpty {
      let gone = comparison.gone.prefix(8).map { $0.municipality ?? $0.path }
      let rest = comparison.gone.count - gone.count
      let all = (rest > 0 ? gone + [terms.more(rest)] : gone).joined(separator: ", ")
      lines.append(item(terms.gonePlans(all, comparison.gone.count)))
    }
    return lines.joined(separator: "\n")
  }

  private var troubled: String? {
    list(terms.unreadPlans, review.troubled, shown: 10) { index in
      let plan = review.plans[index]
      return "\(plan.path): \(plan.trouble ?? terms.status(plan.status))"
    }
  }

  /// A heading with the first few items and a count of the rest; nil for none.
  private func list<Item>(
    _ title: String,
    _ items: [Item],
    shown: Int,
    _ words: (Item) -> String
  ) -> String? {
    guard !items.isEmpty else { return nil }
    var lines = [style.paint(title, .bold)] + items.prefix(shown).map { item(words($0)) }
    if items.count > shown { lines.append("  " + terms.more(items.count - shown)) }
    return lines.joined(separator: "\n")
  }

  private func item(_ words: String) -> String {
    "  " + style.wrap(TerminalText.visible(words), first: 2, indent: 4)
  }

  private func some(_ plans: [Int], _ count: Int) -> String {
    let shown = plans.prefix(count).map { names[$0] }
    let rest = plans.count - shown.count
    return (rest > 0 ? shown + [terms.more(rest)] : shown).joined(separator: ", ")
  }

  private func sentence(_ words: String) -> String {
    style.wrap(TerminalText.visible(words), first: 0, indent: 0)
  }
}
