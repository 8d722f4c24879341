import Lint
import SourceText

/// A row per finding, for spreadsheets.
struct CSVReporter: PartwiseReporter {
  let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    terms = Terms(language: report.language)
  }

  var opening: TextBuffer {
    var text = TextBuffer(capacity: 1024)
    text.append(CSVText(language: report.language).render([terms.columns]))
    return text
  }

  /// The rows of one plan.
  func part(for plan: PlanReport) -> TextBuffer {
    let csv = CSVText(language: report.language)
    var text = TextBuffer(capacity: 1 << 16)
    for finding in plan.findings { text.append(csv.row(cells(of: finding, in: plan))) }
    return text
  }

  private func cells(of finding: Finding, in plan: PlanReport) -> [String] {
    let location = plan.file.location(of: finding.range.start)
    let lesson = plan.lessons.first { $0.id == finding.lesson }?.title ?? finding.lesson ?? ""
    return [
      plan.file.path, plan.municipality ?? "", plan.programme ?? "", terms.kind(finding.kind),
      finding.severity.map(terms.severity) ?? "", lesson, finding.rule, finding.title,
      finding.message, finding.why ?? "", finding.remedy ?? "",
      finding.effort.map(terms.effort) ?? "",
      finding.citations.map(report.pack.words).joined(separator: "; "),
      "\(location.line)", "\(location.column)", finding.path, decimal(finding.gain * 9),
      finding.deviation.map { $0.reason ?? terms.noReason } ?? "",
      finding.baseline.map(terms.baseline) ?? "",
    ]
  }

  /// A number with three decimals.
  private func decimal(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let decimals = String(thousandths % 1000)
    let padding = String(repeating: "0", count: 3 - decimals.count)
    return "\(thousandths / 1000)\(report.language == .nl ? "," : ".")\(padding)\(decimals)"
  }
}
