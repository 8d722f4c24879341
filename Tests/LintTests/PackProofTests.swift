import CEL
import Lint
import TestSupport
import Testing

@Suite("The rules' own tests")
struct PackProofTests {
  @Test("all pass, and catch at least 95% of the mutants")
  func proofs() throws {
    let proofs = RuleTester(pack: try TestPack.load()).prove()
    for outcome in proofs.flatMap(\.outcomes) {
      #expect(outcome.complaints == [], "\(outcome.rule): \(outcome.test)")
    }
    let mutants = proofs.reduce(0) { $0 + $1.mutants }
    let caught = proofs.reduce(0) { $0 + $1.caught }
    #expect(mutants > 1000)
    #expect(Double(caught) >= 0.95 * Double(mutants), "\(caught) of \(mutants) caught")
  }

  @Test("every rule is tried on every outcome, and names what is missing")
  func outcomes() throws {
    for rule in try TestPack.load().rules.map(\.rule) {
      let expected = Set(rule.tests.map(\.expect))
      #expect(expected.isSuperset(of: [.pass, .fail, .undetermined]), "\(rule.id)")
      if rule.when != nil { #expect(expected.contains(.notApplicable), "\(rule.id)") }
      #expect(rule.tests.contains { !$0.missing.isEmpty }, "\(rule.id)")
    }
  }

  @Test("every field that a rule says it reads is a field of the schema")
  func fields() throws {
    let pack = try TestPack.load()
    for rule in pack.rules {
      #expect(!rule.pathsRead.isEmpty, "\(rule.rule.id)")
      for path in rule.pathsRead {
        #expect(pack.schema.hasField(path), "\(rule.rule.id) reads \(path)")
      }
    }
  }

  @Test("every expression says the same when it is printed, as mutants are")
  func printing() throws {
    let environment = Environment(variables: [])
    for rule in try TestPack.load().rules.map(\.rule) {
      let expressions =
        rule.given + rule.variables.map(\.expression) + (rule.when.map { [$0] } ?? [])
        + [rule.assertion]
      for expression in expressions {
        let parsed = try #require(environment.compileUnchecked(expression.text).get().expression)
        let printed = try environment.compileUnchecked(parsed.description).get().expression
        #expect(printed == parsed, "\(rule.id): \(expression.text)")
      }
    }
  }
}
