import CEL
import SourceText
import Synchronization

/// A rule made ready to judge any number of plans: what its settings and the language change in it, worked out once.
///
/// A class, so that the plans of all threads share it.
final class PreparedRule: Sendable {
  let compiled: CompiledRule
  /// The rule's place in its pack.
  let index: Int
  let language: Language
  /// The severity that a configuration gives its problems.
  let severity: Severity?
  /// What `given` is evaluated in: a frame that lacks nothing but the plan and, when the body is put off, the rule's variables.
  let frame: Frame
  /// What subjects are judged by, when it was made at once: threads do not wait for each other to get at it.
  let readyBody: CompiledRule.Body?
  /// The variables of the frame that the plan gives their values.
  let commonVariables: VariableSet
  /// Values for parameters that the pack gives another value, by name.
  private let overrides: [String: Value]
  private let ruleHash: Hash
  private let decided = Mutex<RuleDescriptor?>(nil)
  private let undecided = Mutex<RuleDescriptor?>(nil)

  init(
    _ compiled: CompiledRule,
    at index: Int,
    language: Language,
    overrides: [String: Value] = [:],
    severity: Severity? = nil,
    putsOffBody: Bool = true
  ) {
    self.compiled = compiled
    self.index = index
    self.language = language
    self.overrides = overrides
    self.severity = severity
    var hash = Hash()
    hash.combine(compiled.rule.id)
    ruleHash = hash
    var frame = Frame(slots: compiled.slotCount)
    for slot in compiled.slots.parameters {
      frame.set(slot.id, overrides.isEmpty ? slot.value : overrides[slot.name] ?? slot.value)
    }
    commonVariables = compiled.slots.common
    guard !putsOffBody else {
      readyBody = nil
      self.frame = frame
      return
    }
    let body = compiled.body
    body.bindVariables(in: &frame)
    readyBody = body
    self.frame = frame
  }

  /// What findings of a kind say, whatever they are about; made when it is first asked for.
  func descriptor(of kind: Finding.Kind) -> RuleDescriptor {
    kind == .undetermined
      ? undecided.value { makeDescriptor(of: kind) }
      : decided.value { makeDescriptor(of: kind) }
  }

  /// What the fingerprints of findings of a kind begin with; what they are about follows.
  func hash(of kind: Finding.Kind) -> Hash {
    var hash = ruleHash
    hash.combine(kind.rawValue)
    return hash
  }

  private func makeDescriptor(of kind: Finding.Kind) -> RuleDescriptor {
    let rule = compiled.rule
    return RuleDescriptor(
      rule: rule.id,
      lesson: rule.lesson,
      title: rule.title[language],
      why: rule.why[language],
      remedy: kind == .undetermined ? nil : rule.remedy?[language],
      effort: kind == .problem ? rule.effort : nil,
      citations: rule.citations,
      judgements: kind == .problem ? judgements : []
    )
  }

  /// The thresholds that the rule uses and no source names, worded; those of the configuration with the pack's own beside.
  private var judgements: [String] {
    let formatter = ValueFormatter(language: language)
    return zip(compiled.rule.parameters, compiled.slots.parameters).compactMap { declared, slot in
      let local = overrides[declared.name]
      let isLocal = local != nil
      guard declared.basis == .judgement || isLocal else { return nil }
      var words = declared.name.split(separator: "_").map(String.init)
      // `max_maanden: 24 maanden` would say it twice.
      if let unit = declared.unit, words.last == unit { words.removeLast() }
      let name = words.joined(by: " ")
      let unit = declared.unit.map { " " + $0 } ?? ""
      let told = "\(name): \(formatter.string(local ?? slot.value))\(unit)"
      guard isLocal else { return told }
      let note = LocalizedText(
        nl: "eigen instelling; het regelpakket zegt \(declared.written)",
        en: "local setting; the pack says \(declared.written)"
      )
      return "\(told) (\(note[language]))"
    }
  }
}
