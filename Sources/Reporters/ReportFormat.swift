package import Lint

/// The forms in which a report can be had.
///
/// To add one: a file, a case and an arm.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case concise
  case json
  case html

  /// The report in this form, ending in a line end.
  package func render(_ report: Report, style: TextStyle = TextStyle()) -> String {
    switch self {
    case .text: TextReporter(report: report, style: style).render()
    case .concise: ConciseReporter(report: report).render()
    case .html: HTMLReporter(report: report).render()
    case .json: JSONReporter(report: report).render()
    }
  }
}
