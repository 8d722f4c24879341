import Lint
import SourceText
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  private static let pack = Result { try TestPack.load() }

  private func read(_ input: BadInput) throws -> Plan {
    let reader = PlanReader(schema: try Self.pack.get().schema)
    return reader.read(SourceFile(path: "plan.yaml", bytes: input.bytes()))
  }

  /// A problem as a line of text, for what a failed test shows.
  private func show(_ problem: PlanProblem, in plan: Plan) -> String {
    let wording = problem.wording(in: .nl)
    let place = plan.file.location(of: problem.range.start)
    return "\(problem.rule) \(place) \(wording.message) \(wording.remedy)"
  }

  @Test("is found at its place, with what to do", arguments: BadInput.all)
  func found(input: BadInput) throws {
    let plan = try read(input)
    let place = SourceLocation(line: input.line, column: input.column)
    let isFound = plan.problems.contains { problem in
      let shown = show(problem, in: plan)
      return shown.hasPrefix("\(input.rule) \(place) ") && shown.contains(input.word)
    }
    #expect(isFound, "\(plan.problems.prefix(5).map { show($0, in: plan) })")
  }

  @Test("one mistake is one finding of form", arguments: BadInput.modest)
  func once(input: BadInput) throws {
    let plan = try read(input)
    let others = plan.problems.filter {
      $0.rule != input.rule && !input.mayAlsoRaise.contains($0.rule)
    }
    #expect(others.isEmpty, "\(others.map { show($0, in: plan) })")
    #expect(plan.problems.filter { $0.rule == input.rule }.count == 1)
  }

  @Test("sentences have at most 20 words, in both languages", arguments: BadInput.modest)
  func sentences(input: BadInput) throws {
    for problem in try read(input).problems {
      for language in Language.allCases {
        let wording = problem.wording(in: language)
        for text in [wording.message, wording.remedy] {
          // A list of choices may be longer.
          for sentence in text.split(separator: /[.?!:;]( |$)/) where !sentence.contains(", ") {
            #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
          }
        }
      }
    }
  }

  @Test("a report holds as many findings as its limit, and says that there are more")
  func findingsLimit() throws {
    let limits = Linter.Limits(findings: 3)
    let linter = Linter(pack: try Self.pack.get(), language: .nl, limits: limits)
    let text = "plantoets: 1\na: 1\nb: 1\nc: 1\nd: 1\n"
    let report = linter.lint(SourceFile(path: "plan.yaml", text: text))
    #expect(report.findings.count == 4)
    #expect(report.findings.last?.rule == "limiet-bereikt")
    #expect(report.findings.last?.remedy?.contains("findings=") == true)
  }

  @Test("an unused id is left to the rules when one of them asks after it")
  func unusedIDs() throws {
    let linter = Linter(pack: try Self.pack.get(), language: .nl)
    let text = """
      plantoets: 1
      themas: [{id: t1}, {id: t2}]
      doelgroepen: [{id: d1}, {id: d2}]
      activiteiten: [{id: a1, thema: t1, doelgroepen: [d1]}]
      """
    let findings = linter.lint(SourceFile(path: "plan.yaml", text: text)).findings
    #expect(findings.filter { $0.rule == "id-ongebruikt" }.map(\.path) == ["$.themas"])
    #expect(findings.contains { $0.rule == "doelgroep-zonder-activiteit" })
  }

  @Test("a plan that does not tell all, or a reference still open, leaves no id unused")
  func openReferences() throws {
    for more in ["herkomst: {volledig: nee}", "activiteiten: [{id: a1, thema: PM}]"] {
      let text = "themas: [{id: t1}, {id: t2}]\nprogramma: {naam: x}\n\(more)\n"
      let reader = PlanReader(schema: try Self.pack.get().schema)
      let plan = reader.read(SourceFile(path: "plan.yaml", text: text))
      #expect(!plan.problems.contains { $0.rule == "id-ongebruikt" })
    }
  }

  @Test(
    "the template is a plan without problems, also with all of its fields",
    arguments: [true, false]
  )
  func template(isMinimal: Bool) throws {
    let schema = try Self.pack.get().schema
    let text = PlanTemplate(schema: schema, isMinimal: isMinimal).text
    let whole = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      // Takes each `#` away that is not followed by a space: fields within fields have two.
      if let mark = line.firstIndex(of: "#"),
        line[mark...].dropFirst().first != " "
          || line.hasPrefix("#  ")
      {
        line.remove(at: mark)
      }
      return String(line)
    }.joined(separator: "\n")
    for text in [text, whole] {
      let plan = PlanReader(schema: schema).read(SourceFile(path: "plan.yaml", text: text))
      #expect(plan.problems.map { show($0, in: plan) } == [])
    }
  }
}

extension BadInput {
  /// Further findings that are right: what a broken part leaves out is not there.
  fileprivate var mayAlsoRaise: Set<String> {
    name == "a field twice, and another broken"
      ? ["yaml-syntax"] : ["verplicht-veld", "onbekend-veld"]
  }
}
