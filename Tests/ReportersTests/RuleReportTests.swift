import Lint
import Reporters
import SourceText
import TestSupport
import Testing

@Suite("Rules listed, explained and proven")
struct RuleReportTests {
  /// Two rules: one with gaps and a failing test, and a strength with text that every form must make harmless.
  private static func pack() throws -> RulePack {
    let problem = SmallPack.rule(
      id: "te-veel",
      message: "«{known(this.naam) ? this.naam : this.id}» kost {euro(this.budget)}.",
      """
      given: plan.activiteiten
      when: has(this.budget)
      parameters:
        hoogste: {value: 1250.5, unit: euro, basis: judgement}
        soorten: {value: [les, zorg], basis: source}
      variables:
        - {name: gewoon, expression: this.soort in parameters.soorten}
      assert: this.budget <= parameters.hoogste || !variables.gewoon
      tests:
        - {name: weinig, plan: {activiteiten: [{id: a, budget: 12, soort: les}]}, expect: pass}
        - {name: "veel: \\"echt\\" veel", plan: {activiteiten: [{id: a, naam: "Les | <b>*één*</b>", budget: "€ 12.500", soort: les, doelgroepen: [x, y]}]}, expect: fail}
        - {name: niets, plan: {activiteiten: [{id: a, soort: les}]}, expect: pass}
      """
    )
    let strength = SmallPack.rule(
      id: "parel",
      kind: "strength",
      """
      assert: plan.activiteiten.exists(a, a.soort == "zorg")
      tests:
        - {name: zorg, plan: {activiteiten: [{id: a, soort: zorg}]}, expect: pass}
        - {name: les, plan: {activiteiten: [{id: a, soort: les}]}, expect: fail}
      """
    )
    let files = SmallPack.files([("te-veel", problem), ("parel", strength)])
    switch PackLoader.load(files) {
    case .success(let pack): return pack
    case .failure(let error):
      throw Broken(description: error.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }

  private struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  private static let style = TextStyle(width: 80)

  @Test(
    "the list, in every form and language",
    arguments: RuleListFormat.allCases,
    Language.allCases
  )
  func list(format: RuleListFormat, language: Language) throws {
    let text = format.render(try Self.pack(), language: language, style: Self.style)
    try expectSnapshot(text, named: "rules.\(language.rawValue).\(format.rawValue)")
  }

  @Test("a rule, a strength and their lesson explained", arguments: Language.allCases)
  func explanations(language: Language) throws {
    let pack = try Self.pack()
    let explanation = Explanation(pack: pack, language: language, style: Self.style)
    let texts =
      pack.rules.map { explanation.text(of: $0) } + pack.lessons.map { explanation.text(of: $0) }
    try expectSnapshot(
      texts.joined(separator: "\n----\n\n"),
      named: "explanation.\(language.rawValue).text"
    )
  }

  @Test("the table of tests: what failed, what slipped through, what was never taken")
  func proofs() throws {
    let table = RuleTestTable(RuleTester(pack: try Self.pack()).prove(), style: Self.style)
    #expect(table.hasFailures)
    #expect(table.mutationScore < 1)
    try expectSnapshot(table.render(), named: "tests.text")
  }
}
