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
    parts += problemGroups(plan).map { problems($0, in: plan) }
    switch plan.status {
    case .unreadable:
      parts.append(terms.unreadable)
      return parts.joined(separator: "\n\n")
    case .partial: parts.append(terms.partial)
    case .judged: break
    }
    if parts.count == 1 { parts.append(terms.noFindings) }
    parts.append(lessons(plan))
    parts += [undetermined(plan), strengths(plan)].compactMap { $0 }
    return parts.joined(separator: "\n\n")
  }

  private func heading(_ plan: PlanReport) -> String {
    let names = [plan.municipality, plan.programme].compactMap { $0 }
    let title = ([plan.file.path] + names).map(TerminalText.visible).joined(separator: " · ")
    let rule = String(repeating: "─", count: min(style.width, TerminalText.width(of: title)))
    return style.paint(title, .bold) + "\n" + style.paint(rule, .dim)
  }

  /// The problems of each rule together, so that a reader meets its advice once: the gravest first, then by place.
  private func problemGroups(_ plan: PlanReport) -> [[Finding]] {
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in plan.findings where finding.kind == .problem {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    return order.enumerated().map { index, rule in (index, groups[rule] ?? []) }
      .sorted { left, right in
        let (gravest, other) = (self.gravest(left.1), self.gravest(right.1))
        return gravest == other ? left.0 < right.0 : gravest > other
      }
      .map(\.1)
  }

  private func gravest(_ findings: [Finding]) -> Severity {
    findings.compactMap(\.severity).max() ?? .hint
  }

  /// What one rule found: each finding with its line and evidence, then why, what to do, and on whose word.
  private func problems(_ findings: [Finding], in plan: PlanReport) -> String {
    var lines: [String] = []
    for (index, finding) in findings.enumerated() {
      let severity = finding.severity ?? .info
      let label = "\(terms.severity(severity))[\(finding.rule)]"
      let message = TerminalText.visible(finding.message)
      lines.append(
        style.paint(label, ink(severity)) + " "
          + style.wrap(message, first: label.count + 1, indent: 2)
      )
      let snippet = Snippet(plan.file, finding.range)
      if index == 0 {
        lines.append(snippet.render(style: style, ink: ink(severity)))
        lines += evidence(finding, in: plan)
      } else {
        // The same advice again: the line itself and what is there tell enough.
        lines += [snippet.lines(style: style, ink: ink(severity))].compactMap { $0 }
        let hasValues = finding.evidence.contains { $0.range != nil }
        if hasValues { lines += evidence(finding, in: plan) }
      }
    }
    guard let shared = findings.first else { return "" }
    if let why = shared.why { lines.append(note(terms.why, why)) }
    for remedy in findings.compactMap(\.remedy).uniqued() {
      lines.append(note(terms.remedy, remedy))
    }
    for citation in shared.citations { lines.append(note(terms.source, words(citation))) }
    if !shared.judgements.isEmpty {
      lines.append(note(terms.ownThreshold, shared.judgements.joined(separator: "; ")))
    }
    return lines.joined(separator: "\n")
  }

  private func evidence(_ finding: Finding, in plan: PlanReport) -> [String] {
    guard !finding.evidence.isEmpty else { return [] }
    let shown = finding.evidence.prefix(4).map { row in
      let value = row.range == nil ? terms.absent : TerminalText.visible(row.shown)
      let place = row.range.map { " (\(terms.line) \(plan.file.location(of: $0.start).line))" }
      return "\(row.path.dropFirst(2)) = \(value)\(place ?? "")"
    }
    let rest = finding.evidence.count - shown.count
    let all = rest > 0 ? shown + [terms.more(rest)] : Array(shown)
    return [note(terms.seen, all.joined(separator: "; "))]
  }

  private func note(_ label: String, _ text: String) -> String {
    let start = "  = \(label): "
    return style.paint("  = \(label):", .blue) + " "
      + style.wrap(TerminalText.visible(text), first: start.count, indent: 4)
  }

  private func words(_ citation: Citation) -> String {
    let source = report.pack.sources.first { $0.id == citation.document }
    return "\(source?.title ?? citation.document), «\(citation.section)»"
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
      + " · \(basis)"
  }

  /// Groups what could not be judged by the field that it waits for; items of a list count as one field.
  private func undetermined(_ plan: PlanReport) -> String? {
    var order: [String] = []
    var groups: [String: (paths: Set<String>, rules: [String])] = [:]
    for finding in plan.findings where finding.kind == .undetermined {
      for path in finding.missing.isEmpty ? [finding.message] : finding.missing {
        let field = path.replacing(#/\[\d+\]/#, with: "[…]")
        if groups[field] == nil { order.append(field) }
        groups[field, default: ([], [])].paths.insert(path)
        if groups[field]?.rules.contains(finding.rule) != true {
          groups[field]?.rules.append(finding.rule)
        }
      }
    }
    guard !order.isEmpty else { return nil }
    let sorted = order.compactMap { field in groups[field].map { (field: field, group: $0) } }
      .enumerated()
      .sorted { left, right in
        let (most, other) = (left.element.group.rules.count, right.element.group.rules.count)
        return most == other ? left.offset < right.offset : most > other
      }
      .map(\.element)
    var lines = [style.paint(terms.undetermined, .bold)]
    for (field, group) in sorted.prefix(12) {
      let times = group.paths.count > 1 ? " (\(group.paths.count)×)" : ""
      let name = TerminalText.visible(field.hasPrefix("$.") ? String(field.dropFirst(2)) : field)
      let start = "  \(terms.rules(group.rules.count)) \(terms.waitFor) \(name)\(times): "
      let names = group.rules.sorted().joined(separator: ", ")
      lines.append(start + style.wrap(names, first: TerminalText.width(of: start), indent: 4))
    }
    if sorted.count > 12 { lines.append("  " + terms.more(sorted.count - 12)) }
    return lines.joined(separator: "\n")
  }

  private func strengths(_ plan: PlanReport) -> String? {
    let strengths = plan.findings.filter { $0.kind == .strength }
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

extension Sequence where Element: Hashable {
  /// The elements without repeats, in the order in which they first come.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
