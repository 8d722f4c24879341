/// The severity from which a run fails.
package enum FailOn: String, CaseIterable, Sendable {
  case error
  case warning
  case info
  case hint
  case never

  /// The severity from which a finding fails a run; nil when none does.
  var least: Severity? { Severity(rawValue: rawValue) }
}

/// The line that a plan must hold for a run to succeed.
package struct Gate: Sendable {
  package var failOn: FailOn
  /// A grade, 1 to 10; nil for none.
  package var leastGrade: Double?

  package init(failOn: FailOn = .error, leastGrade: Double? = nil) {
    self.failOn = failOn
    self.leastGrade = leastGrade
  }

  /// Whether a finding of the plan counts and is grave enough to fail a run.
  package func isReached(by plan: PlanReport) -> Bool {
    guard let least = failOn.least else { return false }
    return plan.findings.contains { finding in
      guard let severity = finding.severity, severity >= least else { return false }
      return finding.isCounted
    }
  }

  /// What keeps the plan below the least grade, in a sentence; nil when it reaches it.
  ///
  /// A plan without a grade does not reach any: nobody can say that it does.
  package func shortfall(of plan: PlanReport, in language: Language) -> String? {
    guard let leastGrade, let score = plan.score else { return nil }
    let formatter = ValueFormatter(language: language)
    let least = formatter.number(leastGrade)
    guard let grade = score.grade else {
      let text = LocalizedText(
        nl: "geen rapportcijfer, dus niet minstens \(least)",
        en: "no grade, so not at least \(least)"
      )
      return text[language]
    }
    guard grade < leastGrade else { return nil }
    let shown = formatter.number(grade)
    let text = LocalizedText(
      nl: "rapportcijfer \(shown) is lager dan \(least)",
      en: "grade \(shown) is below \(least)"
    )
    return text[language]
  }
}
