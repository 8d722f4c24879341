import CEL
import Lint
import TestSupport
import Testing

@Suite("What the rules say of their own tests' plans")
struct PackMessageTests {
  /// Every finding that a test of the pack expects, worded.
  private static func findings(
    _ language: Language
  ) throws -> [(rule: Rule, test: Rule.Test, finding: Finding)] {
    let pack = try TestPack.load()
    let tester = RuleTester(pack: pack)
    return pack.rules.flatMap { compiled in
      let shown: Outcome = compiled.rule.kind == .problem ? .fail : .pass
      return compiled.rule.tests.filter { $0.expect == shown }.flatMap { test in
        tester.findings(of: test, by: compiled, in: language).map { (compiled.rule, test, $0) }
      }
    }
  }

  @Test(
    "every message renders, with a value wherever it promises one",
    arguments: Language.allCases
  )
  func messages(language: Language) throws {
    let findings = try Self.findings(language)
    #expect(findings.count > 300)
    let blanks = language == .nl ? ["onbekend", "niets"] : ["unknown", "nothing"]
    for (rule, test, finding) in findings where finding.kind != .undetermined {
      let template = language == .nl ? rule.message.nl.text : rule.message.en.text
      let place = "\(rule.id), \(test.name): \(finding.message)"
      #expect(!finding.message.isEmpty, "\(place)")
      // A question mark that the text itself does not have stands for an expression that broke down.
      let questions = { (text: String) in text.count { $0 == "?" } }
      let own =
        DutchProse.quoted(in: template).map(questions).reduce(0, +)
        + questions(DutchProse.filled(template))
      #expect(questions(finding.message) <= own, "\(place)")
      let words = DutchProse(finding.message).words
      let ownWords =
        DutchProse(template).words
        + DutchProse.quoted(in: template).flatMap { DutchProse($0).words }
      for blank in blanks where words.contains(blank) {
        #expect(ownWords.contains(blank), "\(place)")
      }
      for remains in ["{", "}", "  ", "null", "«»", "“”", " .", " ,", ".."] {
        #expect(!finding.message.contains(remains), "\(place)")
      }
    }
  }

  @Test("both languages name the same values")
  func sameValues() throws {
    let dutch = try Self.findings(.nl)
    let english = try Self.findings(.en)
    #expect(dutch.count == english.count)
    for (left, right) in zip(dutch, english) {
      let numbers = { (text: String) in
        text.split { !$0.isNumber }.map(String.init).sorted()
      }
      #expect(
        numbers(left.finding.message) == numbers(right.finding.message),
        "\(left.rule.id), \(left.test.name): \(left.finding.message) / \(right.finding.message)"
      )
      #expect(left.finding.path == right.finding.path)
    }
  }

  @Test("a finding that rests on a threshold of ours says so")
  func judgements() throws {
    for (rule, test, finding) in try Self.findings(.nl) where finding.kind == .problem {
      let own = rule.parameters.filter { $0.basis == .judgement }
      #expect(finding.judgements.count == own.count, "\(rule.id), \(test.name)")
    }
  }

  @Test("a number that decides a verdict is a threshold with its basis")
  func thresholds() throws {
    for rule in try TestPack.load().rules.map(\.rule) {
      let expressions =
        rule.given + rule.variables.map(\.expression) + (rule.when.map { [$0] } ?? [])
        + [rule.assertion]
      for expression in expressions {
        let program = try Environment(variables: []).compileUnchecked(expression.text).get()
        // None, one and more than one are no choice of ours, and half is twice as many.
        for number in program.expression?.numbers ?? [] where ![0, 1, 2].contains(number) {
          Issue.record("\(rule.id): \(number) should be a parameter with its basis")
        }
      }
    }
  }
}

extension Expression {
  /// The numbers written in the expression.
  fileprivate var numbers: [Double] {
    switch kind {
    case .literal(.int(let number)): [Double(number)]
    case .literal(.double(let number)): [number]
    default: children.flatMap(\.numbers)
    }
  }
}
