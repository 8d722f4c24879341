import Lint
import SourceText

/// One line per problem that the plan does not set aside: `path:line:column: severity rule message`, which editors turn into links.
struct ConciseReporter {
  private let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    self.terms = Terms(language: report.language)
  }

  func render() -> String {
    report.plans.map(lines).joined()
  }

  /// The lines about one plan, each with its line end.
  func lines(for plan: PlanReport) -> String {
    var text = ""
    let path = TerminalText.visible(plan.file.path)
    for finding in plan.findings where finding.kind == .problem && finding.deviation == nil {
      let location = plan.file.location(of: finding.range.start)
      let severity = terms.severity(finding.severity ?? .info)
      let known = finding.baseline == .unchanged ? "(\(terms.known)) " : ""
      let message = known + TerminalText.visible(finding.message)
      text += "\(path):\(location): \(severity) \(finding.rule) \(message)\n"
    }
    return text
  }
}
