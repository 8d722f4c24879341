import SourceText
import TestSupport
import Testing

@testable import Lint
@testable import Reporters

@Suite("Evidence under the lines of a plan")
struct ExcerptTests {
  private let file = SourceFile(
    path: "plan.yaml",
    text: """
      plantoets: 1
      programma: # de rest staat elders
        looptijd: {start: 2021-09-01, eind: 2023-07-31}

      activiteiten:
        # de eerste
        - id: a1
          naam: 漢字 école
          bereik: {aantal: 90, omvang: 60}
          eind: 2024-12-31
      """
  )

  private func range(of text: String) -> SourceRange {
    let wanted = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) } ?? 0
    return SourceRange(start, start + wanted.count)
  }

  private func evidence(_ text: String, _ path: String, shown: String? = nil) -> Finding.Evidence {
    Finding.Evidence(
      expression: "x",
      shown: shown ?? text,
      value: .string(text),
      path: path,
      range: range(of: text)
    )
  }

  private func render(
    at text: String,
    path: String = "$.activiteiten[0]",
    _ evidence: [Finding.Evidence],
    reach: Int = .max,
    width: Int = 60
  ) -> String {
    var finding = Fixture.problem
    finding.path = path
    finding.range = range(of: text)
    finding.evidence = evidence
    let excerpt = Excerpt(of: finding, in: file, reach: reach)
    return Snippet(file, at: finding.range.start, excerpt).render(style: TextStyle(width: width))
  }

  @Test("several marks of a line each have their label; the last one stands behind them")
  func sameLine() {
    #expect(
      render(
        at: "90",
        [evidence("90", "$.a.bereik.aantal"), evidence("60", "$.a.bereik.omvang")]
      ) == """
         --> plan.yaml:9:22
          |
        5 | activiteiten:
        6 |   # de eerste
        7 |   - id: a1
        8 |     naam: 漢字 école
        9 |     bereik: {aantal: 90, omvang: 60}
          |                      ^^          -- omvang = 60
          |                      aantal = 90
        """
    )
  }

  @Test("evidence elsewhere comes in the order of the plan, with a sign where lines are left out")
  func elsewhere() {
    #expect(
      render(
        at: "2024-12-31",
        [evidence("2023-07-31", "$.programma.looptijd.eind", shown: "31 juli 2023")],
        width: 80
      ) == """
          --> plan.yaml:10:11
           |
         3 |   looptijd: {start: 2021-09-01, eind: 2023-07-31}
           |                                       ---------- eind = 31 juli 2023
         …
         5 | activiteiten:
         6 |   # de eerste
         7 |   - id: a1
         …
        10 |     eind: 2024-12-31
           |           ^^^^^^^^^^
        """
    )
  }

  @Test("what is out of reach, and what is not there, is told in words")
  func unplaced() {
    var finding = Fixture.problem
    finding.range = range(of: "2024-12-31")
    var absent = evidence("x", "$.a.b")
    absent.range = nil
    finding.evidence = [evidence("2021-09-01", "$.programma.looptijd.start"), absent]
    let excerpt = Excerpt(of: finding, in: file, reach: 3)
    #expect(excerpt.unplaced.map(\.path) == ["$.programma.looptijd.start", "$.a.b"])
    #expect(Excerpt(of: finding, in: file, reach: 7).unplaced.map(\.path) == ["$.a.b"])
  }

  @Test("wide characters keep the marks in their columns; a long value is not repeated")
  func wide() {
    #expect(
      render(at: "école", [evidence("école", "$.activiteiten[0].naam")]).hasSuffix(
        """
        8 |     naam: 漢字 école
          |                ^^^^^ naam = école
        """
      )
    )
    let long = evidence("{aantal: 90, omvang: 60}", "$.activiteiten[0].bereik")
    #expect(render(at: "a1", [long]).hasSuffix("------------------------ bereik"))
  }

  @Test("a label that does not fit behind goes below, and stays within the width")
  func narrow() {
    let text = render(
      at: "90",
      [evidence("60", "$.a.bereik.omvang", shown: "een heel lange waarde die niet past")],
      width: 44
    )
    #expect(
      text.hasSuffix(
        """
        9 |     bereik: {aantal: 90, omvang: 60}
          |                      ^^          --
          | omvang = een heel lange waarde die niet…
        """
      )
    )
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 44 })
  }

  @Test("the remark of a line that only gives context is left out")
  func remark() {
    #expect(render(at: "start", path: "$.programma", []).contains("2 | programma:\n"))
  }

  @Test("a finding about a section that is not there shows no line")
  func absence() {
    let text = render(at: "plantoets", path: "$.monitoring", [])
    #expect(text == " --> plan.yaml:1:1")
  }
}
