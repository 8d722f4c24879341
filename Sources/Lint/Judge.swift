package import CEL
import SourceText

/// Runs one rule on one plan.
package struct Judge {
  private let compiled: CompiledRule
  private let index: Int
  private let desk: PlanDesk
  private var frame: Frame
  /// Values for parameters that the pack gives another value, by name.
  private let overrides: [String: Value]

  /// Readies a rule for a plan.
  ///
  /// The index is the rule's place in its pack. A date of nil makes `peildatum` unknown. Overrides are values for
  /// parameters, by name.
  package init(
    rule compiled: CompiledRule,
    at index: Int,
    on plan: Plan,
    date: Value?,
    pack: RulePack,
    overrides: [String: Value] = [:]
  ) {
    self.init(
      rule: compiled,
      at: index,
      on: PlanDesk(plan, date: date, pack: pack),
      overrides: overrides
    )
  }

  /// Readies one of many rules for a plan that lies on a desk.
  init(rule compiled: CompiledRule, at index: Int, on desk: PlanDesk, overrides: [String: Value]) {
    self.compiled = compiled
    self.index = index
    self.desk = desk
    self.overrides = overrides
    frame = Frame(slots: compiled.slotCount)
    frame.set(compiled.slots.plan, desk.plan.value)
    frame.set(compiled.slots.peildatum, desk.date)
    frame.set(compiled.slots.regeling, desk.scheme)
    for slot in compiled.slots.parameters {
      frame.set(slot.id, overrides.isEmpty ? slot.value : overrides[slot.name] ?? slot.value)
    }
    // What a variable comes to is forgotten when the subject changes, if it hangs on that.
    for variable in compiled.slots.variables { frame.bind(variable.id, to: variable.program) }
  }

  private var plan: Plan { desk.plan }

  /// The verdict on every subject, in the order of the plan.
  package mutating func verdicts() -> [Verdict] {
    guard !compiled.given.isEmpty else { return [verdict(on: plan.value)] }
    var subjects: [Value] = []
    var missing: [Attribute] = []
    for program in compiled.given {
      do throws(EvaluationError) {
        let value = try program.evaluate(in: &frame)
        switch value.kind {
        case .unknown(let unknown):
          missing += unknown.attributes.filter { $0.reason != .notApplicable }
        case .list(let list):
          subjects += desk.subjects(value, list)
          if list.elements.isEmpty { missing += list.rest?.attributes ?? [] }
        default: subjects.append(value)
        }
      } catch {
        return [verdict(on: plan.value, .undetermined, defect: error.message)]
      }
    }
    guard subjects.isEmpty else { return subjects.map { verdict(on: $0) } }
    let outcome: Outcome = missing.isEmpty ? .notApplicable : .undetermined
    return [verdict(on: plan.value, outcome, missing: missing)]
  }

  /// Notes from now on which way the conditions of the rule go.
  mutating func noteDecisions() {
    frame.noteDecisions()
  }

  /// Which way conditions went since `noteDecisions`.
  var decisions: Set<Decision> { frame.decisions ?? [] }

  private mutating func focus(on subject: Value) {
    frame.set(compiled.slots.this, subject)
  }

  private mutating func verdict(on subject: Value) -> Verdict {
    focus(on: subject)
    do throws(EvaluationError) {
      if let when = compiled.when {
        let value = try when.evaluate(in: &frame)
        switch value.kind {
        case .bool(true): break
        case .unknown(let unknown): return verdict(on: subject, unknown)
        default: return verdict(on: subject, .notApplicable)
        }
      }
      let value = try compiled.assertion.evaluate(in: &frame)
      switch value.kind {
      case .bool(let holds): return verdict(on: subject, holds ? .pass : .fail)
      case .unknown(let unknown): return verdict(on: subject, unknown)
      default:
        return verdict(on: subject, .undetermined, defect: "the assertion is not true or false")
      }
    } catch {
      return verdict(on: subject, .undetermined, defect: error.message)
    }
  }

  /// The verdict when a condition is not known: not applicable when nothing but `n.v.t.` keeps it from being known.
  ///
  /// Were one `n.v.t.` enough, leaving out a field beside it could take a failing subject out of the score.
  private func verdict(on subject: Value, _ unknown: UnknownSet) -> Verdict {
    let missing = unknown.attributes.filter { $0.reason != .notApplicable }
    guard missing.isEmpty else { return verdict(on: subject, .undetermined, missing: missing) }
    var waived = verdict(on: subject, .notApplicable)
    waived.isWaived = true
    return waived
  }

  private func verdict(
    on subject: Value,
    _ outcome: Outcome,
    missing: [Attribute] = [],
    defect: String? = nil
  ) -> Verdict {
    Verdict(rule: index, subject: subject, outcome: outcome, missing: missing, defect: defect)
  }
}

