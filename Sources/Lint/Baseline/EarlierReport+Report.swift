import SourceText

extension EarlierReport {
  /// What a run found, without the way through a file.
  package init(_ report: Report) {
    self.init(
      path: "",
      packDigest: report.pack.digest,
      plans: report.plans.map(Plan.init)
    )
  }
}

extension EarlierReport.Plan {
  fileprivate init(_ plan: PlanReport) {
    self.init(
      path: plan.file.path,
      isReadable: plan.status != .unreadable,
      low: plan.score?.total.low,
      grade: plan.score?.grade,
      lessons: plan.lessons.map {
        EarlierReport.Lesson(id: $0.id, title: $0.title, low: $0.interval?.low)
      },
      findings: plan.findings.map(EarlierReport.Finding.init)
    )
  }
}

extension EarlierReport.Finding {
  fileprivate init(_ finding: Finding) {
    self.init(
      fingerprint: finding.fingerprint.description,
      rule: finding.rule,
      isCounted: finding.kind == .problem && finding.deviation == nil,
      isSetAside: finding.deviation != nil,
      severity: finding.severity,
      message: finding.message
    )
  }
}
