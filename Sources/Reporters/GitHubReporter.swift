import Lint
import SourceText

/// Workflow commands of GitHub Actions, which show problems beside the lines of a pull request.
///
/// GitHub shows ten of each severity a step, so the gravest of every plan come first.
struct GitHubReporter {
  private let report: Report

  init(report: Report) {
    self.report = report
  }

  func render() -> String {
    report.plans.map { plan in
      plan.findings.filter(\.isCounted).enumerated().sorted { left, right in
        let (one, other) = (left.element.severity ?? .hint, right.element.severity ?? .hint)
        return one == other ? left.offset < right.offset : one > other
      }
      .map { command($0.element, in: plan.file) }.joined()
    }.joined()
  }

  private func command(_ finding: Finding, in file: SourceFile) -> String {
    let start = file.location(of: finding.range.start)
    let end = file.location(of: finding.range.end)
    var properties = [
      ("file", Self.relative(file.path)), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
    ]
    // Columns only mean something within one line.
    if start.line == end.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
    }
    properties.append(("title", "\(finding.title) (\(finding.rule))"))
    let written = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    let message = [finding.message, finding.remedy].compactMap { $0 }.joined(separator: "\n")
    return "::\(word(finding.severity ?? .hint)) \(written)::\(Self.data(message))\n"
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, .hint: "notice"
    }
  }

  /// A path as repositories write it.
  static func relative(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  /// A message, with what would end the command written as `%0A`.
  private static func data(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      TerminalText.visible(String(line)).replacing("%", with: "%25")
    }.joined(separator: "%0A")
  }

  /// A property, with also what would end it written so.
  private static func property(_ text: String) -> String {
    TerminalText.visible(text).replacing("%", with: "%25").replacing(":", with: "%3A")
      .replacing(",", with: "%2C")
  }
}
