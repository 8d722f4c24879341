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
      #expect(format.part(for: one, of: few)?.text == format.part(for: other, of: all)?.text)
    }
  }

  @Test(
    "details change nothing else: the same problems, strengths and scores",
    arguments: [0, 1, 2, 4, 16]
  )
  func other(bits: Int) throws {
    let all = try Examples.report(Examples.names)
    let few = try Examples.report(ReportDetails(rawValue: bits))
    for (one, other) in zip(few.plans, all.plans) {
      #expect(one.score?.total == other.score?.total)
      let shown = other.findings.filter { $0.kind != .undetermined }
      let kept = one.findings.filter { $0.kind != .undetermined }
      #expect(kept.map(\.message) == shown.map(\.message))
      #expect(kept.map(\.gain) == shown.map(\.gain))
      #expect(kept.map { $0.deviation?.rule } == shown.map { $0.deviation?.rule })
    }
  }
}
