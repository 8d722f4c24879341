import CEL
package import SourceText

/// Which ways the conditions of a rule went in its own tests.
///
/// A condition is an operand of `&&` or `||`, the condition of `?:`, or what a macro asks of each element. Each has two
/// branches: it held, or it did not.
package struct Coverage: Sendable {
  /// A condition that never went one of its ways.
  package struct Gap: Sendable {
    /// The part of the rule, as its file calls it.
    package let part: String
    package let file: SourceFile
    package let range: SourceRange
    package let condition: String
    /// The way it never went.
    package let holds: Bool
  }

  package let branches: Int
  package let gaps: [Gap]

  package var covered: Int { branches - gaps.count }

  /// Measures by running the tests once more, with their messages in both languages.
  init(of compiled: CompiledRule, by trials: [RuleTrial]) {
    var seen: Set<Decision> = []
    for trial in trials {
      for language in Language.allCases {
        var judge = trial.judge(compiled, in: language)
        judge.noteDecisions()
        _ = judge.findings()
        seen.formUnion(judge.decisions)
      }
    }
    var branches = 0
    var gaps: [Gap] = []
    for part in compiled.expressionParts {
      guard let program = compiled.program(of: part) else { continue }
      let source = program.source
      for condition in program.expression?.conditions ?? [] {
        let range = condition.decisionRange
        for holds in [true, false] {
          branches += 1
          let decision = Decision(source: source, range: range, holds: holds)
          guard !seen.contains(decision) else { continue }
          gaps.append(
            Gap(
              part: compiled.name(of: part),
              file: compiled.rule.file,
              range: compiled.place(of: condition.range, in: part),
              condition: condition.description,
              holds: holds
            )
          )
        }
      }
    }
    self.branches = branches
    self.gaps = gaps
  }
}

extension Expression {
  /// The conditions in this expression, outer ones first; a constant is none.
  fileprivate var conditions: [Expression] {
    let own: [Expression] =
      switch kind {
      case .logical(_, let operands): operands
      case .conditional(let condition, _, _): [condition]
      case .comprehension(let comprehension): comprehension.condition.map { [$0] } ?? []
      default: []
      }
    return own.filter { !$0.isLiteral } + children.flatMap(\.conditions)
  }

  private var isLiteral: Bool {
    if case .literal = kind { true } else { false }
  }
}

extension Expression.Comprehension {
  /// What the macro asks of each element; nil when it only computes something of it.
  fileprivate var condition: Expression? {
    switch macro {
    case .all, .exists, .existsOne, .filter: arguments.last
    case .map, .transformList, .transformMap, .transformMapEntry:
      arguments.count > 1 ? arguments.first : nil
    case .sortBy: nil
    }
  }
}
