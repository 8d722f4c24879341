package import Lint
package import SourceText

/// One plan a line, for programs that read along: each line is an object that stands on its own.
///
/// Holds the members that the plan has in `json`, after those that say by what it was judged.
package struct NDJSONReporter: Sendable {
  private let report: Report

  /// - Parameter report: what the lines share; its plans are not looked at by `line(for:)`.
  package init(report: Report) {
    self.report = report
  }

  /// The line of one plan, with its line end.
  package func line(for plan: PlanReport) -> TextBuffer {
    JSONReporter(report: report).line(plan).line
  }

  func render() -> String {
    report.plans.map { line(for: $0).text }.joined()
  }
}
