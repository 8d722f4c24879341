package import SourceText

/// A verdict worth showing, worded in one language.
///
/// Inert: reporters read it, nothing computes with it. Follows SARIF 2.1.0, section 3.27 (result).
package struct Finding: Sendable {
  package enum Kind: String, Sendable {
    case problem
    case strength
    case undetermined
  }

  /// An operand that decided the verdict (DESIGN 7).
  package struct Evidence: Sendable {
    /// As it stands in the rule.
    package var expression: String
    /// As people read it: dates and amounts written out.
    package var shown: String
    package var value: PlainValue
    package var path: String
    /// The place in the plan; nil for what is not there.
    package var range: SourceRange?
  }

  package var rule: String
  /// The lesson's id; nil for what is wrong with the plan's form.
  package var lesson: String?
  package var kind: Kind
  /// Of problems only.
  package var severity: Severity?
  package var title: String
  package var message: String
  package var why: String?
  package var remedy: String?
  package var effort: Effort?
  package var citations: [Citation]
  /// Where in the plan, like `$.activiteiten[2].budget`.
  package var path: String
  package var range: SourceRange
  package var evidence: [Evidence]
  /// The paths to fill in before the rule can judge.
  package var missing: [String]
  /// Thresholds of our own that the verdict rests on, worded.
  package var judgements: [String]
  /// What mending it adds to the total, between 0 and 1.
  package var gain: Double
  /// The same while the finding is the same, whatever moves around it.
  package var fingerprint: String
  /// What the plan says to set it aside; such a finding is shown, but does not count.
  package var deviation: Deviation?
  /// How it compares with a baseline; nil without one.
  package var baseline: BaselineState?

  /// SARIF 2.1.0, section 3.27.24 (baselineState).
  package enum BaselineState: String, Sendable {
    case new
    /// Known from the baseline: shown, but does not fail a run.
    case unchanged
  }

  /// Whether it counts for `--fail-on` and the summary's totals.
  package var isCounted: Bool {
    kind == .problem && deviation == nil && baseline != .unchanged
  }
}

/// A document and the heading in it that a rule rests on.
package struct Citation: Hashable, Sendable {
  /// The id of a source in `pack.yaml`.
  package var document: String
  package var section: String

  package init(document: String, section: String) {
    self.document = document
    self.section = section
  }
}
