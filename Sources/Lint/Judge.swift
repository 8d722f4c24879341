package import CEL
import SourceText

/// Runs rules on one plan, one at a time.
package struct Judge {
  private var rule: PreparedRule
  private let desk: PlanDesk
  /// Whether undetermined verdicts tell what they wait for.
  private let tellsMissing: Bool
  private var frame: Frame
  /// What the subject at hand is judged by; nil until the rule has one, when it is put off.
  private var body: CompiledRule.Body?

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

  /// Readies one of many rules for a plan that lies on a desk; verdicts tell what they wait for when somebody asks.
  init(_ rule: PreparedRule, on desk: PlanDesk, tellsMissing: Bool = true) {
    self.rule = rule
    self.desk = desk
    self.tellsMissing = tellsMissing
    frame = rule.frame
    body = rule.readyBody
    layOut()
  }

  /// Goes on to another rule, on the same plan.
  mutating func turn(to rule: PreparedRule) {
    let isAlike = self.rule.commonVariables == rule.commonVariables
    self.rule = rule
    body = rule.readyBody
    frame.restart(as: rule.frame, keeping: isAlike ? rule.commonVariables : VariableSet([]))
    if !isAlike { layOut() }
  }

  /// Gives the variables that each rule has their values.
  private mutating func layOut() {
    let slots = rule.compiled.slots
    frame.set(slots.plan, desk.plan.value)
    frame.set(slots.peildatum, desk.date)
    frame.set(slots.regeling, desk.scheme)
  }

  private var plan: Plan { desk.plan }
  private var compiled: CompiledRule { rule.compiled }

  /// The verdict on every subject, in the order of the plan.
  package mutating func verdicts() -> [Verdict] {
    var verdicts: [Verdict] = []
    judge { _, verdict in verdicts.append(verdict) }
    return verdicts
  }

  /// What there is to show, in the order of the plan; only of verdicts with an outcome when one is given.
  package mutating func findings(for outcome: Outcome? = nil) -> [Finding] {
    var findings: [Finding] = []
    judge { judge, verdict in
      guard outcome == nil || verdict.outcome == outcome else { return }
      let missing = judge.missing(in: verdict)
      let finding = judge.finding(for: verdict, missing: missing, .all)
      if let finding { findings.append(finding) }
    }
    return findings
  }

  /// Judges every subject, in the order of the plan, and hands over each verdict while it is the one at hand.
  ///
  /// Where one outcome is sought, which is to pass or to fail, verdicts with another are not handed over: it is not worked out
  /// which they are.
  mutating func judge(seeking sought: Outcome? = nil, _ hand: (inout Judge, Verdict) -> Void) {
    switch findSubjects() {
    case .plan: judge(plan.value, by: takeBody(), seeking: sought, hand)
    case .items(let subjects):
      let body = takeBody()
      for index in subjects.indices { judge(subjects[index], by: body, seeking: sought, hand) }
    case .none(let verdict):
      guard sought == nil else { return }
      frame.set(compiled.slots.this, plan.value)
      hand(&self, verdict)
    }
  }

  private mutating func judge(
    _ subject: consuming Value,
    by body: CompiledRule.Body,
    seeking sought: Outcome?,
    _ hand: (inout Judge, Verdict) -> Void
  ) {
    let origin = subject.origin
    frame.set(compiled.slots.this, consume subject)
    guard let sought else {
      return hand(&self, verdict(on: origin, when: body.when, body.assertion))
    }
    // Most subjects are as they should be, which is sooner found in an assertion that says little.
    let holds = sought == .pass
    if body.isAssertionLighter, !body.assertion.isCertain(holds, in: &frame) { return }
    if let when = body.when, !when.isCertain(true, in: &frame) { return }
    if !body.isAssertionLighter, !body.assertion.isCertain(holds, in: &frame) { return }
    hand(&self, verdict(on: origin, sought))
  }

  /// What a rule judges of a plan.
  private enum Subjects {
    /// The plan as a whole.
    case plan
    case items([Value])
    /// Nothing; this is the one verdict.
    case none(Verdict)
  }

  /// What the rule judges of the plan, by its `given`.
  private mutating func findSubjects() -> Subjects {
    guard !compiled.given.isEmpty else { return .plan }
    var subjects: [Value] = []
    var missing: [Attribute] = []
    for program in compiled.given {
      do throws(EvaluationError) {
        let value = try program.evaluate(in: &frame)
        switch value.kind {
        case .unknown(let unknown):
          missing += unknown.applicable
        case .list(let list):
          let items = desk.subjects(value, list)
          // As a rule there is one list, whose items need no copy.
          if subjects.isEmpty { subjects = items } else { subjects += items }
          if list.elements.isEmpty { missing += list.rest?.attributes ?? [] }
        default: subjects.append(value)
        }
      } catch {
        return .none(verdict(on: plan.value.origin, .undetermined, defect: error.message))
      }
    }
    guard subjects.isEmpty else { return .items(subjects) }
    let unknown = missing.isEmpty || !tellsMissing ? nil : UnknownSet(missing)
    return .none(
      verdict(
        on: plan.value.origin,
        missing.isEmpty ? .notApplicable : .undetermined,
        for: unknown
      )
    )
  }

  /// What subjects are judged by, with its variables in the frame.
  private mutating func takeBody() -> CompiledRule.Body {
    if let body { return body }
    let made = compiled.body
    made.bindVariables(in: &frame)
    body = made
    return made
  }

  /// Notes from now on which way the conditions of the rule go.
  mutating func noteDecisions() {
    frame.noteDecisions()
  }

  /// Which way conditions went since `noteDecisions`.
  var decisions: Set<Decision> { frame.decisions ?? [] }

  /// The verdict on the subject that the frame holds.
  private mutating func verdict(
    on origin: Origin?,
    when: Program?,
    _ assertion: Program
  ) -> Verdict {
    do throws(EvaluationError) {
      if let when {
        switch try when.condition(in: &frame) {
        case .yes: break
        case .no: return verdict(on: origin, .notApplicable)
        case .other(let value):
          guard let unknown = value.unknown else { return verdict(on: origin, .notApplicable) }
          return verdict(on: origin, unknown)
        }
      }
      switch try assertion.condition(in: &frame) {
      case .yes: return verdict(on: origin, .pass)
      case .no: return verdict(on: origin, .fail)
      case .other(let value):
        if let unknown = value.unknown { return verdict(on: origin, unknown) }
        return verdict(on: origin, .undetermined, defect: "the assertion is not true or false")
      }
    } catch {
      return verdict(on: origin, .undetermined, defect: error.message)
    }
  }

  /// The verdict when a condition is not known: not applicable when nothing but `n.v.t.` keeps it from being known.
  ///
  /// Were one `n.v.t.` enough, leaving out a field beside it could take a failing subject out of the score.
  private func verdict(on subject: Origin?, _ unknown: UnknownSet) -> Verdict {
    unknown.isWaived
      ? Verdict(rule: rule.index, subject: subject, .notApplicable, isWaived: true)
      : verdict(on: subject, .undetermined, for: tellsMissing ? unknown : nil)
  }

  private func verdict(
    on subject: Origin?,
    _ outcome: Outcome,
    for unknown: UnknownSet? = nil,
    defect: String? = nil
  ) -> Verdict {
    Verdict(rule: rule.index, subject: subject, outcome, for: unknown, defect: defect)
  }
}

