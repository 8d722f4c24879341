package import CEL
package import SourceText
import Synchronization
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
  /// What reports tell beside problems.
  package let details: ReportDetails
  private let unusedIDs = UnusedIDRules()
  /// What rules weigh; nil when nobody asks for scores.
  private let weights: Ledger.Weights?
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

  /// A linter; one for many plans takes all of the pack at once, others what each plan asks of it.
  package init(
    pack: RulePack,
    language: Language,
    referenceDate: DateInterval? = nil,
    settings: RuleSettings = RuleSettings(),
    limits: Limits = Limits(),
    details: ReportDetails = .all,
    isForMany: Bool = false
  ) {
    self.pack = pack
    self.language = language
    self.referenceDate = referenceDate
    self.settings = settings
    self.limits = limits
    self.details = details
    weights = details.contains(.scores) ? Ledger.Weights(pack) : nil
    rules = pack.rules.enumerated().compactMap { index, compiled in
      let id = compiled.rule.id
      guard !settings.isOff(compiled.rule) else { return nil }
      guard compiled.rule.kind != .strength || details.contains(.strengths) else { return nil }
      return PreparedRule(
        compiled,
        at: index,
        language: language,
        overrides: settings.parameters.isEmpty ? [:] : settings.parameters[id] ?? [:],
        severity: settings.severities.isEmpty ? nil : settings.severities[id],
        putsOffBody: !isForMany
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
    reports([plan])[0]
  }

  /// Judges plans that have been read; the reports are in their order.
  package func reports(_ plans: [Plan]) -> [PlanReport] {
    zip(plans, judge(plans)).map(report)
  }

  private func report(_ plan: Plan, _ found: Judgement) -> PlanReport {
    // They are in the order of the text, so those past the limit would be left out in the end.
    let told = problems(of: plan).prefix(limits.findings + 1)
    let isIdentified = !told.isEmpty && details.contains(.identities)
    let index = isIdentified ? PlaceTable.Index(plan.places) : nil
    let problems = told.map { problem in
      let identity = index?.origin(at: problem.way).map(plan.places.identity)
      return Finding(problem, identity: identity, in: language)
    }
    guard plan.status != .unreadable else { return unjudged(plan.file, kept(problems)) }
    var judgement = found
    let review = DeviationReview(of: plan, by: judgement, in: self)
    if !review.setAside.isEmpty {
      for place in judgement.findings.indices {
        if let deviation = review.setAside[judgement.findings[place].verdict] {
          judgement.findings[place].finding.deviation = review.deviations[deviation]
        }
      }
    }
    var report = PlanReport(
      file: plan.file,
      status: plan.status,
      municipality: plan.municipality,
      programme: plan.programme,
      isComplete: plan.isComplete,
      score: nil,
      lessons: [],
      findings: [],
      deviations: review.deviations
    )
    if let weights { score(&report, &judgement, by: weights, setAside: review.setAside) }
    report.findings = kept(problems + review.findings + judgement.findings.map(\.finding))
    return report
  }

  /// Adds the scores to a report, and what follows from them; the findings of the judgement are told their gain.
  private func score(
    _ report: inout PlanReport,
    _ judgement: inout Judgement,
    by weights: Ledger.Weights,
    setAside: [Int: Int]
  ) {
    var ledger = Ledger(weights, verdicts: judgement.verdicts)
    if !setAside.isEmpty {
      report.scoreWithoutDeviations = ledger.score(isComplete: report.isComplete, pack: pack)
      ledger = Ledger(weights, verdicts: judgement.verdicts, setAside: Set(setAside.keys))
    }
    for place in judgement.findings.indices
    where judgement.findings[place].finding.kind != .strength {
      let gain = ledger.gains[judgement.findings[place].verdict]
      judgement.findings[place].finding.gain = gain.share
    }
    let score = ledger.score(isComplete: report.isComplete, pack: pack)
    report.score = score
    report.lessons = ledger.lessonScores(in: pack, language: language)
    report.ledger = ledger
    if details.contains(.nextStep) {
      report.nextStep = NextStepSearch(judgement: judgement, ledger: ledger, setAside: setAside)
        .nextStep(from: score, in: pack)
    }
    if details.contains(.gaps) { report.gaps = Gap.widest(in: judgement, ledger: ledger) }
  }

  /// The verdicts on plans, with the findings to show, not yet scored; none on a plan that could not be read.
  ///
  /// Without verdicts that come to nothing when nothing else is made of them. Each rule goes over all plans before the
  /// next does, which saves the processor fetching the rules for each plan again.
  package func judge(_ plans: [Plan]) -> [Judgement] {
    var judgements = plans.map { _ in Judgement() }
    guard let first = rules.first else { return judgements }
    let judged = plans.indices.filter { plans[$0].status != .unreadable }
    let desks = judged.map { PlanDesk(plans[$0], date: date(of: plans[$0]), pack: pack) }
    var judges = desks.map { Judge(first, on: $0, tellsMissing: details.tellMissing) }
    // A deviation may set aside what could not be judged.
    let needAll = desks.map { desk in
      details.needVerdicts || desk.plan.value(at: ["uitzonderingen"]) != nil
    }
    for (place, rule) in rules.enumerated() {
      for (turn, index) in judged.enumerated() {
        if place > 0 { judges[turn].turn(to: rule) }
        let sought = needAll[turn] ? nil : rule.compiled.rule.tellingOutcome
        judges[turn].judge(seeking: sought) { [details] judge, verdict in
          judgements[index].add(verdict, of: rule, by: &judge, details)
        }
      }
    }
    for (desk, index) in zip(desks, judged) { judgements[index].paths = desk.missingPaths }
    return judgements
  }

  /// What is wrong with a plan's form, but for the unused ids of which the pack's rules speak.
  private func problems(of plan: Plan) -> [PlanProblem] {
    plan.problems.filter { problem in
      guard case .unusedIDs(_, _, let item) = problem.kind else { return true }
      return !unusedIDs.areMinded(of: item, by: pack)
    }
  }

  /// The findings by place, as many as the limit allows.
  private func kept(_ findings: [Finding]) -> [Finding] {
    // Places are compared as one number; many findings stand at the same one.
    let order = findings.indices
      .map { index in
        let range = findings[index].range
        return (place: UInt64(range.start) << 32 | UInt64(range.end), index: index)
      }
      .sorted { left, right in
        if left.place != right.place { return left.place < right.place }
        let (rule, other) = (findings[left.index].rule, findings[right.index].rule)
        return rule == other ? left.index < right.index : rule < other
      }
    let sorted = order.prefix(limits.findings).map { findings[$0.index] }
    guard findings.count > limits.findings else { return sorted }
    let end = sorted.last?.range ?? SourceRange(0, 0)
    return sorted + [
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

/// Of which unused ids the rules of a pack speak, so that reading need not: worked out once for all plans.
private final class UnusedIDRules: Sendable {
  private let minded = Mutex<[String: Bool]>([:])

  /// Whether a rule finds items of a type, by its name, to which nothing refers.
  func areMinded(of item: String, by pack: RulePack) -> Bool {
    minded.withLock { known in
      if let answer = known[item] { return answer }
      let answer = pack.rules.contains { $0.minds(unusedIDsOf: item) }
      known[item] = answer
      return answer
    }
  }
}

/// What the rules of a pack say of one plan.
package struct Judgement: Sendable {
  /// All verdicts, or those that have a finding.
  ///
  /// Those of each rule are together, in the pack's order of rules; within a rule in the plan's order.
  package internal(set) var verdicts: [Verdict] = []
  /// What to show, each with the index of its verdict, in their order.
  package internal(set) var findings: [(verdict: Int, finding: Finding)] = []
  /// What undetermined verdicts wait for, as numbers of paths, with the id of their rule; those that wait for something.
  var missing: [(verdict: Int, rule: String, paths: [Int])] = []
  /// The paths to which these numbers lead.
  var paths: [String] = []

  /// Adds the verdict at hand, with what there is to show of it.
  fileprivate mutating func add(
    _ verdict: Verdict,
    of rule: PreparedRule,
    by judge: inout Judge,
    _ details: ReportDetails
  ) {
    let index = verdicts.count
    verdicts.append(verdict)
    guard let kind = rule.compiled.rule.findingKind(for: verdict.outcome) else { return }
    var missing: [Int] = []
    if kind == .undetermined {
      guard details.tellMissing else { return }
      missing = judge.missing(in: verdict)
      if !missing.isEmpty { self.missing.append((index, rule.compiled.rule.id, missing)) }
      guard details.contains(.openQuestions) else { return }
    }
    let finding = judge.finding(for: verdict, missing: missing, details)
    if let finding { findings.append((index, finding)) }
  }
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
