import Lint
import SourceText

/// A report for people at a terminal: findings with their lines, then scores, gaps and strengths per plan.
struct TextReporter {
  private let report: Report
  private let style: TextStyle
  private let terms: Terms

  init(report: Report, style: TextStyle) {
    self.report = report
    self.style = style
    self.terms = Terms(language: report.language)
  }

  func render() -> String {
    var parts = report.plans.map(plan)
    parts.append(summary())
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func plan(_ plan: PlanReport) -> String {
    var parts = [heading(plan)]
    parts += plan.problemGroups.map { problems($0, in: plan) }
    switch plan.status {
    case .unreadable:
      parts.append(terms.unreadable)
      return parts.joined(separator: "\n\n")
    case .partial: parts.append(terms.partial)
    case .judged: break
    }
    if parts.count == 1 { parts.append(terms.noFindings) }
    parts.append(lessons(plan))
    parts += [nextStep(plan), undetermined(plan), deviations(plan), strengths(plan)]
      .compactMap { $0 }
    return parts.joined(separator: "\n\n")
  }

  private func heading(_ plan: PlanReport) -> String {
    let names = [plan.municipality, plan.programme].compactMap { $0 }
    let title = ([plan.file.path] + names).map(TerminalText.visible).joined(separator: " · ")
    let rule = String(repeating: "─", count: min(style.width, TerminalText.width(of: title)))
    return style.paint(title, .bold) + "\n" + style.paint(rule, .dim)
  }

  /// What one rule found: each finding with its lines, then why, what to do, and on whose word.
  private func problems(_ findings: [Finding], in plan: PlanReport) -> String {
    var lines: [String] = []
    for (index, finding) in findings.enumerated() {
      let severity = finding.severity ?? .info
      let known = finding.baseline == .unchanged ? " (\(terms.known))" : ""
      let label = "\(terms.severity(severity))[\(finding.rule)]\(known)"
      let message = TerminalText.visible(finding.message)
      lines.append(
        style.paint(label, ink(severity)) + " "
          + style.wrap(message, first: TerminalText.width(of: label) + 1, indent: 2)
      )
      // The same advice again: what stands close by tells enough.
      let excerpt = Excerpt(
        of: finding,
        in: plan.file,
        reach: index == 0 ? .max : 3,
        width: style.width - 24
      )
      let snippet = Snippet(plan.file, at: finding.range.start, excerpt)
      if index == 0 {
        lines.append(snippet.render(style: style, ink: ink(severity)))
      } else {
        lines += [snippet.body(style: style, ink: ink(severity))].compactMap { $0 }
      }
      lines += evidence(excerpt.unplaced, in: plan, isRepeated: index > 0)
    }
    guard let shared = findings.first else { return "" }
    if let why = shared.why { lines.append(note(terms.why, why)) }
    for remedy in findings.compactMap(\.remedy).uniqued() {
      lines.append(note(terms.remedy, remedy))
    }
    if let worth = worth(of: findings, in: plan) { lines.append(note(terms.worth, worth)) }
    for citation in shared.citations {
      lines.append(note(terms.source, report.pack.words(citation)))
    }
    if !shared.judgements.isEmpty {
      lines.append(note(terms.ownThreshold, shared.judgements.joined(separator: "; ")))
    }
    return lines.joined(separator: "\n")
  }

  /// What the lines above do not show.
  private func evidence(
    _ evidence: [Finding.Evidence],
    in plan: PlanReport,
    isRepeated: Bool
  ) -> [String] {
    guard !evidence.isEmpty, !isRepeated || evidence.contains(where: { $0.range != nil }) else {
      return []
    }
    let shown = evidence.prefix(4).map { row in
      let value = row.range == nil ? terms.absent : row.shown
      let place = row.range.map { " (\(terms.line) \(plan.file.location(of: $0.start).line))" }
      return "\(row.path.dropFirst(2)) = \(value)\(place ?? "")"
    }
    let rest = evidence.count - shown.count
    let all = rest > 0 ? shown + [terms.more(rest)] : Array(shown)
    return [note(terms.seen, all.joined(separator: "; "))]
  }

  /// What mending all of them brings, and what it costs; nil where there is no grade to bring it to.
  private func worth(of findings: [Finding], in plan: PlanReport) -> String? {
    let gain = findings.reduce(0) { $0 + $1.gain }
    guard plan.score?.grade != nil, gain > 0 else { return nil }
    let effort = findings.first?.effort.map { ", \(terms.effort($0))" } ?? ""
    return terms.points(gain) + effort
  }

  private func note(_ label: String, _ text: String) -> String {
    let start = "  = \(label): "
    return style.paint("  = \(label):", .blue) + " "
      + style.wrap(TerminalText.visible(text), first: start.count, indent: 4)
  }

  private func ink(_ severity: Severity) -> TextStyle.Ink {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .blue
    case .hint: .cyan
    }
  }

  private func lessons(_ plan: PlanReport) -> String {
    let width = plan.lessons.map { TerminalText.width(of: $0.title) }.max() ?? 0
    var lines = [style.paint(terms.lessons, .bold)]
    for lesson in plan.lessons {
      let gap = String(repeating: " ", count: width - TerminalText.width(of: lesson.title))
      let weight = lesson.weight > 1 ? " ×\(lesson.weight)" : "   "
      let figures = lesson.interval.map(interval) ?? style.paint(terms.notApplicable, .dim)
      lines.append("  \(lesson.title)\(gap)\(weight)  \(figures)")
    }
    if let score = plan.score { lines.append(total(score, in: plan)) }
    return lines.joined(separator: "\n")
  }

