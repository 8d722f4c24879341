import Lint
import SourceText
import TestSupport
import Testing

@Suite("Rules proven by their own tests")
struct RuleTesterTests {
  /// The proof of one rule in the small pack.
  private func proof(_ logic: String, kind: String = "problem") throws -> RuleProof {
    let files = SmallPack.files([("regel", SmallPack.rule(kind: kind, logic))])
    switch PackLoader.load(files) {
    case .success(let pack): return try #require(RuleTester(pack: pack).prove().first)
    case .failure(let error):
      throw TestPack.Broken(
        description: error.diagnostics.map(\.description).joined(separator: "\n")
      )
    }
  }

  private func survivors(_ proof: RuleProof) -> [String] {
    proof.survivors.map { mutant in
      let place = mutant.file.location(of: mutant.range.start)
      return
        "\(place) \(mutant.part) \(mutant.kind.rawValue): \(mutant.original) -> \(mutant.changed ?? "")"
    }
  }

  private func gaps(_ proof: RuleProof) -> [String] {
    proof.coverage.gaps.map { gap in
      "\(gap.file.location(of: gap.range.start)) \(gap.part) never \(gap.holds): \(gap.condition)"
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let logic: String
    var mutants = 0
    var survivors: [String] = []
    var gaps: [String] = []
    var testDescription: String { what }
  }

  static let cases = [
    Case(
      what: "tests at both sides of a threshold catch every move of it",
      logic: """
        given: plan.activiteiten
        parameters: {hoogste: {value: 8, unit: stuks, basis: judgement}}
        assert: this.aantal <= parameters.hoogste
        tests:
          - {name: op de grens, plan: {activiteiten: [{id: a, aantal: 8}]}, expect: pass}
          - {name: erboven, plan: {activiteiten: [{id: a, aantal: 9}]}, expect: fail}
        """,
      mutants: 4
    ),
    Case(
      what: "tests far from a threshold do not",
      logic: """
        given: plan.activiteiten
        parameters: {hoogste: {value: 8, unit: stuks, basis: judgement}}
        assert: this.aantal <= parameters.hoogste
        tests:
          - {name: ver eronder, plan: {activiteiten: [{id: a, aantal: 1}]}, expect: pass}
          - {name: ver erboven, plan: {activiteiten: [{id: a, aantal: 99}]}, expect: fail}
        """,
      mutants: 4,
      survivors: [
        "2:31 parameters.hoogste constant: 8 -> 7", "2:31 parameters.hoogste constant: 8 -> 9",
        "3:9 assert comparison: this.aantal <= parameters.hoogste -> this.aantal < parameters.hoogste",
      ]
    ),
    Case(
      what: "an operand that no test needs survives being dropped, and leaves its branches untaken",
      logic: """
        given: plan.activiteiten
        when: has(this.budget) && this.soort != "proces"
        assert: this.budget < 500.0 || has(this.naam)
        tests:
          - {name: weinig, plan: {activiteiten: [{budget: 499, soort: les}]}, expect: pass}
          - {name: veel, plan: {activiteiten: [{budget: 500, soort: les}]}, expect: fail}
        """,
      mutants: 11,
      survivors: [
        "2:7 when operand: has(this.budget) -> ",
        "2:27 when operand: this.soort != \"proces\" -> ",
        "3:32 assert operand: has(this.naam) -> ",
      ],
      gaps: [
        "2:7 when never false: has(this.budget)",
        "2:27 when never false: this.soort != \"proces\"",
        "3:32 assert never true: has(this.naam)",
      ]
    ),
    Case(
      what: "every member of a list and both branches of a choice count",
      logic: """
        given: plan.activiteiten
        variables:
          - name: grens
            expression: |
              this.soort in ["les", "zorg"]
                ? 2 + 1 : 1
        assert: |
          !(this.aantal > variables.grens)
        tests:
          - {name: les, plan: {activiteiten: [{soort: les, aantal: 3}]}, expect: pass}
          - {name: te veel lessen, plan: {activiteiten: [{soort: les, aantal: 4}]}, expect: fail}
        """,
      mutants: 16,
      survivors: [
        "5:7 variables.grens operand: this.soort in [\"les\", \"zorg\"] ? 2 + 1 : 1 -> 2 + 1",
        "5:29 variables.grens operand: \"zorg\" -> ",
        "6:19 variables.grens constant: 1 -> 0", "6:19 variables.grens constant: 1 -> 2",
      ],
      gaps: ["5:7 variables.grens never false: this.soort in [\"les\", \"zorg\"]"]
    ),
    Case(
      what: "what a macro asks of each element has two branches",
      logic: """
        when: has(plan.activiteiten)
        assert: plan.activiteiten.filter(a, known(a.aantal)).exists(a, a.aantal == 2)
        tests:
          - {name: twee, plan: {activiteiten: [{aantal: 2}]}, expect: pass}
          - {name: een, plan: {activiteiten: [{aantal: 1}]}, expect: fail}
        """,
      mutants: 5,
      gaps: ["2:37 assert never false: known(a.aantal)"]
    ),
    Case(
      what: "the opposite of what is asked to be known is the same, its border is not",
      logic: """
        given: plan.activiteiten
        assert: known(this.start < this.eind)
        tests:
          - {name: dagen, plan: {activiteiten: [{start: 2022-04-01, eind: 2022-04-01}]}, expect: pass}
          - {name: maand, plan: {activiteiten: [{start: 2022-04, eind: 2022-04-02}]}, expect: fail}
        """,
      mutants: 2,
      survivors: [
        "2:15 assert comparison: this.start < this.eind -> this.start <= this.eind"
      ]
    ),
  ]

  @Test("what survives and what is never taken", arguments: cases)
  func proofs(row: Case) throws {
    let proof = try proof(row.logic)
    #expect(proof.outcomes.flatMap(\.complaints) == [])
    #expect(proof.mutants == row.mutants)
    #expect(survivors(proof) == row.survivors)
    #expect(gaps(proof) == row.gaps)
  }

  struct Difference: Sendable, CustomTestStringConvertible {
    let test: String
    let complaint: String
    var testDescription: String { test }
  }

  static let differences = [
    Difference(test: "expect: undetermined", complaint: "expected undetermined, got fail"),
    Difference(
      test: "expect: fail, at: \"$.activiteiten[1]\"",
      complaint: "expected it at $.activiteiten[1], got $.activiteiten[0]"
    ),
    Difference(
      test: "expect: fail, severity: error",
      complaint: "expected severity error, got warning"
    ),
    Difference(
      test: "expect: fail, message: iets anders",
      complaint: "expected a message with “iets anders”, got “Zo staat het er.”"
    ),
    Difference(
      test: "expect: fail, missing: [\"$.activiteiten[0].naam\"]",
      complaint: "expected $.activiteiten[0].naam to be missing, got "
    ),
    Difference(
      test: "expect: fail, parameters: {laagste: 1}",
      complaint: "the rule has no parameter “laagste”"
    ),
  ]

  @Test("a test that fails says what differed", arguments: differences)
  func complaints(row: Difference) throws {
    let proof = try proof(
      """
      given: plan.activiteiten
      assert: this.aantal > 1
      tests:
        - {name: genoeg, plan: {activiteiten: [{aantal: 2}]}, expect: pass}
        - {name: te weinig, plan: {activiteiten: [{aantal: 1}]}, expect: fail}
        - {name: anders, plan: {activiteiten: [{aantal: 1}]}, \(row.test)}
      """
    )
    #expect(proof.outcomes.map(\.complaints) == [[], [], [row.complaint]])
  }

  @Test("a problem in a test's plan is a complaint with its line")
  func problemInPlan() throws {
    let proof = try proof(
      """
      given: plan.activiteiten
      assert: this.aantal > 1
      tests:
        - {name: genoeg, plan: {activiteiten: [{aantal: 2}]}, expect: pass}
        - {name: te weinig, plan: {activiteiten: [{aantal: veel}]}, expect: undetermined}
        - {name: weinig, plan: {activiteiten: [{aantal: 1}]}, expect: fail}
      """
    )
    let complaint = try #require(proof.outcomes[1].complaints.first)
    #expect(complaint.hasPrefix("line 5: "))
  }

  @Test("a failing test does not count as a catcher of mutants")
  func failingTestCatchesNothing() throws {
    let proof = try proof(
      """
      given: plan.activiteiten
      assert: this.aantal > 1
      tests:
        - {name: genoeg, plan: {activiteiten: [{aantal: 9}]}, expect: pass}
        - {name: te weinig, plan: {activiteiten: [{aantal: 1}]}, expect: pass}
        - {name: niets, plan: {activiteiten: [{aantal: 0}]}, expect: fail}
      """
    )
    #expect(proof.outcomes.map(\.hasPassed) == [true, false, true])
    #expect(proof.survivors.map(\.original).contains("1"))
  }

  @Test(
    "a rule, or a strength, without a failing test does not load",
    arguments: ["problem", "strength"]
  )
  func needsBoth(kind: String) throws {
    let rule = SmallPack.rule(
      kind: kind,
      """
      assert: has(plan.activiteiten)
      tests:
        - {name: iets, plan: {activiteiten: [{aantal: 9}]}, expect: pass}
      """
    )
    guard case .failure(let error) = PackLoader.load(SmallPack.files([("regel", rule)])) else {
      Issue.record("the pack loads")
      return
    }
    #expect(error.diagnostics.map(\.message) == ["the rule has no test that expects fail"])
  }
}
