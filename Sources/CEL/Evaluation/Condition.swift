/// What a condition came to; a value is only made of what is neither true nor false.
package enum Condition: Sendable {
  case yes
  case no
  /// What is not known, or is no truth value at all.
  case other(Value)

  init(_ holds: Bool) {
    self = holds ? .yes : .no
  }

  init(_ value: Value) {
    if case .bool(let holds) = value.kind {
      self.init(holds)
    } else {
      self = .other(value)
    }
  }

  /// The same as a value.
  var value: Value {
    switch self {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .other(let value): value
    }
  }
}

extension Code {
  /// What a condition comes to, when nobody asks for more than that.
  ///
  /// The same as `value`, but for the values that need not be made: most of a rule is conditions on conditions.
  func condition(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) -> Condition {
    guard frame.isPlain else { return Condition(try value(node, &frame)) }
    switch self[node] {
    case .has(let operand, let slot, _):
      guard let isThere = frame.has(slot, of: self[operand]) else { break }
      try spend(node, &frame)
      return Condition(isThere)
    case .not(let operand):
      try spend(node, &frame)
      switch try condition(operand, &frame) {
      case .yes: return .no
      case .no: return .yes
      case .other(let value): return Condition(try not(value, node))
      }
    case .logical(let operands, let deciding):
      try spend(node, &frame)
      return try logical(operands, deciding: deciding, &frame)
    default: break
    }
    return Condition(try value(node, &frame))
  }

  @inline(__always)
  func spend(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) {
    do throws(Failure) {
      try frame.budget.spend(1)
    } catch {
      throw failure(error, node)
    }
  }
}
