package import CEL
package import SourceText
package import YAML

/// Judges plans by a pack: from text to report.
///
/// A value: one can serve many threads at once.
package struct Linter: Sendable {
  package let pack: RulePack
  package let language: Language
  /// The day to judge for, when a plan names none or the caller wants another.
  package let referenceDate: DateInterval?
  /// What the configuration changes in the pack's rules.
  package let settings: RuleSettings
  package let limits: Limits
  /// Whether findings come with the operands that decided them, which takes a second look at each.
  package let gathersEvidence: Bool
  private let weights: Ledger.Weights
  /// The rules that are judged, in the pack's order.
  private let rules: [PreparedRule]

  /// How much a plan may ask, and how much is said of it; each limit that is hit is a finding that names it.
  package struct Limits: Hashable, Sendable {
    package var reading: YAML.Limits
    /// Findings in one report; the first by place are kept.
    package var findings: Int

    package init(reading: YAML.Limits = YAML.Limits(), findings: Int = 2000) {
      self.reading = reading
      self.findings = findings
    }
  }

  package init(
    pack: RulePack,
    language: Language,
    referenceDate: DateInterval? = nil,
    settings: RuleSettings = RuleSettings(),
    limits: Limits = Limits(),
    gathersEvidence: Bool = true
  ) {
    self.pack = pack
    self.language = language
    self.referenceDate = referenceDate
    self.settings = settings
    self.limits = limits
    self.gathersEvidence = gathersEvidence
    weights = Ledger.Weights(pack)
    rules = pack.rules.enumerated().compactMap { index, compiled in
      let id = compiled.rule.id
      guard !settings.isOff(compiled.rule) else { return nil }
      return PreparedRule(
        compiled,
        at: index,
        language: language,
        overrides: settings.parameters.isEmpty ? [:] : settings.parameters[id] ?? [:],
        severity: settings.severities.isEmpty ? nil : settings.severities[id]
      )
    }
  }

  /// Reads and judges a plan; whatever is wrong with it is in the report.
  package func lint(_ file: SourceFile) -> PlanReport {
    report(read(file))
  }

  /// Reads a plan, without judging it.
  package func read(_ file: SourceFile) -> Plan {
    PlanReader(schema: pack.schema, limits: limits.reading).read(file)
  }

  /// The report of a plan that could not even be opened.
  package func unreadable(path: String, reason: String) -> PlanReport {
    let file = SourceFile(path: path, bytes: [])
    let problem = PlanProblem(.unreadable(reason: reason), at: SourceRange(0, 0))
    return unjudged(file, [Finding(problem, identity: nil, in: language)])
  }

  /// Judges a plan that has been read.
  package func report(_ plan: Plan) -> PlanReport {
    // They are in the order of the text, so those past the limit would be left out in the end.
    let told = problems(of: plan).prefix(limits.findings + 1)
    let index = told.isEmpty ? nil : PlaceTable.Index(plan.places)
    let problems = told.map { problem in
      let identity = index?.origin(at: problem.way).map(plan.places.identity)
      return Finding(problem, identity: identity, in: language)
    }
    guard plan.status != .unreadable else { return unjudged(plan.file, kept(problems)) }
    let judgement = judge(plan)
    let review = DeviationReview(of: plan, by: judgement, in: self)
    let withoutDeviations = Ledger(weights, verdicts: judgement.verdicts)
    let ledger =
      review.setAside.isEmpty
      ? withoutDeviations
      : Ledger(weights, verdicts: judgement.verdicts, setAside: Set(review.setAside.keys))
    var drafts: [Finding] = []
    drafts.reserveCapacity(judgement.findings.count)
    for (index, draft) in judgement.findings {
      var finding = draft
      if finding.kind != .strength { finding.gain = ledger.gains[index].share }
      finding.deviation = review.setAside[index].map { review.deviations[$0] }
      drafts.append(finding)
    }
    let score = ledger.score(isComplete: plan.isComplete, pack: pack)
    return PlanReport(
      file: plan.file,
      status: plan.status,
      municipality: plan.municipality,
      programme: plan.programme,
      isComplete: plan.isComplete,
      score: score,
      lessons: ledger.lessonScores(in: pack, language: language),
      findings: kept(problems + review.findings + drafts),
      deviations: review.deviations,
      scoreWithoutDeviations: review.setAside.isEmpty
        ? nil : withoutDeviations.score(isComplete: plan.isComplete, pack: pack),
      nextStep: NextStepSearch(judgement: judgement, ledger: ledger, setAside: review.setAside)
        .nextStep(from: score, in: pack),
      ledger: ledger,
      gaps: Gap.widest(in: judgement, ledger: ledger)
    )
  }

  /// Every verdict on a plan, with the findings to show, not yet scored.
  package func judge(_ plan: Plan) -> Judgement {
    var judgement = Judgement()
    let desk = PlanDesk(plan, date: date(of: plan), pack: pack)
    for rule in rules {
      var judge = Judge(rule, on: desk)
      let verdicts = judge.verdicts()
      for (index, verdict) in zip(judgement.verdicts.count..., verdicts)
      where judge.kind(for: verdict.outcome) != nil {
        let missing = judge.missing(in: verdict)
        let finding = judge.finding(
          for: verdict,
          missing: missing,
          gathersEvidence: gathersEvidence
        )
        guard let finding else { continue }
        judgement.findings.append((index, finding))
        if !missing.isEmpty { judgement.missing.append((index, finding.rule, missing)) }
      }
      judgement.verdicts += verdicts
    }
    judgement.paths = desk.missingPaths
    return judgement
  }

  /// What is wrong with a plan's form, but for the unused ids of which the pack's rules speak.
  private func problems(of plan: Plan) -> [PlanProblem] {
    plan.problems.filter { problem in
      guard case .unusedIDs(_, _, let item) = problem.kind else { return true }
      return !pack.rules.contains { rule in
        rule.rule.kind == .problem
          && rule.given.contains { $0.type == .list(.structure(item)) }
          && rule.assertion.references.fields.contains { $0.structure == item && $0.name == "id" }
      }
    }
  }

  /// The findings by place, as many as the limit allows.
  private func kept(_ findings: [Finding]) -> [Finding] {
    // Findings are large: their places in the list are sorted, and each is moved once.
    let order = findings.indices.sorted { left, right in
      let (first, second) = (findings[left].range, findings[right].range)
      if first != second { return first < second }
      let (rule, other) = (findings[left].rule, findings[right].rule)
      return rule == other ? left < right : rule < other
    }
    let sorted = order.map { findings[$0] }
    guard sorted.count > limits.findings else { return sorted }
    let kept = sorted.prefix(limits.findings)
    let end = kept.last?.range ?? SourceRange(0, 0)
    return kept + [
      Finding(
        PlanProblem(.limit(.findings(limits.findings)), at: end),
        identity: nil,
        in: language
      )
    ]
  }

  /// The day that a plan is judged for; nil when nobody says.
  func date(of plan: Plan) -> Value? {
    referenceDate.map { Value(.date($0)) } ?? plan.referenceDate
  }

  private func unjudged(_ file: SourceFile, _ findings: [Finding]) -> PlanReport {
    PlanReport(
      file: file,
      status: .unreadable,
      municipality: nil,
      programme: nil,
      isComplete: true,
      score: nil,
      lessons: [],
      findings: findings
    )
  }
}

