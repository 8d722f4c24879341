package import CEL
package import SourceText
package import YAML

/// Judges plans by a pack: from text to report.
///
/// A value: one can serve many threads at once.
package struct Linter: Sendable {
  package var pack: RulePack
  package var language: Language
  /// The day to judge for, when a plan names none or the caller wants another.
  package var referenceDate: DateInterval?
  package var limits: Limits

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
    limits: Limits = Limits()
  ) {
    self.pack = pack
    self.language = language
    self.referenceDate = referenceDate
    self.limits = limits
  }

  /// Reads and judges a plan; whatever is wrong with it is in the report.
  package func lint(_ file: SourceFile) -> PlanReport {
    report(PlanReader(schema: pack.schema, limits: limits.reading).read(file))
  }

  /// The report of a plan that could not even be opened.
  package func unreadable(path: String, reason: String) -> PlanReport {
    let file = SourceFile(path: path, bytes: [])
    let problem = PlanProblem(.unreadable(reason: reason), at: SourceRange(0, 0))
    return PlanReport(
      file: file,
      status: .unreadable,
      municipality: nil,
      programme: nil,
      isComplete: true,
      score: nil,
      lessons: [],
      findings: [finding(problem)]
    )
  }

  /// Judges a plan that has been read.
  package func report(_ plan: Plan) -> PlanReport {
    var findings = problems(of: plan).map(finding)
    guard plan.status != .unreadable else {
      return PlanReport(
        file: plan.file,
        status: plan.status,
        municipality: nil,
        programme: nil,
        isComplete: true,
        score: nil,
        lessons: [],
        findings: kept(findings, of: plan)
      )
    }
    var verdicts: [Verdict] = []
    var drafts: [(finding: Finding, rule: Int)] = []
    for index in pack.rules.indices {
      var judge = Judge(
        rule: pack.rules[index],
        at: index,
        on: plan,
        date: date(of: plan),
        pack: pack
      )
      for verdict in judge.verdicts() {
        verdicts.append(verdict)
        if let finding = judge.finding(for: verdict, language: language) {
          drafts.append((finding, index))
        }
      }
    }
    let scorer = Scorer(pack: pack, verdicts: verdicts)
    let (score, lessons) = scorer.score(isComplete: plan.isComplete, language: language)
    findings += drafts.map { draft in
      var finding = draft.finding
      if finding.kind != .strength { finding.gain = scorer.gain(ofRule: draft.rule) }
      return finding
    }
    return PlanReport(
      file: plan.file,
      status: plan.status,
      municipality: plan.municipality,
      programme: plan.programme,
      isComplete: plan.isComplete,
      score: score,
      lessons: lessons,
      findings: kept(findings, of: plan)
    )
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
  private func kept(_ findings: [Finding], of plan: Plan) -> [Finding] {
    let sorted = findings.sorted {
      ($0.range.start, $0.range.end, $0.rule) < ($1.range.start, $1.range.end, $1.rule)
    }
    guard sorted.count > limits.findings else { return sorted }
    let kept = sorted.prefix(limits.findings)
    let end = kept.last?.range ?? SourceRange(0, 0)
    return kept + [finding(PlanProblem(.limit(.findings(limits.findings)), at: end))]
  }

  private func date(of plan: Plan) -> Value? {
    referenceDate.map { Value(.date($0)) } ?? plan.referenceDate
  }

  private func finding(_ problem: PlanProblem) -> Finding {
    let wording = problem.wording(in: language)
    var hash = Hash()
    hash.combine(problem.rule)
    hash.combine(problem.path)
    hash.combine(wording.message)
    return Finding(
      rule: problem.rule,
      lesson: nil,
      kind: .problem,
      severity: problem.severity,
      title: problem.title(in: language),
      message: wording.message,
      why: nil,
      remedy: wording.remedy,
      effort: .low,
      citations: [],
      path: problem.path,
      range: problem.range,
      evidence: [],
      missing: [],
      judgements: [],
      gain: 0,
      fingerprint: hash.hexadecimal
    )
  }
}
