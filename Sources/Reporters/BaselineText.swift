package import Lint

/// A baseline: what is known of a set of plans, to be read back by `--baseline`.
package struct BaselineText: Sendable {
  private let report: Report
  private let paths: [String]

  /// The paths are the plans' as seen from the baseline, in the report's order.
  package init(_ report: Report, paths: [String]) {
    self.report = report
    self.paths = paths
  }

  /// JSON that ends in a line end.
  package func render() -> String {
    JSONText.object([
      ("schemaVersion", .int(1)),
      (
        "pack",
        .object([
          ("id", .string(report.pack.id)), ("version", .string(report.pack.version)),
          ("digest", .string(report.pack.digest)),
        ])
      ),
      (
        "plans",
        .array(
          zip(report.plans, paths).map { plan, path in
            .object([
              ("path", .string(path)),
              ("findings", .array(plan.findings.filter { $0.kind == .problem }.map(finding))),
            ])
          }
        )
      ),
    ]).indented + "\n"
  }

  private func finding(_ finding: Finding) -> JSONText {
    .object([
      ("fingerprint", .string(finding.fingerprint.description)),
      ("rule", .string(finding.rule)),
      ("path", .string(finding.path)),
      ("message", .string(finding.message)),
    ])
  }
}
