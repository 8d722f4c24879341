package import CEL
import SourceText

/// Runs one rule on one plan.
package struct Judge {
  private let rule: PreparedRule
  private let compiled: CompiledRule
  private let desk: PlanDesk
  private var frame: Frame

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
    overrides: [String: Value] = [:],
    language: Language = .nl
  ) {
    self.init(
      PreparedRule(compiled, at: index, language: language, overrides: overrides),
      on: PlanDesk(plan, date: date, pack: pack)
    )
  }

  /// Readies one of many rules for a plan that lies on a desk.
  init(_ rule: PreparedRule, on desk: PlanDesk) {
    self.rule = rule
    self.desk = desk
    compiled = rule.compiled
    frame = rule.frame
    frame.set(compiled.slots.plan, desk.plan.value)
    frame.set(compiled.slots.peildatum, desk.date)
    frame.set(compiled.slots.regeling, desk.scheme)
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
          let items = desk.subjects(value, list)
          // As a rule there is one list, whose items need no copy.
          if subjects.isEmpty { subjects = items } else { subjects += items }
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
        switch try when.condition(in: &frame) {
        case .yes: break
        case .other(let value):
          guard let unknown = value.unknown else { return verdict(on: subject, .notApplicable) }
          return verdict(on: subject, unknown)
        case .no: return verdict(on: subject, .notApplicable)
        }
      }
      switch try compiled.assertion.condition(in: &frame) {
      case .yes: return verdict(on: subject, .pass)
      case .no: return verdict(on: subject, .fail)
      case .other(let value):
        if let unknown = value.unknown { return verdict(on: subject, unknown) }
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
    Verdict(rule: rule.index, subject: subject, outcome: outcome, missing: missing, defect: defect)
  }
}

extension Judge {
  /// What is shown for verdicts with an outcome; nil when there is nothing to say.
  func kind(for outcome: Outcome) -> Finding.Kind? {
    switch (compiled.rule.kind, outcome) {
    case (.problem, .fail): .problem
    case (.problem, .undetermined): .undetermined
    case (.strength, .pass): .strength
    default: nil
    }
  }

  /// The finding to show for a verdict; nil when there is nothing to say.
  ///
  /// Without evidence it does not tell which operands decided it.
  package mutating func finding(for verdict: Verdict, gathersEvidence: Bool = true) -> Finding? {
    finding(for: verdict, missing: missing(in: verdict), gathersEvidence: gathersEvidence)
  }

  /// What a verdict waits for, as numbers of the desk; nothing unless it is undetermined.
  func missing(in verdict: Verdict) -> [Int] {
    verdict.missing.isEmpty ? [] : desk.numbers(of: verdict.missing)
  }

  /// The same, when it is known already what the verdict waits for.
  mutating func finding(
    for verdict: Verdict,
    missing: [Int],
    gathersEvidence: Bool
  ) -> Finding? {
    switch kind(for: verdict.outcome) {
    case nil: nil
    case .undetermined: undetermined(verdict, missing)
    case let kind?: decided(verdict, kind, gathersEvidence: gathersEvidence)
    }
  }

  private mutating func decided(
    _ verdict: Verdict,
    _ kind: Finding.Kind,
    gathersEvidence: Bool
  ) -> Finding {
    focus(on: verdict.subject)
    let place = place(of: verdict.subject)
    return Finding(
      rule.descriptor(of: kind),
      kind: kind,
      severity: kind == .problem ? severity() : nil,
      message: compiled.messages[rule.language].render(in: &frame, language: rule.language),
      path: place.path,
      range: place.range,
      evidence: gathersEvidence ? evidence() : [],
      fingerprint: fingerprint(kind, verdict.subject)
    )
  }

  /// Points at the first thing missing.
  private mutating func undetermined(_ verdict: Verdict, _ numbers: [Int]) -> Finding {
    let missing = numbers.map { desk.path(ofMissing: $0) }
    let place: (path: String, range: SourceRange)
    if let first = verdict.missing.first, let path = missing.first {
      place = (path, desk.spot(first.origin ?? PlaceTable.root).range)
    } else {
      focus(on: verdict.subject)
      place = self.place(of: verdict.subject)
    }
    return Finding(
      rule.descriptor(of: .undetermined),
      undetermined: UndeterminedWording(
        reason: verdict.missing.first?.reason,
        defect: verdict.defect,
        language: rule.language
      ),
      path: place.path,
      range: place.range,
      missing: missing,
      fingerprint: fingerprint(.undetermined, verdict.subject)
    )
  }

  /// The severity for the subject that the frame holds.
  private mutating func severity() -> Severity {
    if let severity = rule.severity { return severity }
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

  /// Where to point: what `at` gives, else the subject, which the frame holds.
  private mutating func place(of subject: Value) -> (path: String, range: SourceRange) {
    if let at = compiled.at {
      do throws(EvaluationError) {
        let value = try at.evaluate(in: &frame)
        if case .unknown(let unknown) = value.kind, let attribute = unknown.attributes.first {
          let range = desk.spot(attribute.origin ?? PlaceTable.root).range
          return (plan.places.path(of: attribute), range)
        }
        if let origin = value.origin { return place(of: origin) }
      } catch {
        return place(of: subject.origin ?? PlaceTable.root)
      }
    }
    return place(of: subject.origin ?? PlaceTable.root)
  }

  private func place(of origin: Origin) -> (path: String, range: SourceRange) {
    let spot = desk.spot(origin)
    return (spot.path, spot.range)
  }

  private mutating func evidence() -> [Finding.Evidence] {
    let formatter = ValueFormatter(language: rule.language)
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
            ?? desk.spot(origin ?? PlaceTable.root).path,
          range: origin.map { desk.spot($0).range }
        )
      }
    } catch {
      return []
    }
  }

  /// A rule says one thing of each subject, so that the subject tells its findings apart, wherever they point.
  private func fingerprint(_ kind: Finding.Kind, _ subject: Value) -> Fingerprint {
    var hash = Hash()
    hash.combine(compiled.rule.id)
    hash.combine(kind.rawValue)
    hash.combine(desk.spot(subject.origin ?? PlaceTable.root).identity)
    return hash.fingerprint
  }
}