extension Judge {
  /// What a verdict waits for, as numbers of the desk; nothing unless it is undetermined.
  func missing(in verdict: Verdict) -> [Int] {
    desk.numbers(of: verdict.missing)
  }

  /// The finding for the verdict at hand, when it is known already what it waits for.
  mutating func finding(
    for verdict: Verdict,
    missing: [Int],
    _ details: ReportDetails
  ) -> Finding? {
    switch compiled.rule.findingKind(for: verdict.outcome) {
    case nil: nil
    case .undetermined: undetermined(verdict, missing, details)
    case let kind?: decided(verdict, kind, details)
    }
  }

  private mutating func decided(
    _ verdict: Verdict,
    _ kind: Finding.Kind,
    _ details: ReportDetails
  ) -> Finding {
    let place = place(ofSubject: verdict.subject)
    let message = takeBody().messages[rule.language]
    return Finding(
      rule.descriptor(of: kind),
      kind: kind,
      severity: kind == .problem ? severity() : nil,
      message: message.render(in: &frame, language: rule.language),
      path: details.contains(.identities) ? path(of: place) : "",
      range: range(of: place),
      evidence: details.contains(.evidence) ? evidence() : [],
      fingerprint: fingerprint(kind, verdict.subject, details)
    )
  }

  /// Points at the first thing missing.
  private mutating func undetermined(
    _ verdict: Verdict,
    _ numbers: [Int],
    _ details: ReportDetails
  ) -> Finding {
    let first = verdict.missing.first
    let place = first.map(Place.attribute) ?? place(ofSubject: verdict.subject)
    return Finding(
      rule.descriptor(of: .undetermined),
      undetermined: UndeterminedWording(
        reason: first?.reason,
        defect: verdict.defect,
        language: rule.language
      ),
      path: details.contains(.identities) ? path(of: place) : "",
      range: range(of: place),
      missing: numbers.map { desk.path(ofMissing: $0) },
      fingerprint: fingerprint(.undetermined, verdict.subject, details)
    )
  }

