extension Code {
  func call(
    _ call: Call,
    _ argument: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if call.isResolved, case .unary(let body) = call.candidates[0].implementation {
      if case .unknown(let set) = argument.kind { return .unknown(set.derived) }
      if !call.candidates[0].acceptsUnknownElements, let unknown = argument.unknownElements {
        return .unknown(unknown)
      }
      do throws(Failure) {
        try frame.budget.spend(bytes: argument.textSize)
        return try body(argument)
      } catch {
        throw failure(error, node)
      }
    }
    return try self.call(call, [argument], node, &frame)
  }

  func call(
    _ call: Call,
    _ first: Value,
    _ second: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if call.isResolved, case .binary(let body) = call.candidates[0].implementation,
      !first.isUnknown, !second.isUnknown, !first.isList, !second.isList
    {
      do throws(Failure) {
        try frame.budget.spend(bytes: first.textSize + second.textSize)
        return try body(first, second)
      } catch {
        throw failure(error, node)
      }
    }
    return try self.call(call, [first, second], node, &frame)
  }

  func call(
    _ call: Call,
    _ arguments: ChildRange,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.indices.count)
    for index in arguments.indices {
      values.append(try value(children[index].node, &frame))
    }
    return try self.call(call, values, node, &frame)
  }

  /// Calls the overload that the arguments have the types for.
  private func call(
    _ call: Call,
    _ arguments: [Value],
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    for argument in arguments { _ = unknowns.collect(argument) }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    guard let overload = call.isResolved ? call.candidates.first : call.overload(for: arguments)
    else { throw noOverload(call.name, arguments, node) }
    if !overload.acceptsUnknownElements {
      for argument in arguments {
        if let unknown = argument.unknownElements { unknowns.add(unknown) }
      }
      if let unknown = unknowns.unknown { return .unknown(unknown) }
    }
    do throws(Failure) {
      for argument in arguments { try frame.budget.spend(bytes: argument.textSize) }
      switch overload.implementation {
      case .operation: throw .refused(.undeclaredFunction(call.name, suggestion: nil))
      case .unary(let body): return try body(arguments[0])
      case .binary(let body): return try body(arguments[0], arguments[1])
      case .variadic(let body): return try body(arguments, &frame.budget)
      }
    } catch {
      throw failure(error, node)
    }
  }

  /// A match with a pattern that is known only now; the frame's cache remembers its compiled form.
  func matches(
    _ operand: Value,
    computed pattern: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if let unknown = Value.unknownOperand(operand, pattern) { return unknown }
    guard case .string(let text) = pattern.kind else {
      throw noOverload("matches", [operand, pattern], node)
    }
    let compiled: Pattern
    do throws(Failure) {
      try frame.budget.spend(bytes: text.utf8.count)
      compiled = try frame.patterns.pattern(text)
    } catch {
      throw failure(error, node)
    }
    return try matches(operand, compiled, node, &frame)
  }

  func matches(
    _ operand: Value,
    _ pattern: Pattern,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .string(let text):
      do throws(Failure) {
        try frame.budget.spend(bytes: text.utf8.count)
      } catch {
        throw failure(error, node)
      }
      return .bool(pattern.matches(text))
    case .unknown(let set): return .unknown(set.derived)
    default: throw noOverload("matches", [operand], node)
    }
  }
}

extension Call {
  /// The first overload that takes arguments of these types.
  fileprivate func overload(for arguments: [Value]) -> Overload? {
    candidates.first { overload in
      guard let parameters = overload.parameters(count: arguments.count) else { return false }
      return zip(arguments, parameters).allSatisfy { $0.fits($1) }
    }
  }
}

extension Value {
  var isList: Bool {
    if case .list = kind { true } else { false }
  }

  /// What is not known about the elements of a list.
  var unknownElements: UnknownSet? {
    guard case .list(let list) = kind else { return nil }
    return list.unknown
  }

  /// How much text going over the value means going over.
  fileprivate var textSize: Int {
    switch kind {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .list(let list): list.elements.count << 4
    default: 0
    }
  }

  /// Whether the value can be passed where a type is asked for; of a list the first element counts.
  func fits(_ type: CELType) -> Bool {
    switch (type, kind) {
    case (.dyn, _), (.parameter, _), (.free, _): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
      (.string, .string), (.enumeration, .string), (.bytes, .bytes), (.timestamp, .timestamp),
      (.duration, .duration), (.date, .date), (.type, .type), (.map, .map):
      true
    case (.list(let element), .list(let list)): list.elements.first?.fits(element) ?? true
    case (.optional(let wrapped), .optional(let value)): value?.fits(wrapped) ?? true
    case (.structure(let name), .structure(let structure)): structure.type.name == name
    case (.nullable(let wrapped), _): fits(wrapped) || fits(.null)
    default: false
    }
  }
}
