import SourceText

extension Code {
  /// A macro over the elements of a list or the entries of a map.
  func loop(
    _ loop: Loop,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if frame.isPlain, let deciding = loop.macro.deciding {
      return try anyOrAll(loop, deciding: deciding, node, &frame).value
    }
    let mark = frame.mark
    let range = try value(loop.range, &frame)
    let rangeEvidence = frame.isTracing ? frame.takeEvidence(from: mark) : []
    let items: Items
    switch range.kind {
    case .list(let list): items = Items(list: list)
    case .map(let map): items = Items(map: map)
    case .unknown(let set):
      frame.trace(rangeEvidence)
      return .unknown(set.derived)
    default: throw noOverload(loop.macro.rawValue, [range], node)
    }
    let bodyMark = frame.mark
    let result = try self.loop(loop, items, otherwise: rangeEvidence, node, &frame)
    if frame.isTracing, frame.mark == bodyMark { frame.trace(rangeEvidence) }
    return result
  }

  private func loop(
    _ loop: Loop,
    _ items: Items,
    otherwise evidence: [Evidence],
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    switch loop.macro {
    case .all: try anyOrAll(loop, items, false, otherwise: evidence, &frame).value
    case .exists: try anyOrAll(loop, items, true, otherwise: evidence, &frame).value
    case .existsOne: try existsOne(loop, items, node, &frame)
    case .filter: try filter(loop, items, node, &frame)
    case .map, .transformList: try transform(loop, items, node, &frame)
    case .transformMap: try transformMap(loop, items, node, &frame)
    case .transformMapEntry: try transformMapEntry(loop, items, node, &frame)
    case .sortBy: try sortBy(loop, items, node, &frame)
    }
  }

  /// Gives the variables of a macro their values for one element.
  private func setVariables(_ loop: Loop, _ items: Items, _ index: Int, _ frame: inout Frame) {
    let local = frame.base + loop.local
    if loop.hasTwoVariables {
      frame.locals[local] = items.key(index)
      frame.locals[local + 1] = items.value(index)
    } else {
      frame.locals[local] = items.element(index)
    }
  }

  /// `all` or `exists`, when nobody asks for more than the answer.
  func anyOrAll(
    _ loop: Loop,
    deciding: Bool,
    seeking sought: Bool? = nil,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    let range = try operand(loop.range, &frame)
    guard case .list(let list) = range.kind, !loop.hasTwoVariables else {
      switch range.kind {
      case .list(let list): return try anyOrAll(loop, Items(list: list), deciding, &frame)
      case .map(let map): return try anyOrAll(loop, Items(map: map), deciding, &frame)
      case .unknown(let set): return .other(.unknown(set.derived))
      default: throw noOverload(loop.macro.rawValue, [range], node)
      }
    }
    // As a rule the answer for each element is true or false.
    let local = frame.base + loop.local
    let key = list.elements.count > 1 ? key(of: loop, &frame) : nil
    for index in list.elements.indices {
      if let key, key.isOther(than: list.elements[index]) {
        try spend(key.steps, node, &frame)
        continue
      }
      frame.locals[local] = list.elements[index]
      let found: Condition
      do throws(EvaluationError) {
        found = try condition(loop.body, seeking: sought, &frame)
      } catch {
        if sought == !deciding { throw error }
        var fold = LogicalFold(deciding: deciding, seeking: sought)
        try fold.take(error)
        return try anyOrAll(loop, Items(list: list), from: index + 1, &fold, &frame)
      }
      switch found {
      case .yes: if deciding { return .yes }
      case .no: if !deciding { return .no }
      case .other:
        if sought == !deciding { return found }
        var fold = LogicalFold(deciding: deciding, seeking: sought)
        _ = try fold.isDecided(by: found, of: loop.body, in: self, &frame)
        return try anyOrAll(loop, Items(list: list), from: index + 1, &fold, &frame)
      }
    }
    guard let rest = list.rest else { return Condition(!deciding) }
    return .other(.unknown(rest.derived))
  }

  private func anyOrAll(
    _ loop: Loop,
    _ items: Items,
    _ deciding: Bool,
    otherwise evidence: [Evidence] = [],
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    var fold = LogicalFold(deciding: deciding)
    return try anyOrAll(loop, items, from: 0, &fold, otherwise: evidence, &frame)
  }

  /// Goes on from an element; `otherwise` is evidence for when the elements give none.
  private func anyOrAll(
    _ loop: Loop,
    _ items: Items,
    from start: Int,
    _ fold: inout LogicalFold,
    otherwise evidence: [Evidence] = [],
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    for index in start..<items.count {
      setVariables(loop, items, index, &frame)
      if try fold.isDecided(by: loop.body, in: self, &frame) { return Condition(fold.deciding) }
    }
    if let rest = items.rest {
      fold.add(rest: rest)
      frame.trace(evidence)
    }
    return Condition(try fold.result(&frame, otherwise: evidence))
  }

