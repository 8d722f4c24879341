import CEL
import SourceText
import YAML

/// One of a rule's own tests with its plan read, to be tried on the rule and on changed copies of it.
struct RuleTrial: Sendable {
  let test: Rule.Test
  private let plan: Plan
  private let overrides: [String: Value]
  /// What is wrong with the test itself.
  private let problems: [String]
  private let pack: RulePack

  init(_ test: Rule.Test, of compiled: CompiledRule, pack: RulePack) {
    self.test = test
    self.pack = pack
    let node = Self.completed(test.plan)
    plan = PlanReader(schema: pack.schema).read(node, in: compiled.rule.file)
    // A test's plan holds only what matters, so what it refers to may be missing.
    var problems = plan.problems.filter { !$0.isAboutReferences }
      .map { [file = plan.file] problem in
        let line = file.line(at: problem.range.start)
        return "line \(line): \(problem.wording(in: .en).message)"
      }
    var overrides: [String: Value] = [:]
    for (name, node) in test.parameters {
      if compiled.slots.parameters.contains(where: { $0.name == name }) {
        overrides[name] = Value(parameter: node)
      } else {
        problems.append("the rule has no parameter “\(name)”")
      }
    }
    self.problems = problems
    self.overrides = overrides
  }

  /// A judge of the test's plan.
  func judge(_ compiled: CompiledRule, in language: Language = .nl) -> Judge {
    Judge(
      rule: compiled,
      at: 0,
      on: plan,
      date: plan.referenceDate,
      pack: pack,
      overrides: overrides,
      language: language
    )
  }

  /// What differs from what the test expects; empty when it passes.
  func complaints(about compiled: CompiledRule) -> [String] {
    var judge = judge(compiled)
    let verdicts = judge.verdicts()
    var complaints = problems
    complaints += verdicts.compactMap { $0.defect.map { "the rule broke down: \($0)" } }
    let seen = Self.overall(verdicts)
    if seen != test.expect {
      complaints.append("expected \(test.expect.rawValue), got \(seen.rawValue)")
    }
    let worth = verdicts.filter { $0.outcome == test.expect }
    if !test.missing.isEmpty {
      let missing = Set(worth.flatMap(\.missing).map { plan.places.path(of: $0) })
      for path in test.missing where !missing.contains(path) {
        complaints.append(
          "expected \(path) to be missing, got \(missing.sorted().joined(separator: ", "))"
        )
      }
    }
    // Wording takes far longer than judging, so it is done only for who asks.
    if test.at != nil || test.severity != nil || test.message != nil {
      complaints += differences(judge.findings(for: test.expect))
    }
    return complaints
  }

  private func differences(_ findings: [Finding]) -> [String] {
    var complaints: [String] = []
    if let at = test.at, !findings.contains(where: { $0.path == at }) {
      let paths = findings.map(\.path).joined(separator: ", ")
      complaints.append("expected it at \(at), got \(paths.isEmpty ? "nothing" : paths)")
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
  private static func overall(_ verdicts: [Verdict]) -> Outcome {
    let order: [Outcome] = [.fail, .undetermined, .pass]
    return order.first { outcome in verdicts.contains { $0.outcome == outcome } } ?? .notApplicable
  }

  /// A test's plan with what every plan must have.
  private static func completed(_ plan: Node) -> Node {
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
