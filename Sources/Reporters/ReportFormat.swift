package import Lint
import SourceText

/// The forms in which a report can be had.
///
/// To add one: a file, a case and an arm.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case concise
  case json
  case ndjson
  case sarif
  case junit
  case github
  case gitlab
  case markdown
  case html
  case csv

  /// The report in this form, ending in a line end.
  ///
  /// With `includesStrengths` SARIF, which shows problems and gaps, also tells what is strong.
  package func render(
    _ report: Report,
    style: TextStyle = TextStyle(),
    includesStrengths: Bool = false
  ) -> String {
    switch self {
    case .text: TextReporter(report: report, style: style).render()
    case .concise: ConciseReporter(report: report).render()
    case .json: JSONReporter(report: report).render()
    case .ndjson: NDJSONReporter(report: report).render()
    case .sarif: SARIFReporter(report: report, includesStrengths: includesStrengths).render()
    case .junit: JUnitReporter(report: report).render()
    case .github: GitHubReporter(report: report).render()
    case .gitlab: GitLabReporter(report: report).render()
    case .markdown: MarkdownReporter(report: report).render()
    case .html: HTMLReporter(report: report).render()
    case .csv: CSVReporter(report: report).render()
    }
  }

  /// What the form shows of a plan beside its problems.
  package var details: ReportDetails {
    switch self {
    case .text, .json, .ndjson, .html: .all
    case .sarif: [.identities, .evidence, .openQuestions, .strengths, .scores]
    case .markdown: [.strengths, .nextStep]
    case .junit, .csv: [.identities, .openQuestions, .strengths, .scores]
    case .gitlab: .identities
    case .concise, .github: .problemsAlone
    }
  }

  /// Whether the report is nothing but its plans' parts one after another, so that it can be written as they come.
  package var isPlanwise: Bool {
    switch self {
    case .concise, .ndjson: true
    case .text, .json, .sarif, .junit, .github, .gitlab, .markdown, .html, .csv: false
    }
  }

  /// What makes the report of its plans' parts; nil when the form needs all plans at once.
  package func partwise(
    _ report: Report,
    style: TextStyle = TextStyle()
  ) -> (any PartwiseReporter)? {
    switch self {
    case .text: TextReporter(report: report, style: style)
    case .concise: ConciseReporter(report: report)
    case .json: JSONReporter(report: report)
    case .ndjson: NDJSONReporter(report: report)
    case .csv: CSVReporter(report: report)
    case .sarif, .junit, .github, .gitlab, .markdown, .html: nil
    }
  }
}
