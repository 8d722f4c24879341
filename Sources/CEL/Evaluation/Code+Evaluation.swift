import SourceText

extension Code {
  /// The value of an operation.
  ///
  /// One switch over all operations; what takes more than a few lines is a function of its own, which also
  /// keeps the stack that each level of nesting needs small.
  func value(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) -> Value {
    try spend(node, &frame)
    switch self[node] {
    case .constant(let index): return constants[Int(index)]
    case .variable(let slot):
      let value = try frame.variable(slot, node, in: self)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .local(let local):
      let value = frame.locals[frame.base + Int(local)]
      return frame.isTracing ? traced(node, value, &frame) : value
    case .field(let operand, let slot, let name):
      if frame.isPlain, let value = field(slot, of: operand, &frame) { return value }
      let value = try field(slot, name, of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .select(let operand, let name):
      let value = try select(names[Int(name)], of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .optionalSelect(let operand, let name):
      let value = try optionalSelect(names[Int(name)], of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .has(let operand, let slot, let name):
      if frame.isPlain, let isThere = has(slot, of: operand, &frame) { return .bool(isThere) }
      return try has(slot, name, of: try self.value(operand, &frame), node, &frame)
    case .index(let operand, let index):
      let value = try self.index(operand, index, node, &frame)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .optionalIndex(let operand, let index):
      let value = try self.optionalIndex(operand, index, node, &frame)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .not(let operand): return try not(try value(operand, &frame), node)
    case .negate(let operand): return try negated(try value(operand, &frame), node)
    case .arithmetic(let operation, let left, let right):
      let left = try value(left, &frame)
      return try arithmetic(operation, left, try value(right, &frame), node, &frame.budget)
    case .equal(let left, let right, let isNegated):
      return try equal(left, right, isNegated: isNegated, node, &frame).value
    case .compare(let order, let left, let right):
      return try compare(order, left, right, node, &frame).value
    case .contained(let element, let container):
      let element = try operand(element, &frame)
      return try contained(element, try operand(container, &frame), node, &frame)
    case .logical(let operands, let deciding):
      return try logical(operands, deciding: deciding, &frame).value
    case .conditional(let condition, let yes, let no):
      switch try branch(condition, yes, no, node, &frame) {
      case .taken(let branch): return try value(branch, &frame)
      case .unknown(let set): return .unknown(set)
      }
    case .list(let children): return try list(children, node, &frame)
    case .map(let children): return try map(children, node, &frame)
    case .structure(let type, let fields):
      return try structure(structures[Int(type)], fields, node, &frame)
    case .comprehension(let index): return try loop(loops[Int(index)], node, &frame)
    case .bind(let local, let bound, let body):
      frame.locals[frame.base + Int(local)] = try value(bound, &frame)
      return try value(body, &frame)
    case .optionalMap(let operand, let local, let body, let isFlat):
      return try optionalMap(operand, local, body, isFlat: isFlat, node, &frame)
    case .unaryCall(let call, let argument):
      return try self.call(calls[Int(call)], try value(argument, &frame), node, &frame)
    case .binaryCall(let call, let first, let second):
      let first = try value(first, &frame)
      return try self.call(calls[Int(call)], first, try value(second, &frame), node, &frame)
    case .call(let call, let arguments):
      return try self.call(calls[Int(call)], arguments, node, &frame)
    case .matches(let operand, let pattern):
      return try matches(try value(operand, &frame), patterns[Int(pattern)], node, &frame)
    case .matchesComputed(let operand, let pattern):
      let operand = try value(operand, &frame)
      return try matches(operand, computed: try value(pattern, &frame), node, &frame)
    case .known(let operand): return .bool(!(try value(operand, &frame)).isUnknown)
    case .or(let optional, let other):
      return try or(try value(optional, &frame), other, isValue: false, node, &frame)
    case .orValue(let optional, let other):
      return try or(try value(optional, &frame), other, isValue: true, node, &frame)
    case .failure(let index): throw failure(failures[Int(index)], node)
    }
  }

  // MARK: Errors and evidence

  func failure(_ kind: Failure, _ node: NodeID) -> EvaluationError {
    EvaluationError(kind, range(of: node))
  }

  func noOverload(_ function: String, _ arguments: [Value], _ node: NodeID) -> EvaluationError {
    failure(.noSuchOverload(function, arguments.map(\.type.typeName)), node)
  }

  /// The value, noted as evidence when it was read from the input by a whole chain of selections.
  @inline(never)
  private func traced(_ node: NodeID, _ value: Value, _ frame: inout Frame) -> Value {
    guard isEvidence(node) else { return value }
    trace(node, value, &frame)
    return value
  }

  func trace(_ node: NodeID, _ value: Value, _ frame: inout Frame) {
    let isRead = value.unknown?.attributes.contains { $0.origin != nil } ?? (value.origin != nil)
    guard isRead else { return }
    let map = sourceMap
    frame.trace(Evidence(range: map.range(of: node), expression: map.text(of: node), value: value))
  }
}

extension Value {
  /// The unknown that an operation gives when one of its operands is not known.
  static func unknownOperand(_ first: Value, _ second: Value) -> Value? {
    var unknowns = UnknownCollector()
    _ = unknowns.collect(first)
    _ = unknowns.collect(second)
    return unknowns.unknown.map(Value.unknown)
  }
}
