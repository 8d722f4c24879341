import SourceText

extension Code {
  /// The value of an operation.
  ///
  /// One switch over all operations; what takes more than a few lines is a function of its own, which also
  /// keeps the stack that each level of nesting needs small.
  func value(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) -> Value {
    do throws(Failure) {
      try frame.budget.spend(1)
    } catch {
      throw failure(error, node)
    }
    switch self[node] {
    case .constant(let index): return constants[Int(index)]
    case .variable(let slot):
      let value = try frame.variable(slot, node, in: self)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .local(let local):
      let value = frame.locals[frame.base + Int(local)]
      return frame.isTracing ? traced(node, value, &frame) : value
    case .field(let operand, let slot, let name):
      let value = try field(slot, name, of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .select(let operand, let name):
      let value = try select(names[Int(name)], of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .optionalSelect(let operand, let name):
      let value = try optionalSelect(names[Int(name)], of: try self.value(operand, &frame), node)
      return frame.isTracing ? traced(node, value, &frame) : value
    case .has(let operand, let slot, let name):
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
      return try equal(left, right, isNegated: isNegated, node, &frame)
    case .compare(let order, let left, let right):
      let left = try value(left, &frame)
      return try compare(order, left, try value(right, &frame), node)
    case .contained(let element, let container):
      let element = try value(element, &frame)
      return try contained(element, try value(container, &frame), node, &frame)
    case .logical(let operands, let deciding):
      return try logical(operands, deciding: deciding, &frame)
    case .conditional(let condition, let yes, let no):
      let found = try value(condition, &frame)
      switch found.kind {
      case .bool(true): return try value(yes, &frame)
      case .bool(false): return try value(no, &frame)
      case .unknown(let set): return .unknown(set.derived)
      default: throw noOverload("_?_:_", [found], node)
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

  private func trace(_ node: NodeID, _ value: Value, _ frame: inout Frame) {
    let isRead = value.unknown?.attributes.contains { $0.origin != nil } ?? (value.origin != nil)
    guard isRead else { return }
    frame.trace(Evidence(range: range(of: node), expression: text(of: node), value: value))
  }

  // MARK: Fields and elements

  private func field(
    _ slot: Int32,
    _ name: Int32,
    of operand: Value,
    _ node: NodeID
  ) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .structure(let structure) where Int(slot) < structure.type.fields.count:
      return structure.read(Int(slot))
    default: return try select(names[Int(name)], of: operand, node)
    }
  }

  private func select(
    _ name: String,
    of operand: Value,
    _ node: NodeID
  ) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .structure(let structure):
      guard let slot = structure.type.index(of: name) else {
        throw failure(.noSuchField(name, type: structure.type.name), node)
      }
      return structure.read(slot)
    case .map(let map):
      guard let value = map[name] else { throw failure(.noSuchKey("'\(name)'"), node) }
      return value
    case .unknown(let set): return .unknown(set.selecting(name))
    case .optional: return try optionalSelect(name, of: operand, node)
    default: throw failure(.noSuchField(name, type: operand.type.typeName), node)
    }
  }

  private func optionalSelect(
    _ name: String,
    of operand: Value,
    _ node: NodeID
  ) throws(EvaluationError) -> Value {
    switch operand.kind {
    case .structure(let structure):
      guard let slot = structure.type.index(of: name) else {
        throw failure(.noSuchField(name, type: structure.type.name), node)
      }
      return structure.read(slot).wrapped
    case .map(let map): return map[name].map(\.wrapped) ?? .optional(nil)
    case .unknown(let set): return Value.unknown(set.selecting(name)).wrapped
    case .optional(.none): return .optional(nil)
    case .optional(.some(let inner)): return try optionalSelect(name, of: inner, node)
    default: throw failure(.noSuchField(name, type: operand.type.typeName), node)
    }
  }

  /// Whether a field is there: false when it is absent for certain, unknown when it may merely be unreported.
  private func has(
    _ slot: Int32,
    _ name: Int32,
    of operand: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    let found: Value?
    switch operand.kind {
    case .structure where slot >= 0: found = try field(slot, name, of: operand, node)
    case .map(let map): found = map[names[Int(name)]]
    case .optional(.none): found = nil
    case .optional(.some(let inner)): return try has(slot, name, of: inner, node, &frame)
    default: found = try select(names[Int(name)], of: operand, node)
    }
    guard let found else { return .bool(false) }
    if frame.isTracing { trace(node, found, &frame) }
    guard let unknown = found.unknown else { return .bool(true) }
    return unknown.isAbsent ? .bool(false) : .unknown(unknown.derived)
  }

  private func index(
    _ operand: NodeID,
    _ index: NodeID,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    let operand = try value(operand, &frame)
    let index = try value(index, &frame)
    if case .optional = operand.kind { return try optionalElement(index, of: operand, node) }
    if let unknown = Value.unknownOperand(operand, index) { return unknown }
    if let found = try element(index, of: operand, node) { return found }
    guard case .list = operand.kind, let position = index.position else {
      throw failure(.noSuchKey(index.brief), node)
    }
    throw failure(.indexOutOfRange(position), node)
  }

  private func optionalIndex(
    _ operand: NodeID,
    _ index: NodeID,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    let operand = try value(operand, &frame)
    return try optionalElement(try value(index, &frame), of: operand, node)
  }

  private func optionalElement(
    _ index: Value,
    of operand: Value,
    _ node: NodeID
  ) throws(EvaluationError) -> Value {
    if case .optional(let inner) = operand.kind {
      guard let inner else { return .optional(nil) }
      return try optionalElement(index, of: inner, node)
    }
    if case .unknown(let set) = operand.kind, set.isAbsent { return .optional(nil) }
    if let unknown = Value.unknownOperand(operand, index) { return unknown }
    return try element(index, of: operand, node).map(\.wrapped) ?? .optional(nil)
  }

  /// The element at an index or the value of a key; nil when there is none.
  private func element(
    _ index: Value,
    of operand: Value,
    _ node: NodeID
  ) throws(EvaluationError) -> Value? {
    switch operand.kind {
    case .list(let list):
      guard let position = index.position else { throw noOverload("_[_]", [operand, index], node) }
      if list.isPrefix, position >= 0, position < list.elements.count {
        return list.elements[Int(position)]
      }
      if let rest = list.rest, position >= 0 { return .unknown(rest.derived) }
      return nil
    case .map(let map): return map[index]
    default: throw noOverload("_[_]", [operand, index], node)
    }
  }

  private func contained(
    _ element: Value,
    _ container: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch container.kind {
    case .list(let list):
      var unknowns = UnknownCollector()
      do throws(Failure) {
        for other in list.elements {
          try frame.budget.spend(1)
          switch try element.equals(other, &frame.budget) {
          case .yes: return .bool(true)
          case .no: continue
          case .unknown(let set): unknowns.add(set)
          }
        }
      } catch {
        throw failure(error, node)
      }
      if let rest = list.rest { unknowns.add(rest) }
      return unknowns.unknown.map(Value.unknown) ?? .bool(false)
    case .map(let map):
      if case .unknown(let set) = element.kind { return .unknown(set.derived) }
      return .bool(map[element] != nil)
    default:
      if let unknown = Value.unknownOperand(element, container) { return unknown }
      throw noOverload("@in", [element, container], node)
    }
  }

  // MARK: Making lists, maps and structures

  private func list(
    _ range: ChildRange,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(range.indices.count)
    for index in range.indices {
      let child = children[index]
      let element = try value(child.node, &frame)
      if child.isOptional {
        switch element.kind {
        case .optional(.none): continue
        case .optional(.some(let inner)): elements.append(inner)
        case .unknown(let set): return .unknown(set.derived)
        default: throw failure(.refused(.notOptional(element.type)), child.node)
        }
      } else {
        elements.append(element)
      }
    }
    try spend(elements: elements.count, node, &frame)
    return .list(elements)
  }

  private func map(
    _ range: ChildRange,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var map = MapValue()
    var unknowns = UnknownCollector()
    for index in stride(from: range.indices.lowerBound, to: range.indices.upperBound, by: 2) {
      let child = children[index]
      let key = try value(child.node, &frame)
      var entry = try value(children[index + 1].node, &frame)
      if child.isOptional {
        switch entry.kind {
        case .optional(.none): continue
        case .optional(.some(let inner)): entry = inner
        case .unknown(let set):
          unknowns.add(set)
          continue
        default: throw failure(.refused(.notOptional(entry.type)), children[index + 1].node)
        }
      }
      if unknowns.collect(key) { continue }
      try insert(key, entry, into: &map, child.node)
    }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    try spend(elements: map.count, node, &frame)
    return Value(.map(map))
  }

  func insert(
    _ key: Value,
    _ entry: Value,
    into map: inout MapValue,
    _ node: NodeID
  ) throws(EvaluationError) {
    switch map.insert(key, entry) {
    case .inserted: break
    case .repeatedKey: throw failure(.repeatedKey(key.brief), node)
    case .unsupportedKey: throw failure(.unsupportedKeyType(key.type.typeName), node)
    }
  }

  private func structure(
    _ type: StructType,
    _ fields: ChildRange,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var slots: [Value?] = Array(repeating: nil, count: type.fields.count)
    for index in fields.indices {
      let child = children[index]
      let field = try value(child.node, &frame)
      guard child.isOptional else {
        slots[Int(child.slot)] = field
        continue
      }
      switch field.kind {
      case .optional(let inner): slots[Int(child.slot)] = inner
      case .unknown: slots[Int(child.slot)] = field
      default: throw failure(.refused(.notOptional(field.type)), child.node)
      }
    }
    return Value(.structure(StructValue(type: type, slots: slots)))
  }

  func spend(elements: Int, _ node: NodeID, _ frame: inout Frame) throws(EvaluationError) {
    do throws(Failure) {
      try frame.budget.spend(elements: elements)
    } catch {
      throw failure(error, node)
    }
  }

  // MARK: Optionals

  private func optionalMap(
    _ operand: NodeID,
    _ local: Int32,
    _ body: NodeID,
    isFlat: Bool,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    let operand = try value(operand, &frame)
    switch operand.kind {
    case .optional(.none): return operand
    case .optional(.some(let inner)):
      frame.locals[frame.base + Int(local)] = inner
      let result = try value(body, &frame)
      if isFlat || result.isUnknown { return result }
      return .optional(result)
    case .unknown(let set): return .unknown(set.derived)
    default: throw noOverload(isFlat ? "optFlatMap" : "optMap", [operand], node)
    }
  }

  /// `optional.or(other)` and `optional.orValue(other)`, which evaluate `other` only when it is needed.
  private func or(
    _ optional: Value,
    _ other: NodeID,
    isValue: Bool,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch optional.kind {
    case .optional(.some(let inner)): return isValue ? inner : optional
    case .optional(.none): return try value(other, &frame)
    case .unknown(let set): return .unknown(set.derived)
    default: throw noOverload(isValue ? "orValue" : "or", [optional], node)
    }
  }
}

extension Value {
  /// The value as an optional; none when it is absent for certain, and unknown when it is not known.
  fileprivate var wrapped: Value {
    guard case .unknown(let set) = kind else { return Value(.optional(self), origin: origin) }
    return set.isAbsent ? .optional(nil) : self
  }

  /// The position in a list that a number stands for: a whole one of any type.
  fileprivate var position: Int64? {
    switch kind {
    case .int(let value): value
    case .uint(let value): Int64(clamping: value)
    case .double(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// The unknown that an operation gives when one of its operands is not known.
  static func unknownOperand(_ first: Value, _ second: Value) -> Value? {
    var unknowns = UnknownCollector()
    _ = unknowns.collect(first)
    _ = unknowns.collect(second)
    return unknowns.unknown.map(Value.unknown)
  }
}
