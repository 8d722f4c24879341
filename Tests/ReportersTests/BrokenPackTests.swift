import Lint
import Reporters
import SourceText
import TestSupport
import Testing

@Suite("A pack with mistakes")
struct BrokenPackTests {
  /// Each rule is broken in ways of its own; the last is sound and must not be hidden by the others.
  private static let rules: [(id: String, text: String)] = [
    (
      "velden",
      SmallPack.rule(
        id: "velden",
        """
        given: plan.activiteten
        when: this.budget
        assert: this.budgt > 10 && this.soort == "lesje" && this.naam < 3
        tests: [{name: goed, plan: {}, expect: pass}, {name: fout, plan: {}, expect: fail}]
        """
      )
    ),
    (
      "sleutels",
      """
      id: sleutels
      leson: les
      kind: problem
      severity: hoog
      title: {nl: Alleen Nederlands}
      assert: true &&
      message: {nl: "Een { zonder einde", en: "A {plan.gemeente.nam}"}
      why: {nl: Waarom, en: Why}
      remedy: {nl: Doe, en: Do}
      sources: []
      tests: {}
      """
    ),
    (
      "verwijzingen",
      """
      id: anders
      lesson: lessen
      kind: problem
      severity: warning
      title: {nl: Een, en: A}
      parameters: {grens: {value: 3, basis: gevoel}}
      assert: has(plan.activiteiten)
      message: {nl: Een, en: A}
      why: {nl: Waarom, en: Why}
      remedy: {nl: Doe, en: Do}
      sources: [{document: bronnen, section: Een kop}, {document: bron, section: Een kopje}]
      tests:
        - {name: goed, plan: {activiteiten: [{}]}, expect: geslaagd}
      """
    ),
    (
      "kapot",
      """
      id: kapot
      lesson: [les
      kind: problem
      """
    ),
    (
      "goed",
      SmallPack.rule(
        id: "goed",
        """
        assert: has(plan.activiteiten)
        tests: [{name: goed, plan: {activiteiten: [{id: a}]}, expect: pass}, {name: niet, plan: {}, expect: fail}]
        """
      )
    ),
  ]

  @Test("every mistake of every rule is told, with its place and what to do")
  func all() throws {
    guard case .failure(let error) = PackLoader.load(SmallPack.files(Self.rules)) else {
      Issue.record("the pack loads")
      return
    }
    let text = error.diagnostics.map { DiagnosticText($0).render(style: TextStyle(width: 80)) }
    try expectSnapshot(text.joined(separator: "\n\n") + "\n", named: "broken-pack.text")
    for (id, _) in Self.rules {
      let count = error.diagnostics.count { $0.file?.path == "les/\(id).yaml" }
      #expect(id == "goed" ? count == 0 : count > 0, "\(id)")
    }
  }
}
