import Lint
import SourceText

/// A report for people at a terminal: findings with their lines, then scores, gaps and strengths per plan.
struct TextReporter: PartwiseReporter {
  let report: Report
  let style: TextStyle
  let terms: Terms

  init(report: Report, style: TextStyle) {
    self.report = report
    self.style = style
    self.terms = Terms(language: report.language)
  }

  let separator = "\n\n"

  func part(for plan: PlanReport) -> TextBuffer {
    var text = TextBuffer(capacity: 1 << 16)
    text.append(self.plan(plan))
    return text
  }

  func closing(_ tally: Report.Tally) -> TextBuffer {
    var text = TextBuffer(capacity: 1024)
    if tally.summary.plans > 0 { text.append(separator) }
    text.append(summary(tally))
    text.append(ascii: "\n")
    return text
  }

  private func plan(_ plan: PlanReport) -> String {
    var parts = [heading(plan)]
    parts += plan.problemGroups.map { problems($0, in: plan) }
    switch plan.status {
    case .unreadable:
      parts.append(sentence(terms.unreadable))
      return parts.joined(separator: "\n\n")
    case .partial: parts.append(sentence(terms.partial))
    case .judged: break
    }
    if parts.count == 1 { parts.append(sentence(terms.noFindings)) }
    parts.append(lessons(plan))
    parts += [nextStep(plan), undetermined(plan), deviations(plan), strengths(plan)]
      .compactMap { $0 }
    return parts.joined(separator: "\n\n")
  }

  private func sentence(_ words: String) -> String { style.wrap(words, first: 0, indent: 0) }

  private func heading(_ plan: PlanReport) -> String {
    let names = [plan.municipality, plan.programme].compactMap { $0 }
    let title = ([plan.file.path] + names).map(TerminalText.visible).joined(separator: " · ")
    let rule = String(repeating: "─", count: min(style.width, TerminalText.width(of: title)))
    return style.paint(style.wrap(title, first: 0, indent: 2), .bold) + "\n"
      + style.paint(rule, .dim)
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
    let facts = SeenFact.all(of: evidence, in: plan.file)
    let shown = facts.prefix(4).map { "\($0.path) = \(terms.words($0))" }
    let rest = facts.count - shown.count
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

  private func summary(_ tally: Report.Tally) -> String {
    let summary = tally.summary
    let counts: [(Severity, Int)] = [
      (.error, summary.errors), (.warning, summary.warnings), (.info, summary.infos),
      (.hint, summary.hints),
    ]
    var parts = counts.map { terms.count($0, $1) }
    if summary.unreadable > 0 { parts.append(terms.unreadablePlans(summary.unreadable)) }
    if summary.skipped > 0 { parts.append(terms.skipped(summary.skipped)) }
    let plans = "\(terms.plans(summary.plans)): "
    let counted = style.wrap(parts.joined(separator: ", "), first: plans.count, indent: 2)
    // How to read more about the gravest finding of a rule.
    let invitation = tally.gravestRule.map { terms.readMore(about: $0) }
    let closing = [invitation, terms.advice].compactMap { $0 }
      .map { style.paint(style.wrap($0, first: 0, indent: 0), .dim) }
    return style.paint(plans, .bold) + counted + "\n" + closing.joined(separator: "\n")
  }
}