extension Judge {
  /// The finding to show for a verdict; nil when there is nothing to say.
  ///
  /// Without evidence it does not tell which operands decided it.
  package mutating func finding(
    for verdict: Verdict,
    language: Language,
    gathersEvidence: Bool = true
  ) -> Finding? {
    let kind: Finding.Kind
    switch (compiled.rule.kind, verdict.outcome) {
    case (.problem, .fail): kind = .problem
    case (.problem, .undetermined): kind = .undetermined
    case (.strength, .pass): kind = .strength
    default: return nil
    }
    focus(on: verdict.subject)
    let rule = compiled.rule
    let place = place(of: verdict)
    let missing = verdict.missing.map { plan.places.path(of: $0) }.uniqued()
    let message =
      kind == .undetermined
      ? UndeterminedWording(verdict: verdict, missing: missing).message(in: language)
      : compiled.messages[language].render(in: &frame, language: language)
    return Finding(
      rule: rule.id,
      lesson: rule.lesson,
      kind: kind,
      severity: kind == .problem ? severity() : nil,
      title: rule.title[language],
      message: message,
      why: rule.why[language],
      remedy: kind == .undetermined ? nil : rule.remedy?[language],
      effort: kind == .problem ? rule.effort : nil,
      citations: rule.citations,
      path: place.path,
      range: place.range,
      evidence: kind == .undetermined || !gathersEvidence ? [] : evidence(language: language),
      missing: missing,
      judgements: kind == .problem ? judgements(language: language) : [],
      gain: 0,
      fingerprint: fingerprint(kind, verdict.subject)
    )
  }

  /// The severity for the subject that the frame holds.
  private mutating func severity() -> Severity {
    switch compiled.severity {
    case .none: return .info
    case .fixed(let severity): return severity
    case .computed(let program):
      do throws(EvaluationError) {
        let value = try program.evaluate(in: &frame)
        if case .string(let word) = value.kind, let severity = Severity(rawValue: word) {
          return severity
        }
      } catch {
        // A severity that cannot be told is the middle one; the verdict stands.
        return .warning
      }
      return .warning
    }
  }

  private struct FoundPlace {
    var path: String
    var range: SourceRange
  }

  /// Where to point: what `at` gives, else the first thing missing, else the subject.
  private mutating func place(of verdict: Verdict) -> FoundPlace {
    if verdict.outcome == .undetermined, let attribute = verdict.missing.first {
      return place(of: attribute)
    }
    if let at = compiled.at {
      do throws(EvaluationError) {
        let value = try at.evaluate(in: &frame)
        if case .unknown(let unknown) = value.kind, let attribute = unknown.attributes.first {
          return place(of: attribute)
        }
        if let origin = value.origin { return place(of: origin) }
      } catch {
        return place(of: verdict.subject.origin ?? PlaceTable.root)
      }
    }
    return place(of: verdict.subject.origin ?? PlaceTable.root)
  }

  private func place(of origin: Origin) -> FoundPlace {
    FoundPlace(
      path: plan.places.path(of: origin),
      range: plan.places.highlight(of: origin, in: plan.file)
    )
  }

  private func place(of attribute: Attribute) -> FoundPlace {
    var place = place(of: attribute.origin ?? PlaceTable.root)
    place.path = plan.places.path(of: attribute)
    return place
  }

  private mutating func evidence(language: Language) -> [Finding.Evidence] {
    let formatter = ValueFormatter(language: language)
    do throws(EvaluationError) {
      let (_, evidence) = try compiled.assertion.explain(in: &frame)
      return evidence.map { row in
        let attribute = row.attribute
        let origin = row.value.origin
        return Finding.Evidence(
          expression: row.expression,
          shown: formatter.string(row.value),
          value: formatter.plain(row.value),
          path: attribute.map { plan.places.path(of: $0) }
            ?? plan.places.path(of: origin ?? PlaceTable.root),
          range: origin.map { plan.places.highlight(of: $0, in: plan.file) }
        )
      }
    } catch {
      return []
    }
  }

  /// The thresholds that the rule uses and no source names, worded; those of the configuration with the pack's own beside.
  private func judgements(language: Language) -> [String] {
    let formatter = ValueFormatter(language: language)
    return zip(compiled.rule.parameters, compiled.slots.parameters).compactMap { declared, slot in
      let local = overrides[declared.name]
      let isLocal = local != nil
      guard declared.basis == .judgement || isLocal else { return nil }
      var words = declared.name.split(separator: "_")
      // `max_maanden: 24 maanden` would say it twice.
      if let unit = declared.unit, words.last == unit[...] { words.removeLast() }
      let name = words.joined(separator: " ")
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

  /// A rule says one thing of each subject, so that the subject tells its findings apart, wherever they point.
  private func fingerprint(_ kind: Finding.Kind, _ subject: Value) -> String {
    var hash = Hash()
    hash.combine(compiled.rule.id)
    hash.combine(kind.rawValue)
    hash.combine(plan.places.identity(of: subject.origin ?? PlaceTable.root))
    return hash.hexadecimal
  }
}
