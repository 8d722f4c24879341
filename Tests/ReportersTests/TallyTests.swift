import Lint
import Testing

@Suite("What is told of all plans together")
struct TallyTests {
  @Test("counting plans apart and adding that up gives the same as counting them all")
  func parts() throws {
    let report = try Examples.report(Examples.names)
    let whole = report.tally
    #expect(whole.summary.plans == Examples.names.count)
    for cut in 0...report.plans.count {
      var tally = Report.Tally(skipped: report.skipped)
      for half in [report.plans[..<cut], report.plans[cut...]] {
        var part = Report.Tally()
        for plan in half { part.add(plan) }
        tally.add(part)
      }
      #expect(tally.summary == whole.summary)
      #expect(tally.gravestRule == whole.gravestRule)
    }
  }

  @Test("the gravest rule is that of the first finding with the highest severity of all")
  func gravest() throws {
    let findings = try Examples.report(Examples.names).plans.flatMap(\.findings)
      .filter { $0.kind == .problem && $0.lesson != nil }
    let highest = findings.compactMap(\.severity).max()
    let first = findings.first { $0.severity == highest }
    #expect(first != nil)
    #expect(try Examples.report(Examples.names).tally.gravestRule == first?.rule)
    #expect(Report.Tally().gravestRule == nil)
  }
}
