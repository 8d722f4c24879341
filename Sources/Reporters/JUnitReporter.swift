import Lint
import SourceText

/// JUnit's XML, which build servers show as tests: a suite per plan, a case per finding.
///
/// A problem is a failure; what could not be judged, is set aside or was known already is skipped; a strength passes.
struct JUnitReporter {
  private let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    terms = Terms(language: report.language)
  }

  func render() -> String {
    let suites = report.plans.map(Suite.init)
    let root = Markup.tag(
      "testsuites",
      with: [
        "name": report.tool.name,
        "tests": "\(suites.reduce(0) { $0 + $1.tests })",
        "failures": "\(suites.reduce(0) { $0 + $1.failures })",
        "errors": "\(suites.reduce(0) { $0 + $1.errors })",
        "skipped": "\(suites.reduce(0) { $0 + $1.skipped })",
      ],
      .group(suites.map(suite))
    )
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.render(as: .xml)
  }

  private func suite(_ suite: Suite) -> Markup {
    .tag(
      "testsuite",
      with: [
        "name": suite.plan.file.path, "tests": "\(suite.tests)", "failures": "\(suite.failures)",
        "errors": "\(suite.errors)", "skipped": "\(suite.skipped)",
      ],
      properties(of: suite.plan),
      suite.plan.findings.isEmpty ? wholePlan(suite.plan) : [],
      .group(suite.plan.findings.map { testCase($0, in: suite) })
    )
  }

  /// The one test of a plan without findings.
  private func wholePlan(_ plan: PlanReport) -> Markup {
    let isRead = plan.status != .unreadable
    return .tag(
      "testcase",
      with: ["classname": plan.file.path, "name": isRead ? terms.noFindings : terms.notRead],
      isRead ? [] : .tag("error", with: ["message": terms.unreadable])
    )
  }

  private func properties(of plan: PlanReport) -> Markup {
    guard let score = plan.score else { return [] }
    var properties = [("score.low", score.total.low), ("score.high", score.total.high)]
    if let grade = score.grade { properties.append(("score.grade", grade)) }
    return .tag(
      "properties",
      .group(
        properties.map { name, value in
          .tag("property", with: ["name": name, "value": "\((value * 1000).rounded() / 1000)"])
        }
      )
    )
  }

  private func testCase(_ finding: Finding, in suite: Suite) -> Markup {
    let line = suite.plan.file.line(at: finding.range.start)
    return .tag(
      "testcase",
      with: [
        "classname": suite.plan.file.path,
        "name": "\(finding.rule): \(finding.path)",
        "file": suite.plan.file.path,
        "line": "\(line)",
      ],
      outcome(of: finding, in: suite)
    )
  }

  private func outcome(of finding: Finding, in suite: Suite) -> Markup {
    switch Suite.Outcome(finding, in: suite.plan) {
    case .passed: return []
    case .skipped:
      let reason =
        finding.deviation.map { "\(terms.setAsideWord): \($0.reason ?? terms.noReason)" }
        ?? (finding.baseline == .unchanged ? terms.known : nil)
      let message = [reason, finding.message].compactMap { $0 }.joined(separator: ". ")
      return .tag("skipped", with: ["message": message])
    case .failed: return complaint("failure", finding, in: suite.plan)
    case .erroneous: return complaint("error", finding, in: suite.plan)
    }
  }

  private func complaint(_ name: String, _ finding: Finding, in plan: PlanReport) -> Markup {
    let place = "\(plan.file.path):\(plan.file.location(of: finding.range.start))"
    var lines = [place, finding.message]
    if let why = finding.why { lines.append("\(terms.why): \(why)") }
    if let remedy = finding.remedy { lines.append("\(terms.remedy): \(remedy)") }
    lines += finding.citations.map { "\(terms.source): \(report.pack.words($0))" }
    return .tag(
      name,
      with: ["type": (finding.severity ?? .hint).rawValue, "message": finding.message],
      .text(lines.map(TerminalText.visible).joined(separator: "\n"))
    )
  }
}

/// A plan with how its findings count as tests.
private struct Suite {
  enum Outcome {
    case passed
    case failed
    /// The plan could not be judged at all.
    case erroneous
    case skipped

    init(_ finding: Finding, in plan: PlanReport) {
      switch finding.kind {
      case .strength: self = .passed
      case .undetermined: self = .skipped
      case .problem where !finding.isCounted: self = .skipped
      case .problem: self = plan.status == .unreadable ? .erroneous : .failed
      }
    }
  }

  let plan: PlanReport
  private let outcomes: [Outcome]

  init(plan: PlanReport) {
    self.plan = plan
    outcomes = plan.findings.map { Outcome($0, in: plan) }
  }

  /// A plan without findings is one test that passes.
  var tests: Int { max(1, outcomes.count) }
  var failures: Int { outcomes.count { $0 == .failed } }
  var errors: Int {
    outcomes.isEmpty && plan.status == .unreadable ? 1 : outcomes.count { $0 == .erroneous }
  }
  var skipped: Int { outcomes.count { $0 == .skipped } }
}
