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

  init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown(let set): self = .other(.unknown(set.derived))
    }
  }

  /// Whether it is an answer, and this one.
  func isCertain(_ answer: Bool) -> Bool {
    switch self {
    case .yes: answer
    case .no: !answer
    case .other: false
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
  /// The same as `value`, but for the values that need not be made: most of a rule is conditions on conditions. Where one
  /// answer is sought, it only matters whether that is the answer: when it is not, another answer or error may be given than
  /// the one that all operands together come to.
  func condition(
    _ node: NodeID,
    seeking sought: Bool? = nil,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    guard frame.isPlain else { return Condition(try value(node, &frame)) }
    switch self[node] {
    case .has(let operand, let slot, _):
      guard let isThere = has(slot, of: operand, &frame) else { break }
      try spend(node, &frame)
      return Condition(isThere)
    case .known(let operand):
      guard case .field(let object, let slot, _) = self[operand],
        let isKnown = knows(slot, of: object, &frame)
      else { break }
      try spend(node, &frame)
      return Condition(isKnown)
    case .not(let operand):
      try spend(node, &frame)
      switch try condition(operand, seeking: sought.map { !$0 }, &frame) {
      case .yes: return .no
      case .no: return .yes
      case .other(let value): return Condition(try not(value, node))
      }
    case .logical(let operands, let deciding):
      try spend(node, &frame)
      return try logical(operands, deciding: deciding, seeking: sought, &frame)
    case .equal(let left, let right, let isNegated):
      try spend(node, &frame)
      return Condition(try equal(left, right, isNegated: isNegated, node, &frame))
    case .compare(let order, let left, let right):
      try spend(node, &frame)
      return Condition(try compare(order, left, right, node, &frame))
    case .comprehension(let index):
      guard let deciding = loops[Int(index)].macro.deciding else { break }
      try spend(node, &frame)
      return try anyOrAll(loops[Int(index)], deciding: deciding, seeking: sought, node, &frame)
    case .conditional(let test, let yes, let no):
      try spend(node, &frame)
      switch try branch(test, yes, no, node, &frame) {
      case .taken(let branch): return try condition(branch, seeking: sought, &frame)
      case .unknown(let set): return .other(.unknown(set))
      }
    default: break
    }
    return Condition(try value(node, &frame))
  }

  /// Where `?:` goes on.
  enum Branch {
    case taken(NodeID)
    /// The condition is not known.
    case unknown(UnknownSet)
  }

  /// Which branch of `?:` its condition leads to.
  func branch(
    _ test: NodeID,
    _ yes: NodeID,
    _ no: NodeID,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Branch {
    switch try condition(test, &frame) {
    case .yes:
      frame.note(test, true, in: self)
      return .taken(yes)
    case .no:
      frame.note(test, false, in: self)
      return .taken(no)
    case .other(let found):
      guard case .unknown(let set) = found.kind else { throw noOverload("_?_:_", [found], node) }
      return .unknown(set.derived)
    }
  }

  @inline(__always)
  func spend(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) {
    try spend(1, node, &frame)
  }

  @inline(__always)
  func spend(_ steps: Int, _ node: NodeID, _ frame: inout Frame) throws(EvaluationError) {
    do throws(Failure) {
      try frame.budget.spend(steps)
    } catch {
      throw failure(error, node)
    }
  }
}
