import CEL
import SourceText

/// Weighs the rules that a plan sets aside (*pas toe of leg uit*, DESIGN 9): what they cover, and what is wrong with them.
///
/// A deviation sets aside what its rule found or could not judge, for all items or for one. What passes stays counted. One
/// without reason, past its end, or against a mandatory rule sets nothing aside.
struct DeviationReview {
  /// In the plan's order.
  private(set) var deviations: [Deviation] = []
  /// The index of the deviation that covers a verdict, by the verdict's index.
  private(set) var setAside: [Int: Int] = [:]
  /// What is wrong with the deviations themselves.
  private(set) var findings: [Finding] = []

  private let plan: Plan
  private let linter: Linter

  init(of plan: Plan, by judgement: Judgement, in linter: Linter) {
    self.plan = plan
    self.linter = linter
    guard case .list(let list)? = plan.value(at: ["uitzonderingen"])?.kind else { return }
    for item in list.elements {
      guard case .structure(let fields) = item.kind, let origin = item.origin,
        let rule = fields.text("regel")
      else { continue }
      add(fields, rule: rule, at: origin, judgement)
    }
  }

  private mutating func add(
    _ fields: StructValue,
    rule: String,
    at origin: Origin,
    _ judgement: Judgement
  ) {
    let until = fields["tot"]
    var deviation = Deviation(
      rule: rule,
      reason: fields.text("reden"),
      item: fields.text("waar"),
      by: fields.text("door"),
      until: until?.origin.map { plan.file.text(in: plan.places.range(of: $0)) },
      status: .unused,
      path: plan.places.path(of: origin),
      range: plan.places.highlight(of: fields["regel"]?.origin ?? origin, in: plan.file)
    )
    let end = until.flatMap { until -> DateInterval? in
      if case .date(let date) = until.kind { date } else { nil }
    }
    if let obstacle = obstacle(to: deviation, ending: end) {
      deviation.status = obstacle
    } else {
      let covered = verdicts(of: deviation, in: judgement)
      for index in covered { setAside[index] = deviations.count }
      if !covered.isEmpty { deviation.status = .used }
      if end != nil, day == nil { report(.unknownEnd, on: deviation) }
    }
    deviations.append(deviation)
    complain(about: deviation)
  }

  /// What keeps a deviation from setting anything aside.
  private func obstacle(
    to deviation: Deviation,
    ending end: DateInterval?
  ) -> Deviation.Status? {
    guard let compiled = linter.pack.rule(deviation.rule) else {
      // What is wrong with a plan's form has to be mended.
      let isAboutForm = plan.problems.contains { $0.rule == deviation.rule }
      return isAboutForm ? .mandatory : .unknown
    }
    if compiled.rule.isMandatory { return .mandatory }
    if deviation.reason == nil { return .unexplained }
    // A partial date has passed when all its days have.
    if let end, let day, end.last < day.first { return .expired }
    return nil
  }

  private var day: DateInterval? {
    guard case .date(let day)? = linter.date(of: plan)?.kind else { return nil }
    return day
  }

  private func verdicts(of deviation: Deviation, in judgement: Judgement) -> [Int] {
    judgement.verdicts.indices.filter { index in
      let verdict = judgement.verdicts[index]
      let rule = linter.pack.rules[verdict.rule].rule
      guard let kind = rule.findingKind(for: verdict.outcome), kind != .strength,
        rule.id == deviation.rule, setAside[index] == nil
      else { return false }
      guard let item = deviation.item else { return true }
      return verdict.subject.map { plan.places.ids(of: $0).contains(item) } ?? false
    }
  }

  private mutating func complain(about deviation: Deviation) {
    switch deviation.status {
    case .used: break
    case .unknown:
      let names = linter.pack.rules.map(\.rule.id)
      report(.unknown(nearest: nearestName(to: deviation.rule, among: names)), on: deviation)
    case .mandatory: report(.mandatory, on: deviation)
    case .unexplained: report(.unexplained, on: deviation)
    case .expired: report(.expired, on: deviation)
    case .unused:
      // Of a rule that is not judged nobody knows whether it finds anything.
      guard let rule = linter.pack.rule(deviation.rule)?.rule, !linter.settings.isOff(rule) else {
        return
      }
      if let item = deviation.item, !plan.places.hasItem(item) {
        report(.unknownItem(item), on: deviation)
      } else {
        report(.unused, on: deviation)
      }
    }
  }

  private mutating func report(_ problem: DeviationProblem, on deviation: Deviation) {
    let wording = problem.wording(of: deviation, in: linter.language)
    var hash = Hash()
    hash.combine(problem.rule)
    hash.combine(deviation.rule)
    hash.combine(deviation.item ?? "")
    findings.append(
      Finding(
        RuleDescriptor(
          rule: problem.rule,
          lesson: nil,
          title: problem.title[linter.language],
          remedy: wording.remedy,
          effort: problem.severity == nil ? nil : .low
        ),
        kind: problem.severity == nil ? .undetermined : .problem,
        severity: problem.severity,
        message: wording.message,
        path: deviation.path,
        range: deviation.range,
        missing: problem.severity == nil ? ["$.peildatum"] : [],
        fingerprint: hash.fingerprint
      )
    )
  }
}

extension StructValue {
  /// The text in a field; nil when it is absent or unknown.
  fileprivate func text(_ name: String) -> String? {
    guard case .string(let text)? = self[name]?.kind else { return nil }
    return text
  }
}
