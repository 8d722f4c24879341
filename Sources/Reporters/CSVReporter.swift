import Lint
import SourceText

/// A row per finding, for spreadsheets (RFC 4180).
///
/// In Dutch with semicolons, decimal commas and a byte order mark, so that Dutch Excel opens it as it is.
struct CSVReporter {
  private let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    terms = Terms(language: report.language)
  }

  func render() -> String {
    let rows = report.plans.flatMap { plan in plan.findings.map { cells(of: $0, in: plan) } }
    let mark = report.language == .nl ? "\u{FEFF}" : ""
    return mark + ([terms.columns] + rows).map(row).joined()
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

  private func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: report.language == .nl ? ";" : ",") + "\r\n"
  }

  /// A cell between quotes; one that a spreadsheet would run as a formula begins with an apostrophe.
  private func cell(_ text: String) -> String {
    let shown = TerminalText.visible(text)
    // Full-width signs count as well: some spreadsheets narrow them when they import.
    let starts: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"]
    let first = shown.first { !$0.isWhitespace }
    let guarded = first.map(starts.contains) == true ? "'" + shown : shown
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }
}
