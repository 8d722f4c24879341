import Lint
import SourceText

/// One plan a line, for programs that read along: each line is an object that stands on its own.
///
/// Holds the members that the plan has in `json`, after those that say by what it was judged.
struct NDJSONReporter: PartwiseReporter {
  let report: Report

  /// The line of one plan, with its line end.
  func part(for plan: PlanReport) -> TextBuffer {
    JSONReporter(report: report).line(plan).line
  }
}
