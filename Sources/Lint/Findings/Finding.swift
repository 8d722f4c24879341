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

  /// What is said, which nothing changes once it is; shared by copies, so that findings are cheap to pass on.
  private var content: Content
  /// What mending it adds to the total, between 0 and 1.
  package var gain: Double
  private var setAside: SetAside?
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
    content = Content(
      Parts(
        descriptor: descriptor,
        kind: kind,
        severity: severity,
        wording: .text(message),
        path: path,
        range: range,
        evidence: evidence,
        missing: missing,
        fingerprint: fingerprint
      )
    )
    self.gain = gain
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
    content = Content(
      Parts(
        descriptor: descriptor,
        kind: .undetermined,
        severity: nil,
        wording: .undetermined(wording),
        path: path,
        range: range,
        evidence: [],
        missing: missing,
        fingerprint: fingerprint
      )
    )
    gain = 0
  }

  private struct Parts: Sendable {
    var descriptor: RuleDescriptor
    var kind: Kind
    var severity: Severity?
    var wording: Wording
    var path: String
    var range: SourceRange
    var evidence: [Evidence]
    var missing: [String]
    var fingerprint: Fingerprint
  }

  private final class Content: Sendable {
    let parts: Parts

    init(_ parts: Parts) {
      self.parts = parts
    }
  }

  /// Few findings are set aside, so a deviation takes no room in the others.
  private final class SetAside: Sendable {
    let deviation: Deviation

    init(_ deviation: Deviation) {
      self.deviation = deviation
    }
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

  private mutating func change(_ change: (inout Parts) -> Void) {
    var parts = content.parts
    change(&parts)
    content = Content(parts)
  }

  /// What it says whatever it is about.
  package var descriptor: RuleDescriptor {
    get { content.parts.descriptor }
    set { change { $0.descriptor = newValue } }
  }

  package var kind: Kind { content.parts.kind }

  /// Of problems only.
  package var severity: Severity? {
    get { content.parts.severity }
    set { change { $0.severity = newValue } }
  }

  package var message: String {
    get {
      switch content.parts.wording {
      case .text(let text): text
      case .undetermined(let wording): wording.message(missing: missing)
      }
    }
    set { change { $0.wording = .text(newValue) } }
  }

  /// Where in the plan, like `$.activiteiten[2].budget`.
  package var path: String {
    get { content.parts.path }
    set { change { $0.path = newValue } }
  }

  package var range: SourceRange {
    get { content.parts.range }
    set { change { $0.range = newValue } }
  }

  package var evidence: [Evidence] {
    get { content.parts.evidence }
    set { change { $0.evidence = newValue } }
  }

  /// The paths to fill in before the rule can judge.
  package var missing: [String] { content.parts.missing }

  /// The same while the finding is the same, whatever moves around it.
  package var fingerprint: Fingerprint {
    get { content.parts.fingerprint }
    set { change { $0.fingerprint = newValue } }
  }

  /// What the plan says to set it aside; such a finding is shown, but does not count.
  package var deviation: Deviation? {
    get { setAside?.deviation }
    set { setAside = newValue.map(SetAside.init) }
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
    kind == .problem && setAside == nil && baseline != .unchanged
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
