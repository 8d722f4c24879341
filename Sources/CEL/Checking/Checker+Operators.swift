import SourceText

extension Checker {
  mutating func check(
    _ found: Expression.UnaryOperator,
    _ operand: Expression,
    _ range: SourceRange
  ) -> Term {
    let operand = check(operand)
    let name = found == .not ? "!_" : "-_"
    guard let resolved = resolve(operator: name, [operand.type], range) else {
      return fail(.refused(.noMatchingOverload(name, [])), range)
    }
    let operation = found == .not ? Operation.not(operand.node) : .negate(operand.node)
    return emitFolding(operation, resolved.result, range, [operand])
  }

  mutating func check(
    _ found: Expression.BinaryOperator,
    _ leftExpression: Expression,
    _ rightExpression: Expression,
    _ range: SourceRange
  ) -> Term {
    let left = check(leftExpression)
    let right = check(rightExpression)
    let name = found == .contained ? "@in" : "_\(found.rawValue)_"
    guard let resolved = resolve(operator: name, [left.type, right.type], range) else {
      return fail(.refused(.noMatchingOverload(name, [])), range)
    }
    switch found {
    case .equal, .notEqual, .contained:
      compareWithEnumeration(left, leftExpression, right, rightExpression)
    case .multiply, .divide, .remainder, .add, .subtract, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      break
    }
    return emitFolding(
      Self.operation(found, left.node, right.node),
      resolved.result,
      range,
      [left, right]
    )
  }

  private static func operation(
    _ found: Expression.BinaryOperator,
    _ left: NodeID,
    _ right: NodeID
  ) -> Operation {
    switch found {
    case .multiply: .arithmetic(.multiply, left, right)
    case .divide: .arithmetic(.divide, left, right)
    case .remainder: .arithmetic(.remainder, left, right)
    case .add: .arithmetic(.add, left, right)
    case .subtract: .arithmetic(.subtract, left, right)
    case .equal: .equal(left, right, isNegated: false)
    case .notEqual: .equal(left, right, isNegated: true)
    case .less: .compare(.less, left, right)
    case .lessOrEqual: .compare(.lessOrEqual, left, right)
    case .greater: .compare(.greater, left, right)
    case .greaterOrEqual: .compare(.greaterOrEqual, left, right)
    case .contained: .contained(left, right)
    }
  }

  mutating func check(
    _ found: Expression.LogicalOperator,
    _ operands: [Expression],
    _ range: SourceRange
  ) -> Term {
    var terms: [Child] = []
    for operand in operands {
      let term = check(operand)
      require(bool: term, operand.range)
      terms.append(Child(node: term.node))
    }
    return emit(
      .logical(code.add(children: terms), deciding: found == .or),
      .bool,
      range
    )
  }

  mutating func checkConditional(
    _ condition: Expression,
    _ yes: Expression,
    _ no: Expression,
    _ range: SourceRange
  ) -> Term {
    let found = check(condition)
    require(bool: found, condition.range)
    let yes = check(yes)
    let no = check(no)
    var type = CELType.dyn
    if isChecked {
      if let joined = substitution.join(yes.type, no.type) {
        type = joined
      } else {
        let types = [found.type, yes.type, no.type].map { substitution.finish($0) }
        report(.noMatchingOverload("_?_:_", types), range)
      }
    }
    return emit(.conditional(found.node, yes.node, no.node), type, range)
  }

  mutating func checkIndex(
    _ operand: Term,
    _ index: Term,
    isOptional: Bool,
    _ range: SourceRange
  ) -> Term {
    let name = isOptional ? "_[?_]" : "_[_]"
    guard let resolved = resolve(operator: name, [operand.type, index.type], range) else {
      return fail(.refused(.noMatchingOverload(name, [])), range)
    }
    let operation =
      isOptional
      ? Operation.optionalIndex(operand.node, index.node) : .index(operand.node, index.node)
    return emitFolding(operation, resolved.result, range, [operand, index])
  }

  /// The type of an operator for these operands; nil, and a report, when it does not take them.
  mutating func resolve(
    operator name: String,
    _ types: [CELType],
    _ range: SourceRange
  ) -> Resolution? {
    guard isChecked else {
      return Resolution(candidates: [], numbers: [], result: .dyn, isCertain: false)
    }
    if let function = environment.functions[name],
      let resolution = resolve(function.overloads, .global, types)
    {
      return resolution
    }
    report(.noMatchingOverload(name, types.map { substitution.finish($0) }), range)
    return nil
  }

  // MARK: Enumerations

  /// Complains about a text that a field of a few possible texts can never be.
  private mutating func compareWithEnumeration(
    _ left: Term,
    _ leftExpression: Expression,
    _ right: Term,
    _ rightExpression: Expression
  ) {
    guard isChecked else { return }
    if let allowed = substitution.resolve(left.type).allowedValues {
      requireAllowed(rightExpression, allowed)
    }
    if let allowed = substitution.resolve(right.type).allowedValues {
      requireAllowed(leftExpression, allowed)
    }
  }

  private mutating func requireAllowed(_ expression: Expression, _ allowed: [String]) {
    switch expression.kind {
    case .literal(.string(let text)) where !allowed.contains(where: { $0.isIdentical(to: text) }):
      let meant = nearestName(to: text, among: allowed)
      report(.notInEnumeration(text, allowed: allowed, suggestion: meant), expression.range)
    case .list(let elements):
      for element in elements { requireAllowed(element.value, allowed) }
    case .conditional(_, let yes, let no):
      requireAllowed(yes, allowed)
      requireAllowed(no, allowed)
    default: break
    }
  }
}
