package import CEL

/// What a rule says of one subject (DESIGN 4).
package enum Outcome: String, CaseIterable, Sendable {
  case pass
  case fail
  case undetermined
  case notApplicable
}

/// A rule's outcome for one subject, before wording.
package struct Verdict: Sendable {
  /// The rule's index in the pack.
  package let rule: Int
  /// Where the subject stands; nil for what stands nowhere in the plan.
  package let subject: Origin?
  package var outcome: Outcome
  /// Whether the plan itself, by an `n.v.t.`, makes it not applicable.
  package let isWaived: Bool
  /// Verdicts are many, and few are hindered: those take no room for it.
  private let hindrance: Hindrance?

  /// What keeps a verdict from being given.
  private final class Hindrance: Sendable {
    let unknown: UnknownSet?
    let defect: String?

    init(unknown: UnknownSet?, defect: String?) {
      self.unknown = unknown
      self.defect = defect
    }
  }

  init(
    rule: Int,
    subject: Origin?,
    _ outcome: Outcome,
    isWaived: Bool = false,
    for unknown: UnknownSet? = nil,
    defect: String? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.outcome = outcome
    self.isWaived = isWaived
    hindrance =
      unknown == nil && defect == nil ? nil : Hindrance(unknown: unknown, defect: defect)
  }

  /// What was not known, when undetermined and the judge tells.
  package var missing: [Attribute] { hindrance?.unknown?.applicable ?? [] }

  /// What went wrong inside the rule; makes it undetermined.
  package var defect: String? { hindrance?.defect }
}

extension Rule {
  /// What is shown for verdicts with an outcome; nil when there is nothing to say.
  func findingKind(for outcome: Outcome) -> Finding.Kind? {
    switch (kind, outcome) {
    case (.problem, .fail): .problem
    case (.problem, .undetermined): .undetermined
    case (.strength, .pass): .strength
    default: nil
    }
  }

  /// The outcome of which the rule tells, whatever else is shown: that there is a problem, or a strength.
  var tellingOutcome: Outcome {
    switch kind {
    case .problem: .fail
    case .strength: .pass
    }
  }
}
