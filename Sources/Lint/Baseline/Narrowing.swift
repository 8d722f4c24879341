import SourceText

/// Narrows what was found in a plan to what a change to it brought: findings on changed lines, and findings that the
/// plan's earlier version did not have.
///
/// Both versions are to be judged by the same rules, so that only the plan makes a difference.
package struct Narrowing: Sendable {
  /// What makes two findings the same: one that became graver, or counts since its deviation went, is new.
  private struct Identity: Hashable {
    var fingerprint: Fingerprint
    var kind: Finding.Kind
    var severity: Severity?
    var isCounted: Bool

    init(_ finding: Finding) {
      fingerprint = finding.fingerprint
      kind = finding.kind
      severity = finding.severity
      isCounted = finding.isCounted
    }
  }

  private let earlier: PlanReport

  /// - Parameter earlier: what the same rules find in the plan's earlier version.
  package init(since earlier: PlanReport) {
    self.earlier = earlier
  }

  /// The report with those findings only.
  ///
  /// The score stays that of the whole plan; a next step, which may rest on findings that are left out, is not told.
  package func narrowed(_ report: PlanReport) -> PlanReport {
    let lines = ChangedLines(from: earlier.file, to: report.file)
    var known = earlier.findings.reduce(into: [:]) { $0[Identity($1), default: 0] += 1 }
    var report = report
    report.findings = report.findings.filter { finding in
      let count = known[Identity(finding), default: 0]
      if count > 0 { known[Identity(finding)] = count - 1 }
      return count == 0 || stands(finding, on: lines, of: report.file)
    }
    report.nextStep = nil
    return report
  }

  /// Whether a finding begins on a changed line, or one of the values that decided it does.
  ///
  /// The lines after it do not count: what is said of the whole plan spans all of them.
  private func stands(_ finding: Finding, on lines: ChangedLines, of file: SourceFile) -> Bool {
    let places = [finding.range] + finding.evidence.compactMap(\.range)
    return places.contains { lines.contains(file.line(at: $0.start)) }
  }
}
