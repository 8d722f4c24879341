import YAML

/// A rule's test, told as an example: a plan as far as it matters, and what is said of it.
package struct RuleExample: Sendable {
  package let name: String
  package let outcome: Outcome
  /// The plan in YAML, a line each.
  package let plan: [String]
  /// What the rule says of it; nil when it says nothing.
  package let message: String?
}

extension RuleTester {
  /// What a rule says of the plan of one of its tests.
  package func findings(
    of test: Rule.Test,
    by compiled: CompiledRule,
    in language: Language
  ) -> [Finding] {
    var judge = RuleTrial(test, of: compiled, pack: pack).judge(compiled, in: language)
    return judge.findings()
  }

  /// The first test that fails and the first that passes, told as examples; what shows something comes first.
  package func examples(of compiled: CompiledRule, in language: Language) -> [RuleExample] {
    Lint.Outcome.examples(of: compiled.rule.kind).prefix(2).compactMap { outcome in
      guard let test = compiled.rule.tests.first(where: { $0.expect == outcome }) else {
        return nil
      }
      return RuleExample(
        name: test.name,
        outcome: outcome,
        plan: test.plan.blockLines,
        message: findings(of: test, by: compiled, in: language).first { $0.kind != .undetermined }?
          .message
      )
    }
  }
}

extension Outcome {
  /// The outcomes in the order in which examples of them teach most: what shows something comes first.
  package static func examples(of kind: Rule.Kind) -> [Outcome] {
    switch kind {
    case .problem: [.fail, .pass, .undetermined, .notApplicable]
    case .strength: [.pass, .fail, .undetermined, .notApplicable]
    }
  }
}

extension Node {
  /// The node as YAML in block style, a line each; lists of single values stay on one line.
  fileprivate var blockLines: [String] {
    switch kind {
    case .scalar(let scalar): return [scalar.written]
    case .mapping(let entries): return entries.flatMap(\.blockLines)
    case .sequence(let items):
      guard items.contains(where: { $0.scalar == nil }) else { return [flowText] }
      return items.flatMap { item in
        item.blockLines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    }
  }

  fileprivate var flowText: String {
    "[" + (sequence ?? []).compactMap { $0.scalar?.written }.joined(separator: ", ") + "]"
  }
}

extension Node.Entry {
  fileprivate var blockLines: [String] {
    let name = key.scalar?.written ?? ""
    let lines = value.blockLines
    switch value.kind {
    case .mapping(let entries) where entries.isEmpty: return ["\(name): {}"]
    case .sequence(let items) where items.contains { $0.scalar == nil }:
      return ["\(name):"] + lines.map { "  " + $0 }
    case .mapping: return ["\(name):"] + lines.map { "  " + $0 }
    case .scalar, .sequence:
      let text = lines.joined()
      return [text.isEmpty ? "\(name):" : "\(name): \(text)"]
    }
  }
}

extension Scalar {
  /// The scalar as it can stand in a plan: quoted when the source quoted it.
  fileprivate var written: String {
    guard style != .plain else { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped.replacing("\n", with: "\\n") + "\""
  }
}