/// What the rules of a pack say of one plan.
package struct Judgement: Sendable {
  /// Those of each rule together, in the pack's order of rules; within a rule in the plan's order.
  package internal(set) var verdicts: [Verdict] = []
  /// What to show, each with the index of its verdict, in their order.
  package internal(set) var findings: [(verdict: Int, finding: Finding)] = []
  /// What undetermined verdicts wait for, as numbers of paths, with the id of their rule; those that wait for something.
  var missing: [(verdict: Int, rule: String, paths: [Int])] = []
  /// The paths to which these numbers lead.
  var paths: [String] = []
}

extension Finding {
  /// A problem of form as a finding; its identity is its place with ids and names for indexes.
  init(_ problem: PlanProblem, identity: String?, in language: Language) {
    let wording = problem.wording(in: language)
    var hash = Hash()
    hash.combine(problem.rule)
    hash.combine(identity ?? problem.path)
    hash.combine(problem.subject)
    self.init(
      RuleDescriptor(
        rule: problem.rule,
        lesson: nil,
        title: problem.title(in: language),
        remedy: wording.remedy,
        effort: .low
      ),
      kind: .problem,
      severity: problem.severity,
      message: wording.message,
      path: problem.path,
      range: problem.range,
      fingerprint: hash.fingerprint
    )
  }
}
