import CEL
package import SourceText

/// A copy of a rule with one small mistake, which the rule's own tests ought to notice.
package struct Mutant: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// `<` for `<=`, `==` for `!=`, not `in`.
    case comparison
    /// A number a little higher or lower, a truth value turned round.
    case constant
    /// An operand of an operator, a branch of `?:` or a member of a list left out.
    case operand
    /// `has`, `known` or `!` turned round.
    case negation
  }

  package let kind: Kind
  /// The part of the rule, as its file calls it.
  package let part: String
  package let file: SourceFile
  /// What was changed or left out.
  package let range: SourceRange
  package let original: String
  /// What stands there instead; nil when it was left out.
  package let changed: String?
  let compiled: CompiledRule

  /// The mutants of a rule's thresholds and of the expressions that decide its verdict.
  ///
  /// What does not compile, or has another type, is none: the pack would not load.
  static func all(of compiled: CompiledRule) -> [Mutant] {
    thresholds(of: compiled)
      + compiled.decisiveParts.flatMap { part -> [Mutant] in
        guard let program = compiled.program(of: part) else { return [] }
        return mutants(of: program, in: part, of: compiled)
      }
  }

  private static func mutants(
    of program: Program,
    in part: RulePart,
    of compiled: CompiledRule
  ) -> [Mutant] {
    guard let root = program.expression, let environment = compiled.environment else { return [] }
    var seen: Set<String> = [root.description]
    return ExpressionMutation.all(of: root).compactMap { mutation in
      let text = mutation.root.description
      guard seen.insert(text).inserted,
        case .success(let changed) = environment.compile(text, expecting: program.type),
        changed.type == program.type
      else { return nil }
      return Mutant(
        kind: mutation.kind,
        part: compiled.name(of: part),
        file: compiled.rule.file,
        range: compiled.place(of: mutation.original.range, in: part),
        original: mutation.original.description,
        changed: mutation.changed?.description,
        compiled: compiled.replacing(part, with: changed)
      )
    }
  }

  private static func thresholds(of compiled: CompiledRule) -> [Mutant] {
    compiled.slots.parameters.enumerated().flatMap { index, parameter -> [Mutant] in
      MovedValue.near(parameter.value).map { value in
        Mutant(
          kind: value.isShorter(than: parameter.value) ? .operand : .constant,
          part: compiled.name(of: .parameter(index)),
          file: compiled.rule.file,
          range: compiled.place(of: SourceRange(0, 0), in: .parameter(index)),
          original: parameter.value.description,
          changed: value.description,
          compiled: compiled.replacing(parameter: index, with: value)
        )
      }
    }
  }
}

/// How far a number is moved: whole ones up to a hundred by one, others by a twentieth.
enum MovedValue {
  static func near(_ number: Int64) -> [Int64] {
    let step = abs(number) <= 100 ? 1 : abs(number) / 20
    return [number - step, number + step]
  }

  static func near(_ number: Double) -> [Double] {
    let isSmall = Int64(exactly: number).map { abs($0) <= 100 } ?? false
    let step = isSmall ? 1 : abs(number) / 20
    return [number - step, number + step]
  }

  /// A value a little lower and higher, or a list without one of its members.
  static func near(_ value: Value) -> [Value] {
    switch value.kind {
    case .int(let number): near(number).map { .int($0) }
    case .double(let number): near(number).map { .double($0) }
    case .bool(let flag): [.bool(!flag)]
    case .list(let list) where list.elements.count > 1:
      list.elements.indices.map { index in
        var elements = list.elements
        elements.remove(at: index)
        return .list(elements)
      }
    default: []
    }
  }
}

extension Value {
  fileprivate func isShorter(than other: Value) -> Bool {
    guard case .list(let left) = kind, case .list(let right) = other.kind else { return false }
    return left.elements.count < right.elements.count
  }
}
