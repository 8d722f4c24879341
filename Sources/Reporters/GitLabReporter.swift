import Lint
import SourceText

/// A code quality report of GitLab, which shows problems in a merge request.
struct GitLabReporter {
  private let report: Report

  init(report: Report) {
    self.report = report
  }

  func render() -> String {
    let issues = report.plans.flatMap { plan in
      plan.findings.filter(\.isCounted).map { issue($0, in: plan.file) }
    }
    return JSONText.array(issues).indented + "\n"
  }

  private func issue(_ finding: Finding, in file: SourceFile) -> JSONText {
    let path = GitHubReporter.relative(file.path)
    let start = file.line(at: finding.range.start)
    let end = file.line(at: finding.range.end)
    return .object([
      ("description", .string(finding.titled(finding.message))),
      ("check_name", .string(finding.rule)),
      ("fingerprint", .string(fingerprint(of: finding, in: path))),
      ("severity", .string(word(finding.severity ?? .hint))),
      (
        "location",
        .object([
          ("path", .string(path)),
          (
            "lines",
            .object([("begin", .int(Int64(start))), ("end", .int(Int64(end)))])
          ),
        ])
      ),
    ])
  }

  /// GitLab wants one of its own for every issue; the same finding may stand in two plans.
  private func fingerprint(of finding: Finding, in path: String) -> String {
    var hash = Hash()
    hash.combine(path)
    hash.combine(finding.fingerprint.description)
    return hash.hexadecimal
  }

  private func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "minor"
    case .hint: "info"
    }
  }
}
