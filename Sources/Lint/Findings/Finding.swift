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

  /// What it says whatever it is about.
  package var descriptor: RuleDescriptor
  package var kind: Kind
  /// Of problems only.
  package var severity: Severity?
  private var wording: Wording
  /// Where in the plan, like `$.activiteiten[2].budget`.
  package var path: String
  package var range: SourceRange
  package var evidence: [Evidence]
  /// The paths to fill in before the rule can judge.
  package var missing: [String]
  /// What mending it adds to the total, between 0 and 1.
  package var gain: Double
  /// The same while the finding is the same, whatever moves around it.
  package var fingerprint: Fingerprint
  /// What the plan says to set it aside; such a finding is shown, but does not count.
  package var deviation: Deviation?
  /// How it compares with a baseline; nil without one.
  package var baseline: BaselineState?

  /// A finding that is neither set aside nor compared.
  package init(
    _ descriptor: RuleDescriptor,
    kind: Kind,
    severity: Severity? = nil,
    message: String,
    path: String,
    range: SourceRange,
    evidence: [Evidence] = [],
    missing: [String] = [],
    gain: Double = 0,
    fingerprint: Fingerprint
  ) {
    self.descriptor = descriptor
    self.kind = kind
    self.severity = severity
    wording = .text(message)
    self.path = path
    self.range = range
    self.evidence = evidence
    self.missing = missing
    self.gain = gain
    self.fingerprint = fingerprint
  }

  /// A finding that something is missing before a rule can judge.
  init(
    _ descriptor: RuleDescriptor,
    undetermined wording: UndeterminedWording,
    path: String,
    range: SourceRange,
    missing: [String],
    fingerprint: Fingerprint
  ) {
    self.descriptor = descriptor
    kind = .undetermined
    self.wording = .undetermined(wording)
    self.path = path
    self.range = range
    evidence = []
    self.missing = missing
    gain = 0
    self.fingerprint = fingerprint
  }

  /// SARIF 2.1.0, section 3.27.24 (baselineState).
  package enum BaselineState: String, Sendable {
    case new
    /// Known from the baseline: shown, but does not fail a run.
    case unchanged
  }

  /// How it is worded; many reports show nothing of what could not be judged, so that is worded when it is asked for.
  private enum Wording: Sendable {
    case text(String)
    case undetermined(UndeterminedWording)
  }

  package var message: String {
    get {
      switch wording {
      case .text(let text): text
      case .undetermined(let wording): wording.message(missing: missing)
      }
    }
    set { wording = .text(newValue) }
  }

  package var rule: String { descriptor.rule }
  package var lesson: String? { descriptor.lesson }
  package var title: String { descriptor.title }
  package var why: String? { descriptor.why }
  package var remedy: String? { descriptor.remedy }
  package var effort: Effort? { descriptor.effort }
  package var citations: [Citation] { descriptor.citations }
  package var judgements: [String] { descriptor.judgements }

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
