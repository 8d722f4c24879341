/// Making lists, maps and structures, and optionals of what may not be there.
extension Code {
  func list(
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

  func map(
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

  func structure(
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

  func optionalMap(
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
  func or(
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
