import Lint
import SourceText
import Testing

@Suite("Deviations")
struct DeviationTests {
  /// A plan with two indicators that lack a source, and the deviations given.
  private func plan(_ deviations: String, date: String = "peildatum: 2024-06-01") -> SourceFile {
    SourceFile(
      path: "plan.yaml",
      text: """
        plantoets: 1
        gemeente: {naam: X}
        programma: {naam: Y}
        \(date)
        monitoring:
          indicatoren:
            - {id: i1, omschrijving: taal, soort: kwantitatief}
            - {id: i2, omschrijving: rekenen, soort: kwantitatief}
        activiteiten:
          - {id: a1, naam: Taalklas, start: 2024-01-01, eind: 2023-01-01}
        uitzonderingen:
        \(deviations)
        """
    )
  }

  private func report(_ deviations: String, date: String = "peildatum: 2024-06-01") throws
    -> PlanReport
  {
    let linter = Linter(pack: try TestPack.load(), language: .nl)
    return linter.lint(plan(deviations, date: date))
  }

  @Test(
    "a deviation with a reason sets its findings aside, and the score is given with and without"
  )
  func used() throws {
    let plain = try report("  []")
    let report = try report(
      "  - {regel: indicator-zonder-bron, reden: cijfers komen van scholen, door: wethouder}"
    )
    #expect(report.deviations.map(\.status) == [.used])
    let aside = report.findings.filter { $0.deviation != nil }
    #expect(aside.map(\.rule) == ["indicator-zonder-bron", "indicator-zonder-bron"])
    #expect(aside.allSatisfy { !$0.isCounted && $0.gain == 0 })
    let with = try #require(report.score).total.low
    let without = try #require(report.scoreWithoutDeviations).total.low
    #expect(with > without)
    #expect(try #require(plain.score).total.low == without)
    #expect(plain.scoreWithoutDeviations == nil)
  }

  @Test("a deviation for one item leaves the others")
  func item() throws {
    let report = try report("  - {regel: indicator-zonder-bron, waar: i2, reden: komt later}")
    let found = report.findings.filter { $0.rule == "indicator-zonder-bron" }
    #expect(found.filter { $0.deviation != nil }.map(\.path) == ["$.monitoring.indicatoren[1]"])
    #expect(found.filter { $0.deviation == nil }.map(\.path) == ["$.monitoring.indicatoren[0]"])
  }

  @Test(
    "what is wrong with a deviation is a finding, and it sets nothing aside",
    arguments: [
      ("{regel: indicator-zonder-bron}", "uitzondering-zonder-reden", Deviation.Status.unexplained),
      ("{regel: indicator-zonder-bron, reden: PM}", "uitzondering-zonder-reden", .unexplained),
      ("{regel: indicator-zonder-bon, reden: x}", "uitzondering-onbekend", .unknown),
      ("{regel: datum-omgekeerd, reden: x}", "uitzondering-kan-niet", .mandatory),
      (
        "{regel: indicator-zonder-bron, reden: x, tot: 2024-05-31}", "uitzondering-verlopen",
        .expired
      ),
      (
        "{regel: verdeelsleutel-niet-naar-behoefte, reden: x, waar: i9}",
        "uitzondering-ongebruikt", .unused
      ),
      ("{regel: te-veel-kleine-projecten, reden: x}", "uitzondering-ongebruikt", .unused),
    ]
  )
  func wrong(deviation: String, rule: String, status: Deviation.Status) throws {
    let report = try report("  - \(deviation)")
    #expect(report.deviations.map(\.status) == [status])
    #expect(report.findings.contains { $0.rule == rule && $0.kind == .problem })
    #expect(!report.findings.contains { $0.deviation != nil })
    #expect(report.scoreWithoutDeviations == nil)
  }

  @Test("a partial end date has passed only when all its days have")
  func partialEnd() throws {
    let report = try report("  - {regel: indicator-zonder-bron, reden: x, tot: 2024}")
    #expect(report.deviations.map(\.status) == [.used])
  }

  @Test("an end date without reference date cannot be judged, which is said; the deviation holds")
  func unknownEnd() throws {
    let report = try report(
      "  - {regel: indicator-zonder-bron, reden: x, tot: 2024-05-31}",
      date: "ambitie: taal"
    )
    #expect(report.deviations.map(\.status) == [.used])
    let open = try #require(report.findings.first { $0.rule == "uitzondering-verlopen" })
    #expect(open.kind == .undetermined)
    #expect(open.missing == ["$.peildatum"])
  }

  @Test("a misspelt rule is suggested")
  func suggestion() throws {
    let report = try report("  - {regel: indicator-zonder-bon, reden: x}")
    let finding = try #require(report.findings.first { $0.rule == "uitzondering-onbekend" })
    #expect(finding.remedy == "Bedoelde je «indicator-zonder-bron»?")
  }
}