  /// The severity for the subject that the frame holds.
  private mutating func severity() -> Severity {
    if let severity = rule.severity { return severity }
    switch takeBody().severity {
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

  /// Where a finding points.
  private enum Place {
    case value(Origin)
    /// At what is not there, which is shown at the nearest value.
    case attribute(Attribute)
  }

  /// Where to point: what `at` gives, else the subject, which the frame holds.
  private mutating func place(ofSubject subject: Origin?) -> Place {
    let own = Place.value(subject ?? PlaceTable.root)
    guard let at = takeBody().at else { return own }
    do throws(EvaluationError) {
      let value = try at.evaluate(in: &frame)
      if case .unknown(let unknown) = value.kind, let attribute = unknown.first {
        return .attribute(attribute)
      }
      return value.origin.map(Place.value) ?? own
    } catch {
      return own
    }
  }

  private func path(of place: Place) -> String {
    switch place {
    case .value(let origin): desk.path(of: origin)
    case .attribute(let attribute): plan.places.path(of: attribute)
    }
  }

  private func range(of place: Place) -> SourceRange {
    switch place {
    case .value(let origin): desk.range(of: origin)
    case .attribute(let attribute): desk.range(of: attribute.origin ?? PlaceTable.root)
    }
  }

  private mutating func evidence() -> [Finding.Evidence] {
    let formatter = ValueFormatter(language: rule.language)
    do throws(EvaluationError) {
      let (_, evidence) = try takeBody().assertion.explain(in: &frame)
      return evidence.map { row in
        let attribute = row.attribute
        let origin = row.value.origin
        return Finding.Evidence(
          expression: row.expression,
          shown: formatter.string(row.value),
          value: formatter.plain(row.value),
          path: attribute.map { plan.places.path(of: $0) }
            ?? desk.path(of: origin ?? PlaceTable.root),
          range: origin.map { desk.range(of: $0) }
        )
      }
    } catch {
      return []
    }
  }

  /// A rule says one thing of each subject, so that the subject tells its findings apart, wherever they point.
  private func fingerprint(
    _ kind: Finding.Kind,
    _ subject: Origin?,
    _ details: ReportDetails
  ) -> Fingerprint {
    var hash = rule.hash(of: kind)
    if details.contains(.identities) {
      hash.combine(desk.identity(of: subject ?? PlaceTable.root))
    }
    return hash.fingerprint
  }
}
