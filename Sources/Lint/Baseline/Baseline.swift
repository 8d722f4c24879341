/// What was known of a set of plans at an earlier time: findings in it are marked and do not fail a run.
package struct Baseline: Sendable {
  /// How often each fingerprint is known, by the plan's path.
  private let known: [String: [String: Int]]

  package init(_ report: EarlierReport) {
    var known: [String: [String: Int]] = [:]
    for plan in report.plans {
      for finding in plan.findings {
        known[plan.path, default: [:]][finding.fingerprint, default: 0] += 1
      }
    }
    self.known = known
  }

  /// The report with its problems marked as known or new; what was mended is in the baseline only and drops out.
  ///
  /// The path is the plan's as the baseline has it.
  package func marked(_ plan: PlanReport, path: String) -> PlanReport {
    var rest = known[path] ?? [:]
    var plan = plan
    for index in plan.findings.indices where plan.findings[index].kind == .problem {
      let fingerprint = plan.findings[index].fingerprint.description
      let count = rest[fingerprint, default: 0]
      plan.findings[index].baseline = count > 0 ? .unchanged : .new
      if count > 0 { rest[fingerprint] = count - 1 }
    }
    return plan
  }
}
