import Lint
import SourceText

/// One line per problem that the plan does not set aside: `path:line:column: severity rule message`, which editors turn into links.
struct ConciseReporter: PartwiseReporter {
  let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    self.terms = Terms(language: report.language)
  }

  /// The lines about one plan, each with its line end.
  func part(for plan: PlanReport) -> TextBuffer {
    var text = TextBuffer(capacity: 16_384)
    let path = TerminalText.visible(plan.file.path)
    for finding in plan.findings where finding.kind == .problem && finding.deviation == nil {
      let location = plan.file.location(of: finding.range.start)
      text.append(path)
      text.append(ascii: ":")
      text.append(location.line)
      text.append(ascii: ":")
      text.append(location.column)
      text.append(": ")
      text.append(terms.severity(finding.severity ?? .info))
      text.append(ascii: " ")
      text.append(finding.rule)
      text.append(ascii: " ")
      if finding.baseline == .unchanged { text.append("(\(terms.known)) ") }
      text.append(TerminalText.visible(finding.message))
      text.append(ascii: "\n")
    }
    return text
  }
}
