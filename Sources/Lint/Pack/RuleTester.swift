import CEL
package import SourceText
import YAML

/// Runs the tests that rules carry with them.
package struct RuleTester: Sendable {
  /// One test that was run.
  package struct Outcome: Sendable {
    package let rule: String
    package let test: String
    /// Where the test stands.
    package let file: SourceFile
    package let range: SourceRange
    /// What differed from what the test expects; empty when it passed.
    package let complaints: [String]

    package var hasPassed: Bool { complaints.isEmpty }
  }

  private let pack: RulePack

  package init(pack: RulePack) {
    self.pack = pack
  }

  /// Runs every test of every rule, in the pack's order.
  package func run() -> [Outcome] {
    pack.rules.flatMap { run($0) }
  }

  /// Runs the tests of one rule.
  package func run(_ compiled: CompiledRule) -> [Outcome] {
    compiled.rule.tests.map { test in
      Outcome(
        rule: compiled.rule.id,
        test: test.name,
        file: compiled.rule.file,
        range: test.range,
        complaints: complaints(about: test, of: compiled)
      )
    }
  }

  private func complaints(about test: Rule.Test, of compiled: CompiledRule) -> [String] {
    let node = completed(test.plan)
    let plan = PlanReader(schema: pack.schema).read(node, in: compiled.rule.file)
    // A test's plan holds only what matters, so what it refers to may be missing.
    var complaints = plan.problems.filter { !$0.isAboutReferences }.map { problem in
      let line = plan.file.location(of: problem.range.start).line
      return "line \(line): \(problem.wording(in: .en).message)"
    }
    var overrides: [String: Value] = [:]
    for (name, node) in test.parameters {
      if compiled.slots.parameters.contains(where: { $0.name == name }) {
        overrides[name] = Value(parameter: node)
      } else {
        complaints.append("the rule has no parameter “\(name)”")
      }
    }
    var judge = Judge(
      rule: compiled,
      at: 0,
      on: plan,
      date: plan.referenceDate,
      pack: pack,
      overrides: overrides
    )
    let verdicts = judge.verdicts()
    complaints += verdicts.compactMap { $0.defect.map { "the rule broke down: \($0)" } }
    let seen = overall(verdicts)
    if seen != test.expect {
      complaints.append("expected \(test.expect.rawValue), got \(seen.rawValue)")
    }
    let worth = verdicts.filter { $0.outcome == test.expect }
    let findings = worth.compactMap { judge.finding(for: $0, language: .nl) }
    let missing = Set(worth.flatMap(\.missing).map { plan.places.path(of: $0) })
    complaints += differences(test, findings, missing)
    return complaints
  }

  private func differences(
    _ test: Rule.Test,
    _ findings: [Finding],
    _ missing: Set<String>
  ) -> [String] {
    var complaints: [String] = []
    if let at = test.at, !findings.contains(where: { $0.path == at }) {
      let paths = findings.map(\.path).joined(separator: ", ")
      complaints.append("expected it at \(at), got \(paths.isEmpty ? "nothing" : paths)")
    }
    for path in test.missing where !missing.contains(path) {
      complaints.append(
        "expected \(path) to be missing, got \(missing.sorted().joined(separator: ", "))"
      )
    }
    if let severity = test.severity, !findings.contains(where: { $0.severity == severity }) {
      let seen = findings.compactMap { $0.severity?.rawValue }.joined(separator: ", ")
      complaints.append("expected severity \(severity.rawValue), got \(seen)")
    }
    if let message = test.message, !findings.contains(where: { $0.message.contains(message) }) {
      let seen = findings.map(\.message).joined(separator: " / ")
      complaints.append("expected a message with “\(message)”, got “\(seen)”")
    }
    return complaints
  }

  /// The outcome over all subjects: the worst that was met.
  private func overall(_ verdicts: [Verdict]) -> Lint.Outcome {
    let order: [Lint.Outcome] = [.fail, .undetermined, .pass]
    return order.first { outcome in verdicts.contains { $0.outcome == outcome } } ?? .notApplicable
  }

  /// A test's plan with what every plan must have.
  private func completed(_ plan: Node) -> Node {
    func named(_ key: String, _ value: Node.Kind) -> Node.Entry {
      Node.Entry(
        key: Node(kind: .scalar(Scalar(key)), range: plan.range),
        value: Node(kind: value, range: plan.range)
      )
    }
    let name = Node.Kind.mapping([named("naam", .scalar(Scalar("Testplan")))])
    let needed = [
      named("plantoets", .scalar(Scalar("1"))), named("gemeente", name), named("programma", name),
    ]
    var entries = plan.mapping ?? []
    for entry in needed {
      guard let index = entries.firstIndex(where: { $0.key.text == entry.key.text }) else {
        entries.append(entry)
        continue
      }
      guard let fields = entries[index].value.mapping, entries[index].value["naam"] == nil,
        let added = entry.value.mapping
      else { continue }
      entries[index] = Node.Entry(
        key: entries[index].key,
        value: Node(kind: .mapping(fields + added), range: entries[index].value.range)
      )
    }
    return Node(kind: .mapping(entries), range: plan.range)
  }
}
