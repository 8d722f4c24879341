import Lint
import SourceText

/// What follows the problems of a plan: scores, the next step, gaps, deviations and strengths.
extension TextReporter {
  func lessons(_ plan: PlanReport) -> String {
    let width = plan.lessons.map { TerminalText.width(of: $0.title) }.max() ?? 0
    // Indentation, weight, gaps and figures take the rest.
    let room = min(20, style.width - width - 22)
    var lines = [style.paint(terms.lessons, .bold)]
    for lesson in plan.lessons {
      let gap = String(repeating: " ", count: width - TerminalText.width(of: lesson.title))
      let weight = lesson.weight > 1 ? " ×\(lesson.weight)" : "   "
      let bar = lesson.interval.map { self.bar($0, width: room < 5 ? 20 : room) + "  " } ?? ""
      let share =
        lesson.interval.map { figures($0, terms.percent) }
        ?? style.paint(terms.notApplicable, .dim)
      // Where both do not fit beside each other, the bar goes below.
      lines.append("  \(lesson.title)" + (room < 5 ? "\n    " : "\(gap)\(weight)  ") + bar + share)
    }
    if let score = plan.score { lines.append(total(score, in: plan)) }
    return lines.joined(separator: "\n")
  }

  /// Sure, possible, lost.
  private func bar(_ interval: ScoreInterval, width: Int) -> String {
    let low = Int((interval.low * Double(width)).rounded(.down))
    let high = max(low, Int((interval.high * Double(width)).rounded()))
    return style.paint(String(repeating: "█", count: low), .green)
      + style.paint(String(repeating: "▒", count: high - low), .dim)
      + style.paint(String(repeating: "·", count: width - high), .dim)
  }

  private func figures(_ interval: ScoreInterval, _ show: (Double) -> String) -> String {
    let (low, high) = (show(interval.low), show(interval.high))
    return low == high ? low : "\(low) \(terms.to) \(high)"
  }

  private func total(_ score: Score, in plan: PlanReport) -> String {
    let basis = "\(terms.percent(score.total.basis)) \(terms.judged)"
    guard let grade = score.grade else {
      let reason = TerminalText.visible(plan.gradeRefusal?.sentence(in: report.language) ?? "")
      return
        "  \(style.paint(terms.total, .bold)): \(figures(score.total, terms.percent)) · \(basis)\n  "
        + style.wrap(reason, first: 2, indent: 2)
    }
    let high = Score.grade(score.total.high)
    let range = high > grade ? " (\(terms.to) \(terms.grade(high)))" : ""
    let band = score.band.map { " · " + $0[report.language] } ?? ""
    let words = "\(terms.gradeName) \(terms.grade(grade))\(range)\(band)"
    let rest = "· \(basis)" + withoutDeviations(plan)
    return "  " + style.paint(words, .bold) + " "
      + style.wrap(rest, first: TerminalText.width(of: words) + 3, indent: 4)
  }

  private func withoutDeviations(_ plan: PlanReport) -> String {
    guard let grade = plan.scoreWithoutDeviations?.grade else { return "" }
    return " · \(terms.withoutDeviations) \(terms.grade(grade))"
  }

  /// The findings to mend first, in their order.
  func nextStep(_ plan: PlanReport) -> String? {
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
        "\(finding.rule), \(terms.line) \(plan.file.line(at: finding.range.start))"
      let words = TerminalText.visible(finding.titled(finding.message))
      lines.append(start + style.wrap(words, first: start.count, indent: start.count))
      lines.append(String(repeating: " ", count: start.count) + style.paint(place, .dim))
    }
    return lines.joined(separator: "\n")
  }

  /// The rules that the plan sets aside, with its reasons.
  func deviations(_ plan: PlanReport) -> String? {
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
  func undetermined(_ plan: PlanReport) -> String? {
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

  func strengths(_ plan: PlanReport) -> String? {
    let strengths = plan.strengths
    guard !strengths.isEmpty else { return nil }
    var lines = [style.paint(terms.strengths, .bold)]
    for finding in strengths {
      let message = TerminalText.visible(finding.message)
      lines.append("  \(style.paint("+", .green)) " + style.wrap(message, first: 4, indent: 4))
      let place = "\(terms.line) \(plan.file.line(at: finding.range.start))"
      lines.append("    " + style.paint("\(finding.rule), \(place)", .dim))
    }
    return lines.joined(separator: "\n")
  }
}
