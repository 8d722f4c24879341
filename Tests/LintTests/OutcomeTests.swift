import Lint
import SourceText
import Testing

/// A rule over small plans: what it says of each (DESIGN 4).
@Suite("Four outcomes")
struct OutcomeTests {
  private static let schema = """
    {"type": "object", "properties": {
      "plantoets": {"type": "integer", "format": "aantal"},
      "peildatum": {"type": ["string", "integer"], "format": "datum"},
      "herkomst": {"type": "object", "properties": {"volledig": {"type": "string", "format": "ja-nee"}}},
      "gemeente": {"type": "object", "properties": {"naam": {"type": "string"}}},
      "programma": {"type": "object", "properties": {"naam": {"type": "string"}, "regeling": {"type": "string"},
        "eind": {"type": "string", "format": "datum"}}},
      "groepen": {"type": "array", "items": {"type": "object", "properties": {
        "id": {"type": "string"}, "naam": {"type": "string"},
        "omvang": {"type": "integer", "format": "aantal"}, "kwetsbaar": {"type": "string", "format": "ja-nee"}}}}
    }}
    """

  private static let header = """
    id: proef
    version: 1.0.0
    title: {nl: Proef, en: Trial}
    lessons: [{id: les, weight: 1, title: {nl: Les, en: Lesson}, description: {nl: Een les., en: A lesson.}}]
    sources: [{id: bron, title: Bron, date: 2023-09, publisher: Iemand, sections: [Kop]}]
    bands: [{from: 1, title: {nl: zwak, en: weak}}, {from: 5.5, title: {nl: voldoende, en: sufficient}}]
    """

  /// The verdict on a plan of a rule with these parts, with the paths that are missing.
  private func judge(_ rule: String, _ plan: String) throws -> String {
    let file = SourceFile(
      path: "les/regel.yaml",
      text: """
        id: regel
        lesson: les
        severity: warning
        title: {nl: Titel, en: Title}
        \(rule)
        message: {nl: Gevonden., en: Found.}
        why: {nl: Daarom., en: Therefore.}
        remedy: {nl: Doe iets., en: Do something.}
        sources: [{document: bron, section: Kop}]
        tests: [{name: a, plan: {}, expect: pass}, {name: b, plan: {}, expect: fail}]
        """
    )
    let files = [
      SourceFile(path: "pack.yaml", text: Self.header),
      SourceFile(path: "plan.schema.json", text: Self.schema), file,
    ]
    let pack: RulePack
    switch PackLoader.load(files) {
    case .success(let loaded): pack = loaded
    case .failure(let error):
      return error.diagnostics.map(\.description).joined(separator: "\n")
    }
    let typed = PlanReader(schema: pack.schema).read(SourceFile(path: "plan.yaml", text: plan))
    guard let compiled = pack.rules.first else { return "no rule" }
    var judge = Judge(rule: compiled, at: 0, on: typed, date: typed.referenceDate, pack: pack)
    return judge.verdicts().map { verdict in
      let missing = verdict.missing.map { typed.places.path(of: $0) }
      return ([verdict.outcome.rawValue] + missing + [verdict.defect].compactMap { $0 })
        .joined(separator: " ")
    }.joined(separator: "; ")
  }

  private static let groups = "given: plan.groepen\n"

  @Test(
    "a closed plan says all there is, an open one does not",
    arguments: [
      ("assert: has(plan.groepen)", "gemeente: {naam: X}", "fail"),
      ("assert: has(plan.groepen)", "herkomst: {volledig: nee}", "undetermined $.groepen"),
      ("assert: has(plan.groepen)", "groepen: [{id: a}]", "pass"),
      ("assert: has(plan.groepen)", "gemeente: {naam: X}\ngroepen: []", "fail"),
      ("assert: has(plan.groepen)", "gemeente: {naam: X}\ngroepen: PM", "undetermined $.groepen"),
      ("assert: has(plan.gemeente.naam)", "programma: {naam: Y}", "fail"),
      ("assert: has(plan.groepen[0].omvang)", "groepen: [{id: a, omvang: 1.450}]", "pass"),
      (
        "assert: has(plan.groepen[0].omvang)", "groepen: [{id: a, omvang: PM}]",
        "undetermined $.groepen[0].omvang"
      ),
      (
        "assert: has(plan.gemeente.naam)", "gemeente: [X]\nprogramma: {naam: Y}",
        "undetermined $.gemeente.naam"
      ),
      ("assert: has(plan.gemeente.naam)", "gemeente: {naam: ''}\nprogramma: {naam: Y}", "fail"),
    ]
  )
  func worlds(rule: String, plan: String, expected: String) throws {
    #expect(try judge(rule, plan) == expected)
  }

