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
  package var rule: Int
  /// The subject itself; for `undetermined` because nothing was given, an unknown.
  package var subject: Value
  package var outcome: Outcome
  /// Whether the plan itself, by an `n.v.t.`, makes it not applicable.
  package var isWaived = false
  /// What was not known, when undetermined.
  package var missing: [Attribute]
  /// What went wrong inside the rule; makes it undetermined.
  package var defect: String?
}
