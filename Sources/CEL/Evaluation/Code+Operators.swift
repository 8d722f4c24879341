extension Code {
  func not(_ operand: Value, _ node: NodeID) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .bool(let value): return .bool(!value)
    case .unknown(let set): return .unknown(set.derived)
    default: throw noOverload("!_", [operand], node)
    }
  }

  func negated(_ operand: Value, _ node: NodeID) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .int(let value):
      let (result, overflow) = (0 as Int64).subtractingReportingOverflow(value)
      if overflow { throw failure(.overflow, node) }
      return .int(result)
    case .double(let value): return .double(-value)
    case .unknown(let set): return .unknown(set.derived)
    default: throw noOverload("-_", [operand], node)
    }
  }

  func equal(
    _ left: NodeID,
    _ right: NodeID,
    isNegated: Bool,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Truth {
    // Constants are compared where they lie, and most often with a text in a field.
    if case .constant(let index) = self[right] {
      if frame.isPlain, case .field(let object, let slot, _) = self[left],
        case .string(let text) = constants[Int(index)].kind,
        let isSame = isText(text, slot, of: object, &frame)
      {
        try spend(2 + text.utf8.count >> 4, node, &frame)
        return Truth(isSame != isNegated)
      }
      let left = try operand(left, &frame)
      try spend(node, &frame)
      return try equal(left, constants[Int(index)], isNegated: isNegated, node, &frame)
    }
    let left = try operand(left, &frame)
    return try equal(left, try operand(right, &frame), isNegated: isNegated, node, &frame)
  }

  private func equal(
    _ left: Value,
    _ right: Value,
    isNegated: Bool,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Truth {
    do throws(Failure) {
      let truth = try left.equals(right, &frame.budget)
      return isNegated ? truth.negated : truth
    } catch {
      throw failure(error, node)
    }
  }

  func compare(
    _ order: Order,
    _ left: NodeID,
    _ right: NodeID,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Truth {
    let left = try operand(left, &frame)
    let right = try operand(right, &frame)
    guard let truth = left.compare(order, right) else {
      throw noOverload(order.functionName, [left, right], node)
    }
    return truth
  }

  /// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#numeric-values>: passing the range of
  /// the type is an error, for doubles it is infinity.
  func arithmetic(
    _ operation: Arithmetic,
    _ left: Value,
    _ right: Value,
    _ node: NodeID,
    _ budget: inout Budget
  ) throws(EvaluationError) -> Value {
    switch (left.kind, right.kind) {
    case (.int(let left), .int(let right)):
      return .int(try integer(operation, left, right, node))
    case (.double(let first), .double(let second)):
      switch operation {
      case .add: return .double(first + second)
      case .subtract: return .double(first - second)
      case .multiply: return .double(first * second)
      case .divide: return .double(first / second)
      case .remainder: throw noOverload(operation.functionName, [left, right], node)
      }
    case (.uint(let left), .uint(let right)):
      return .uint(try integer(operation, left, right, node))
    case (.unknown, _), (_, .unknown):
      return Value.unknownOperand(left, right) ?? .null
    default:
      do throws(Failure) {
        return try joined(operation, left, right, &budget)
      } catch {
        throw failure(error, node)
      }
    }
  }

  private func integer<Number: FixedWidthInteger>(
    _ operation: Arithmetic,
    _ left: Number,
    _ right: Number,
    _ node: NodeID
  ) throws(EvaluationError) -> Number {
    let result: (partialValue: Number, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      if right == 0 { throw failure(.divisionByZero, node) }
      result = left.dividedReportingOverflow(by: right)
    case .remainder:
      if right == 0 { throw failure(.remainderByZero, node) }
      result = left.remainderReportingOverflow(dividingBy: right)
    }
    if result.overflow { throw failure(.overflow, node) }
    return result.partialValue
  }

  /// Adding and subtracting of what is no number.
  private func joined(
    _ operation: Arithmetic,
    _ left: Value,
    _ right: Value,
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let moment: Timestamp?
    let span: TimeSpan?
    switch (operation, left.kind, right.kind) {
    case (.add, .string(let left), .string(let right)):
      try budget.spend(bytes: left.utf8.count + right.utf8.count)
      return .string(left + right)
    case (.add, .bytes(let left), .bytes(let right)):
      try budget.spend(bytes: left.count + right.count)
      return .bytes(left + right)
    case (.add, .list(let left), .list(let right)): return try joined(left, right, &budget)
    case (.add, .timestamp(let time), .duration(let added)),
      (.add, .duration(let added), .timestamp(let time)):
      moment = time.adding(added)
      span = nil
    case (.subtract, .timestamp(let time), .duration(let removed)):
      moment = TimeSpan(nanoseconds: 0).subtracting(removed).flatMap(time.adding)
      span = nil
    case (.subtract, .timestamp(let left), .timestamp(let right)):
      moment = nil
      span = left.since(right)
    case (.add, .duration(let left), .duration(let right)):
      moment = nil
      span = left.adding(right)
    case (.subtract, .duration(let left), .duration(let right)):
      moment = nil
      span = left.subtracting(right)
    default:
      throw .noSuchOverload(operation.functionName, [left.type.typeName, right.type.typeName])
    }
    if let moment { return .timestamp(moment) }
    if let span { return .duration(span) }
    throw .outOfRange("\(left) \(operation.symbol) \(right)")
  }

  private func joined(
    _ left: ListValue,
    _ right: ListValue,
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    try budget.spend(elements: left.elements.count + right.elements.count)
    var result = ListValue(left.elements + right.elements)
    if let rest = left.rest {
      result.rest = right.rest.map(rest.union) ?? rest
      result.isPrefix = left.isPrefix && right.elements.isEmpty
    } else {
      result.rest = right.rest
      result.isPrefix = right.isPrefix
    }
    return Value(.list(result))
  }
}

extension Arithmetic {
  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    }
  }

  var functionName: String { "_\(symbol)_" }
}

extension Order {
  var functionName: String {
    switch self {
    case .less: "_<_"
    case .lessOrEqual: "_<=_"
    case .greater: "_>_"
    case .greaterOrEqual: "_>=_"
    }
  }
}