  @Test(
    "what is absent, stated as unknown, or unreadable makes it undetermined, with the path",
    arguments: [
      ("groepen: [{id: a, omvang: 5}, {id: b}]", "pass; undetermined $.groepen[1].omvang"),
      ("groepen: [{id: a, omvang: onbekend}]", "undetermined $.groepen[0].omvang"),
      ("groepen: [{id: a, omvang: p.m.}]", "undetermined $.groepen[0].omvang"),
      ("groepen: [{id: a, omvang: 1.450}]", "undetermined $.groepen[0].omvang"),
      ("groepen: [{id: a, omvang: n.v.t.}]", "notApplicable"),
      ("groepen: [{id: a, omvang: 0}]", "fail"),
      ("gemeente: {naam: X}", "undetermined $.groepen"),
      ("gemeente: {naam: X}\ngroepen: []", "undetermined $.groepen"),
    ]
  )
  func unknowns(plan: String, expected: String) throws {
    #expect(try judge(Self.groups + "assert: this.omvang > 0", plan) == expected)
  }

  @Test(
    "`when` decides whether a rule applies; unknown there is undetermined",
    arguments: [
      ("groepen: [{id: a, kwetsbaar: nee}]", "notApplicable"),
      ("groepen: [{id: a, kwetsbaar: ja}]", "undetermined $.groepen[0].omvang"),
      ("groepen: [{id: a, kwetsbaar: ja, omvang: 5}]", "pass"),
      ("groepen: [{id: a, kwetsbaar: onbekend, omvang: 5}]", "undetermined $.groepen[0].kwetsbaar"),
    ]
  )
  func when(plan: String, expected: String) throws {
    #expect(
      try judge(Self.groups + "when: this.kwetsbaar\nassert: this.omvang > 0", plan) == expected
    )
  }

  @Test(
    "a list in an open plan may go on: only what is stated can decide",
    arguments: [
      ("assert: plan.groepen.exists(g, g.kwetsbaar)", "pass"),
      ("assert: plan.groepen.exists(g, g.omvang > 100)", "undetermined $.groepen"),
      ("assert: plan.groepen.all(g, g.omvang > 100)", "fail"),
      ("assert: plan.groepen.all(g, g.omvang > 1)", "undetermined $.groepen"),
      ("assert: plan.groepen.size() > 0", "undetermined $.groepen"),
      ("assert: stated(plan.groepen).size() == 1", "pass"),
    ]
  )
  func openLists(rule: String, expected: String) throws {
    let plan = "herkomst: {volledig: nee}\ngroepen: [{id: a, omvang: 5, kwetsbaar: ja}]"
    #expect(try judge(rule, plan) == expected)
  }

  @Test(
    "a partial date decides only what holds for every day of it",
    arguments: [
      ("2025", "pass"), ("2024-06", "undetermined $.programma.eind"), ("2023", "fail"),
      ("2024-06-15", "pass"), ("2024-2025", "pass"), ("2023-2024", "undetermined $.programma.eind"),
    ]
  )
  func partialDates(date: String, expected: String) throws {
    let rule = "assert: plan.programma.eind >= date(\"2024-06-15\")"
    #expect(try judge(rule, "programma: {naam: X, eind: \(date)}") == expected)
  }

  @Test("`peildatum` comes from the plan, and is unknown without it")
  func referenceDate() throws {
    let rule = "assert: peildatum < date(\"2025-01-01\")"
    #expect(try judge(rule, "peildatum: 2024-01-01\ngemeente: {naam: X}") == "pass")
    #expect(try judge(rule, "gemeente: {naam: X}") == "undetermined $.peildatum")
  }

  @Test(
    "several `given` count together; absent ones are left out",
    arguments: [
      ("groepen: [{id: a, naam: X}]", "pass"),
      ("groepen: [{id: a}]\ngemeente: {naam: X}", "pass; fail"),
      ("programma: {naam: X}", "undetermined $.gemeente $.groepen"),
    ]
  )
  func severalGiven(plan: String, expected: String) throws {
    #expect(
      try judge("given: [plan.gemeente, plan.groepen]\nassert: has(this.naam)", plan) == expected
    )
  }

  @Test("a rule that breaks down is undetermined, with its defect")
  func defects() throws {
    let verdict = try judge("assert: 1 / (plan.groepen.size() - 1) > 0", "groepen: [{id: a}]")
    #expect(verdict == "undetermined division by zero")
  }
}