  /// Whether a condition holds for the element that the variables stand for.
  private func holds(
    _ condition: NodeID,
    _ loop: Loop,
    _ unknowns: inout UnknownCollector,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    switch try self.condition(condition, &frame) {
    case .yes:
      frame.note(condition, true, in: self)
      return true
    case .no:
      frame.note(condition, false, in: self)
      return false
    case .other(let value):
      guard !unknowns.collect(value) else { return false }
      throw noOverload(loop.macro.rawValue, [value], condition)
    }
  }

  private func existsOne(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var count = 0
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      if try holds(loop.body, loop, &unknowns, &frame) { count += 1 }
    }
    if count > 1 { return .bool(false) }
    if let rest = items.rest { unknowns.add(rest) }
    return unknowns.unknown.map(Value.unknown) ?? .bool(count == 1)
  }

  private func filter(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var kept: [Value] = []
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      guard try holds(loop.body, loop, &unknowns, &frame) else { continue }
      if kept.isEmpty { kept.reserveCapacity(items.count - index) }
      kept.append(items.element(index))
    }
    return try list(kept, items, unknowns, node, &frame)
  }

  private func transform(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var results: [Value] = []
    results.reserveCapacity(items.count)
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      if let condition = loop.condition {
        guard try holds(condition, loop, &unknowns, &frame) else { continue }
      }
      results.append(try value(loop.body, &frame))
    }
    return try list(results, items, unknowns, node, &frame)
  }

  /// The list that a macro made; partial when it went over a partial one.
  private func list(
    _ elements: [Value],
    _ items: Items,
    _ unknowns: UnknownCollector,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    try spend(elements: elements.count, node, &frame)
    var list = ListValue(elements, rest: items.rest)
    list.isPrefix = items.isPrefix
    return Value(.list(list))
  }

  private func transformMap(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var map = MapValue()
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      if let condition = loop.condition {
        guard try holds(condition, loop, &unknowns, &frame) else { continue }
      }
      let key = items.key(index)
      if unknowns.collect(key) { continue }
      try insert(key, try value(loop.body, &frame), into: &map, node)
    }
    return try self.map(map, items, unknowns, node, &frame)
  }

  private func transformMapEntry(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var map = MapValue()
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      if let condition = loop.condition {
        guard try holds(condition, loop, &unknowns, &frame) else { continue }
      }
      let made = try value(loop.body, &frame)
      switch made.kind {
      case .map(let entries):
        for entry in entries.entries { try insert(entry.key, entry.value, into: &map, loop.body) }
      case .unknown(let set): unknowns.add(set)
      default: throw noOverload(loop.macro.rawValue, [made], loop.body)
      }
    }
    return try self.map(map, items, unknowns, node, &frame)
  }

  /// The map that a macro made; unknown when it went over a partial list.
  private func map(
    _ map: MapValue,
    _ items: Items,
    _ unknowns: UnknownCollector,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = unknowns
    if let rest = items.rest { unknowns.add(rest) }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    try spend(elements: map.count, node, &frame)
    return Value(.map(map))
  }

  private func sortBy(
    _ loop: Loop,
    _ items: Items,
    _ node: NodeID,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var unknowns = UnknownCollector()
    var keyed: [(key: Value, element: Value)] = []
    keyed.reserveCapacity(items.count)
    for index in 0..<items.count {
      setVariables(loop, items, index, &frame)
      let key = try value(loop.body, &frame)
      if !unknowns.collect(key) { keyed.append((key, items.element(index))) }
    }
    if let rest = items.rest { unknowns.add(rest) }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    do throws(Failure) {
      switch try Sorting.order(of: keyed.map(\.key), "sortBy", &frame.budget) {
      case .known(let order): return .list(order.map { keyed[$0].element })
      case .unknown(let set): return .unknown(set)
      }
    } catch {
      throw failure(error, node)
    }
  }
}

extension Macro {
  /// The answer for one element that decides the whole; nil for macros that ask of all.
  var deciding: Bool? {
    switch self {
    case .all: false
    case .exists: true
    case .existsOne, .filter, .map, .transformList, .transformMap, .transformMapEntry, .sortBy: nil
    }
  }
}

/// What a macro goes over: the elements of a list, or the entries of a map.
private struct Items {
  private let elements: [Value]
  private let entries: [MapValue.Entry]?
  let rest: UnknownSet?
  let isPrefix: Bool

  init(list: ListValue) {
    elements = list.elements
    entries = nil
    rest = list.rest
    isPrefix = list.isPrefix
  }

  init(map: MapValue) {
    elements = []
    entries = map.entries
    rest = nil
    isPrefix = true
  }

  var count: Int { entries?.count ?? elements.count }

  /// The element of a list, or the key of an entry.
  func element(_ index: Int) -> Value { entries?[index].key ?? elements[index] }

  /// The index of an element, or the key of an entry.
  func key(_ index: Int) -> Value {
    if let entries { return entries[index].key }
    if !isPrefix, let rest { return .unknown(rest.derived) }
    return .int(Int64(index))
  }

  /// The element of a list, or the value of an entry.
  func value(_ index: Int) -> Value { entries?[index].value ?? elements[index] }
}
