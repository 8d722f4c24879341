package import Lint
package import SourceText

/// A form that is made of its plans' parts, each of which can be made by itself: by the thread that judged the plan.
///
/// The report that it is made for gives what all parts share; its plans are looked at by `render` alone.
package protocol PartwiseReporter: Sendable {
  var report: Report { get }
  /// What comes before the first part.
  var opening: TextBuffer { get }
  /// What stands between two parts.
  var separator: String { get }
  /// One plan's part.
  func part(for plan: PlanReport) -> TextBuffer
  /// What comes after the last part, ending in a line end unless there is none.
  func closing(_ tally: Report.Tally) -> TextBuffer
}

extension PartwiseReporter {
  package var opening: TextBuffer { TextBuffer(capacity: 0) }
  package var separator: String { "" }
  package func closing(_ tally: Report.Tally) -> TextBuffer { TextBuffer(capacity: 0) }

  /// The whole report.
  func render() -> String {
    var text = opening
    for (index, plan) in report.plans.enumerated() {
      if index > 0 { text.append(separator) }
      text.append(part(for: plan))
    }
    text.append(closing(report.tally))
    return text.text
  }
}
