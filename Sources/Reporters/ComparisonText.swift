package import Lint

/// What changed between two runs, for people.
package struct ComparisonText: Sendable {
  private let comparison: Comparison
  private let language: Language
  private let style: TextStyle
  private let terms: Terms

  package init(_ comparison: Comparison, language: Language, style: TextStyle) {
    self.comparison = comparison
    self.language = language
    self.style = style
    terms = Terms(language: language)
  }

  /// Ends in a line end.
  package func render() -> String {
    var parts = comparison.plans.map(plan)
    if !comparison.isSamePack {
      parts.append(
        choose(
          "De regels zijn tussendoor veranderd. Een verschil kan daarvan komen.",
          "The rules have changed in between; a difference may come from that."
        )
      )
    }
    let worse = comparison.plans.count(where: \.isWorse)
    parts.append(
      worse == 0
        ? choose("Geen plan is slechter geworden.", "No plan has become worse.")
        : choose("Slechter geworden: \(terms.plans(worse)).", "Worse: \(terms.plans(worse)).")
    )
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Only the plans in which something changed, without a conclusion; nil when there are none.
  ///
  /// Ends in a line end.
  package func renderChanges() -> String? {
    let changes = comparison.plans.filter(\.isChanged).map(plan)
    return changes.isEmpty ? nil : changes.joined(separator: "\n\n") + "\n"
  }

  private func plan(_ change: Comparison.PlanChange) -> String {
    var lines = [style.paint(TerminalText.visible(change.path), .bold)]
    guard let earlier = change.earlier else {
      return (lines + ["  " + choose("nieuw plan", "new plan")]).joined(separator: "\n")
    }
    guard let later = change.later else {
      return (lines + ["  " + choose("staat er niet meer bij", "no longer there")])
        .joined(separator: "\n")
    }
    if !later.isReadable {
      lines.append("  " + style.paint(choose("niet meer te lezen", "no longer readable"), .red))
    }
    if let score = score(earlier, later) { lines.append("  " + score) }
    for lesson in change.lessons where terms.percent(lesson.from) != terms.percent(lesson.to) {
      lines.append("  " + movement(lesson.title, lesson.from, lesson.to))
    }
    lines += list(choose("Verbeterd", "Mended"), change.mended, .green)
    lines += list(choose("Nieuw", "New"), change.new, .red)
    lines += list(choose("Opzij gezet", "Set aside"), change.setAside, .dim)
    let still = change.still.count
    lines.append("  " + choose("Blijft staan: \(still)", "Still there: \(still)"))
    return lines.joined(separator: "\n")
  }

  private func score(_ earlier: EarlierReport.Plan, _ later: EarlierReport.Plan) -> String? {
    if let from = earlier.grade, let to = later.grade {
      let text = "\(terms.gradeName): \(terms.grade(from)) → \(terms.grade(to))"
      return from == to ? text : style.paint(text, to > from ? .green : .red)
    }
    guard let from = earlier.low, let to = later.low, from != to else { return nil }
    return movement(terms.total, from, to)
  }

  private func movement(_ title: String, _ from: Double, _ to: Double) -> String {
    let text = "\(title): \(terms.percent(from)) → \(terms.percent(to))"
    return style.paint(text, to > from ? .green : .red)
  }

  private func list(
    _ title: String,
    _ findings: [EarlierReport.Finding],
    _ ink: TextStyle.Ink
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    return ["  " + style.paint("\(title): \(findings.count)", ink)]
      + findings.map { finding in
        let words = TerminalText.visible("\(finding.rule): \(finding.message)")
        return "    - " + style.wrap(words, first: 6, indent: 6)
      }
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
