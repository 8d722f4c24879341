import CEL

/// One small change of an expression.
struct ExpressionMutation {
  let kind: Mutant.Kind
  /// The part that is changed, or that is left out.
  let original: Expression
  /// What stands there instead; nil when the part is left out.
  let changed: Expression?
  /// The whole expression after the change.
  let root: Expression

  /// Every change of an expression and of all that it is made of, in the order of the source.
  static func all(of expression: Expression) -> [ExpressionMutation] {
    all(of: expression, isKnownOperand: false)
  }

  /// Every change of an expression that may stand in `known(…)`, which asks only whether it has a value.
  ///
  /// The opposite of a condition has one exactly when the condition has, so to turn it round changes nothing there.
  private static func all(
    of expression: Expression,
    isKnownOperand: Bool
  ) -> [ExpressionMutation] {
    let changes = changes(of: expression) + (isKnownOperand ? [] : opposites(of: expression))
    let own =
      changes.map { kind, changed in
        ExpressionMutation(kind: kind, original: expression, changed: changed, root: changed)
      }
      + omissions(of: expression).map { operand, rest in
        ExpressionMutation(kind: .operand, original: operand, changed: nil, root: rest)
      }
    let isKnown = if case .known = expression.kind { true } else { false }
    let below = expression.children.enumerated().flatMap { index, child in
      all(of: child, isKnownOperand: isKnown).map { mutation in
        ExpressionMutation(
          kind: mutation.kind,
          original: mutation.original,
          changed: mutation.changed,
          root: expression.replacing(child: index, with: mutation.root)
        )
      }
    }
    return own + below
  }

  /// What an expression may become, short of its opposite.
  private static func changes(of expression: Expression) -> [(Mutant.Kind, Expression)] {
    switch expression.kind {
    case .binary(let found, let left, let right):
      guard let other = found.atBorder else { return [] }
      return [(.comparison, expression.replaced(by: .binary(other, left, right)))]
    case .literal(let literal):
      return literal.moved.map { (.constant, expression.replaced(by: .literal($0))) }
    case .conditional(_, let yes, let no): return [(.operand, yes), (.operand, no)]
    default: return []
    }
  }

  /// A condition turned round.
  private static func opposites(of expression: Expression) -> [(Mutant.Kind, Expression)] {
    switch expression.kind {
    case .binary(.contained, _, _): return [(.comparison, expression.negated)]
    case .binary(let found, let left, let right):
      guard let other = found.opposite else { return [] }
      return [(.comparison, expression.replaced(by: .binary(other, left, right)))]
    case .has, .known: return [(.negation, expression.negated)]
    case .unary(.not, let operand):
      // Turning `has` and `known` round does the same.
      switch operand.kind {
      case .has, .known: return []
      default: return [(.negation, operand)]
      }
    default: return []
    }
  }

  /// The operands and members that can be left out, each with what remains.
  private static func omissions(of expression: Expression) -> [(Expression, Expression)] {
    switch expression.kind {
    case .binary(let found, let left, let right):
      switch found {
      case .add, .subtract, .multiply, .divide, .remainder: return [(left, right), (right, left)]
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: return []
      }
    case .logical(let found, let operands):
      return operands.enumerated().map { index, operand in
        var rest = operands
        rest.remove(at: index)
        return (operand, rest.count == 1 ? rest[0] : expression.replaced(by: .logical(found, rest)))
      }
    case .list(let elements) where elements.count > 1:
      return elements.enumerated().map { ($1.value, expression.removing(element: $0)) }
    default: return []
    }
  }
}

extension Expression {
  fileprivate var negated: Expression { replaced(by: .unary(.not, self)) }
}

extension Expression.BinaryOperator {
  /// The comparison that differs from this one only where both sides are equal.
  fileprivate var atBorder: Self? {
    switch self {
    case .less: .lessOrEqual
    case .lessOrEqual: .less
    case .greater: .greaterOrEqual
    case .greaterOrEqual: .greater
    case .equal, .notEqual, .contained, .add, .subtract, .multiply, .divide, .remainder: nil
    }
  }

  /// The comparison that is true where this one is false.
  fileprivate var opposite: Self? {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    case .notEqual: .equal
    case .contained, .add, .subtract, .multiply, .divide, .remainder: nil
    }
  }
}

extension Expression.Literal {
  /// Constants close to this one; none for texts, whose values the type checker guards.
  fileprivate var moved: [Self] {
    switch self {
    case .int(let number): MovedValue.near(number).map(Self.int)
    case .double(let number): MovedValue.near(number).map(Self.double)
    case .bool(let flag): [.bool(!flag)]
    case .null, .uint, .string, .bytes: []
    }
  }
}
