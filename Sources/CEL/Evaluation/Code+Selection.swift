/// Reading fields, elements and entries.
extension Code {
  func field(
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

  func select(
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

  func optionalSelect(
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
  ///
  /// What is written but cannot be read is there.
  func has(
    _ slot: Int32,
    _ name: Int32,
    of operand: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    let found: Value?
    switch operand.kind {
    // What is absent for certain needs no path, unless someone asks for evidence.
    case .structure(let structure) where !frame.isTracing && structure.lacks(slot):
      return .bool(false)
    case .unknown(let set) where !frame.isTracing && set.isAbsent: return .bool(false)
    case .structure where slot >= 0: found = try field(slot, name, of: operand, node)
    case .map(let map): found = map[names[Int(name)]]
    case .optional(.none): found = nil
    case .optional(.some(let inner)): return try has(slot, name, of: inner, node, &frame)
    default: found = try select(names[Int(name)], of: operand, node)
    }
    guard let found else { return .bool(false) }
    if frame.isTracing { trace(node, found, &frame) }
    guard let unknown = found.unknown, !unknown.isWritten else { return .bool(true) }
    return unknown.isAbsent ? .bool(false) : .unknown(unknown.derived)
  }

  func index(
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

  func optionalIndex(
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

  func contained(
    _ element: Value,
    _ container: Value,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch container.kind {
    case .list(let list):
      var unknowns = UnknownCollector()
      let text: String? = if case .string(let text) = element.kind { text } else { nil }
      do throws(Failure) {
        for index in list.elements.indices {
          try frame.budget.spend(1)
          // Texts are compared where they lie.
          if let text, let isSame = list.elements[index].isText(text) {
            try frame.budget.spend(bytes: text.utf8.count)
            if isSame { return .bool(true) }
            continue
          }
          switch try element.equals(list.elements[index], &frame.budget) {
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
}
