import TestSupport
import Testing

@testable import Lint

/// Who asks for the problems of a plan alone has rules seek those, which must find the same.
@Suite("Problems alone")
struct ProblemsAloneTests {
  @Test(
    "are those of a report that tells all, on generated plans",
    arguments: [.problemsAlone, .strengths] as [ReportDetails]
  )
  func same(details: ReportDetails) throws {
    let pack = try TestPack.load()
    let examples = try ScoreLawTests.examples.map { name in
      PlanTree(try #require(YAMLText.root(of: TestPack.plan(name))))
    }
    let generator = TreeGenerator(schema: pack.schema, examples: examples)
    let laws = RuleLaws(pack: pack)
    let thorough = Linter(pack: pack, language: .nl)
    let quick = Linter(pack: pack, language: .nl, details: details)
    var kinds: [Finding.Kind: Int] = [:]
    var sought = 0
    for seed in 0..<500 {
      let plan = laws.read(generator.plan(seed: UInt64(seed)))
      let found = try #require(quick.judge([plan]).first)
      if found.verdicts.count == found.findings.count { sought += 1 }
      let all = thorough.judge([plan]).flatMap(\.findings).map(\.finding).filter { finding in
        finding.kind == .problem || finding.kind == .strength && details.contains(.strengths)
      }
      #expect(found.findings.map { shown($0.finding) } == all.map(shown), "seed \(seed)")
      for finding in all { kinds[finding.kind, default: 0] += 1 }
    }
    // Plans without problems, or with deviations all of them, would prove nothing.
    #expect(sought > 150)
    #expect(kinds[.problem, default: 0] > 3000)
    #expect(kinds[.strength, default: 0] > 0 || !details.contains(.strengths))
  }

  private func shown(_ finding: Finding) -> String {
    let severity = finding.severity.map { "\($0)" } ?? "-"
    return "\(finding.rule) \(finding.range) \(severity) \(finding.message)"
  }
}