  /// A bar of twenty parts: sure, possible, lost.
  private func interval(_ interval: ScoreInterval) -> String {
    let low = Int((interval.low * 20).rounded(.down))
    let high = max(low, Int((interval.high * 20).rounded()))
    let bar =
      style.paint(String(repeating: "█", count: low), .green)
      + style.paint(String(repeating: "▒", count: high - low), .dim)
      + style.paint(String(repeating: "·", count: 20 - high), .dim)
    return "\(bar)  \(figures(interval, terms.percent))"
  }

  private func figures(_ interval: ScoreInterval, _ show: (Double) -> String) -> String {
    let (low, high) = (show(interval.low), show(interval.high))
    return low == high ? low : "\(low) \(terms.to) \(high)"
  }

  private func total(_ score: Score, in plan: PlanReport) -> String {
    let basis = "\(terms.percent(score.total.basis)) \(terms.judged)"
    guard let grade = score.grade else {
      let reason = plan.isComplete ? terms.noGradeBasis : terms.noGradeIncomplete
      return
        "  \(style.paint(terms.total, .bold)): \(figures(score.total, terms.percent)) · \(basis)\n  "
        + style.wrap(reason, first: 2, indent: 2)
    }
    let high = Score.grade(score.total.high)
    let range = high > grade ? " (\(terms.to) \(terms.grade(high)))" : ""
    let band = score.band.map { " · " + $0[report.language] } ?? ""
    return "  "
      + style.paint("\(terms.gradeName) \(terms.grade(grade))\(range)\(band)", .bold)
      + " · \(basis)" + withoutDeviations(plan)
  }

  private func withoutDeviations(_ plan: PlanReport) -> String {
    guard let grade = plan.scoreWithoutDeviations?.grade else { return "" }
    return " · \(terms.withoutDeviations) \(terms.grade(grade))"
  }

  /// The findings to mend first, in their order.
  private func nextStep(_ plan: PlanReport) -> String? {
    guard let step = plan.nextStep else { return nil }
    var lines = [
      style.paint(terms.nextStep, .bold),
      "  " + style.wrap(terms.reaches(step, in: report.language), first: 2, indent: 2),
    ]
    for (index, fingerprint) in step.findings.enumerated() {
      guard let finding = plan.findings.first(where: { $0.fingerprint == fingerprint }) else {
        continue
      }
      let start = "  \(index + 1). "
      let place =
        "\(finding.rule), \(terms.line) \(plan.file.location(of: finding.range.start).line)"
      let words = TerminalText.visible("\(finding.title): \(finding.message)")
      lines.append(start + style.wrap(words, first: start.count, indent: start.count))
      lines.append(String(repeating: " ", count: start.count) + style.paint(place, .dim))
    }
    return lines.joined(separator: "\n")
  }

  /// The rules that the plan sets aside, with its reasons.
  private func deviations(_ plan: PlanReport) -> String? {
    guard !plan.deviations.isEmpty else { return nil }
    var lines = [style.paint(terms.deviations, .bold)]
    for deviation in plan.deviations {
      let facts = [deviation.item, deviation.by, deviation.until.map { "\(terms.until) \($0)" }]
        .compactMap { $0 }
      let details = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
      let reason = deviation.reason ?? terms.noReason
      let words = "\(deviation.rule): \(reason)\(details). \(terms.status(deviation.status))"
      lines.append("  - " + style.wrap(TerminalText.visible(words), first: 4, indent: 4))
    }
    return lines.joined(separator: "\n")
  }

  /// What could not be judged, by the field that it waits for.
  private func undetermined(_ plan: PlanReport) -> String? {
    let fields = plan.missingFields
    guard !fields.isEmpty else { return nil }
    var lines = [style.paint(terms.undetermined, .bold)]
    for field in fields.prefix(12) {
      let times = field.places > 1 ? " (\(field.places)×)" : ""
      let name = TerminalText.visible(field.name)
      let start = "  \(terms.rules(field.findings.count)) \(terms.waitFor) \(name)\(times): "
      let names = field.findings.map(\.rule).joined(separator: ", ")
      lines.append(start + style.wrap(names, first: TerminalText.width(of: start), indent: 4))
    }
    if fields.count > 12 { lines.append("  " + terms.more(fields.count - 12)) }
    return lines.joined(separator: "\n")
  }

  private func strengths(_ plan: PlanReport) -> String? {
    let strengths = plan.strengths
    guard !strengths.isEmpty else { return nil }
    var lines = [style.paint(terms.strengths, .bold)]
    for finding in strengths {
      let message = TerminalText.visible(finding.message)
      lines.append("  \(style.paint("+", .green)) " + style.wrap(message, first: 4, indent: 4))
      let place = "\(terms.line) \(plan.file.location(of: finding.range.start).line)"
      lines.append("    " + style.paint("\(finding.rule), \(place)", .dim))
    }
    return lines.joined(separator: "\n")
  }

  private func summary() -> String {
    let summary = report.summary
    let counts: [(Severity, Int)] = [
      (.error, summary.errors), (.warning, summary.warnings), (.info, summary.infos),
      (.hint, summary.hints),
    ]
    var parts = counts.map { terms.count($0, $1) }
    if summary.unreadable > 0 { parts.append(terms.unreadablePlans(summary.unreadable)) }
    if summary.skipped > 0 { parts.append(terms.skipped(summary.skipped)) }
    let line = style.paint("\(terms.plans(summary.plans)): ", .bold) + parts.joined(separator: ", ")
    return line + "\n" + style.paint(terms.advice, .dim)
  }
}
