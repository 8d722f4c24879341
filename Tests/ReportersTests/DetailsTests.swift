import Lint
import Reporters
import SourceText
import Testing

@Suite("What forms show of a plan")
struct DetailsTests {
  @Test(
    "a form shows the same with the details that it names as with all",
    arguments: ReportFormat.allCases
  )
  func enough(format: ReportFormat) throws {
    let all = try Examples.report(Examples.names)
    let few = try Examples.report(format.details)
    #expect(format.render(few) == format.render(all))
    for (one, other) in zip(few.plans, all.plans) {
      let part = format.partwise(few)?.part(for: one)
      #expect(part?.text == format.partwise(all)?.part(for: other).text)
    }
  }

  @Test(
    "details change nothing else: the same problems, and the same strengths and scores when asked for",
    arguments: [[], .evidence, .openQuestions, .gaps, .identities, .strengths, .scores]
      as [ReportDetails]
  )
  func other(details: ReportDetails) throws {
    let all = try Examples.report(Examples.names)
    let few = try Examples.report(details)
    for (one, other) in zip(few.plans, all.plans) {
      func isShared(_ finding: Finding) -> Bool {
        switch finding.kind {
        case .problem: true
        case .strength: details.contains(.strengths)
        case .undetermined: false
        }
      }
      let shown = other.findings.filter(isShared)
      let kept = one.findings.filter { $0.kind != .undetermined }
      #expect(kept.map(\.message) == shown.map(\.message))
      #expect(kept.map { $0.deviation?.rule } == shown.map { $0.deviation?.rule })
      #expect(one.deviations.map(\.status) == other.deviations.map(\.status))
      if details.contains(.scores) {
        #expect(one.score?.total == other.score?.total)
        #expect(kept.map(\.gain) == shown.filter { $0.kind == .problem }.map(\.gain))
      } else {
        #expect(one.score == nil && one.ledger == nil)
      }
    }
  }
}
