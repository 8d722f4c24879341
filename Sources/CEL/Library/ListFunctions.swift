/// What the functions on lists do.
enum ListFunctions {
  private static func list(_ value: Value) throws(Failure) -> ListValue {
    guard case .list(let list) = value.kind else {
      throw .noSuchOverload("list", [value.type.typeName])
    }
    return list
  }

  @Sendable static func size(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .list(let list):
      if let rest = list.rest { return .unknown(rest.derived) }
      return .int(Int64(list.elements.count))
    case .map(let map): return .int(Int64(map.count))
    case .string(let text): return .int(Int64(text.codePointCount))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    default: throw .noSuchOverload("size", [value.type.typeName])
    }
  }

  @Sendable static func stated(_ value: Value) throws(Failure) -> Value {
    Value(.list(ListValue(try list(value).elements)), origin: value.origin)
  }

  @Sendable static func reverse(_ value: Value) throws(Failure) -> Value {
    let list = try list(value)
    if let rest = list.rest { return .unknown(rest.derived) }
    return .list(list.elements.reversed())
  }

  @Sendable static func first(_ value: Value) throws(Failure) -> Value {
    let list = try list(value)
    if let rest = list.rest, !list.isPrefix || list.elements.isEmpty {
      return .unknown(rest.derived)
    }
    return optional(list.elements.first)
  }

  @Sendable static func last(_ value: Value) throws(Failure) -> Value {
    let list = try list(value)
    if let rest = list.rest { return .unknown(rest.derived) }
    return optional(list.elements.last)
  }

  private static func optional(_ element: Value?) -> Value {
    if let unknown = element?.unknown { return .unknown(unknown.derived) }
    return .optional(element)
  }

  @Sendable static func slice(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let list = try list(arguments[0])
    let start = try StringFunctions.int(arguments[1])
    let end = try StringFunctions.int(arguments[2])
    guard start >= 0, start <= end else { throw .invalidRange(start: start, end: end) }
    let count = Int64(list.elements.count)
    if let rest = list.rest, !list.isPrefix || end > count { return .unknown(rest.derived) }
    guard end <= count else { throw .indexOutOfRange(end) }
    try budget.spend(elements: Int(end - start))
    return .list(Array(list.elements[Int(start)..<Int(end)]))
  }

  @Sendable static func range(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let count = try StringFunctions.int(arguments[0])
    guard count >= 0 else { throw .outOfRange("lists.range(\(count))") }
    try budget.spend(elements: Int(clamping: count))
    return .list((0..<count).map(Value.int))
  }

  // MARK: Elements that are equal

  @Sendable static func distinct(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let list = try list(arguments[0])
    var kept: [Value] = []
    var unknowns = UnknownCollector()
    for element in list.elements {
      var isNew = true
      for other in kept where isNew {
        try budget.spend(1)
        switch try element.equals(other, &budget) {
        case .yes: isNew = false
        case .no: continue
        case .unknown(let set): unknowns.add(set)
        }
      }
      if isNew { kept.append(element) }
    }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    var result = ListValue(kept, rest: list.rest)
    result.isPrefix = list.isPrefix
    return Value(.list(result))
  }

  @Sendable static func flatten(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let depth = arguments.count > 1 ? try StringFunctions.int(arguments[1]) : 1
    guard depth >= 0 else { throw .outOfRange("flatten(\(depth))") }
    var flattening = Flattening(budget: budget)
    try flattening.add(try list(arguments[0]), depth: depth)
    budget = flattening.budget
    var result = ListValue(flattening.elements, rest: flattening.rest)
    result.isPrefix = flattening.isPrefix
    return Value(.list(result))
  }

  // MARK: Numbers and order

  static func zero(of type: CELType) -> Value {
    switch type {
    case .uint: .uint(0)
    case .double: .double(0)
    case .duration: .duration(TimeSpan(nanoseconds: 0))
    default: .int(0)
    }
  }

  static func sum(_ value: Value, zero: Value, _ budget: inout Budget) throws(Failure) -> Value {
    let elements = try list(value).elements
    try budget.spend(elements.count)
    var total = zero
    for element in elements {
      let next: Value? =
        switch (total.kind, element.kind) {
        case (.int(let sum), .int(let number)):
          checked(sum.addingReportingOverflow(number), Value.int)
        case (.uint(let sum), .uint(let number)):
          checked(sum.addingReportingOverflow(number), Value.uint)
        case (.double(let sum), .double(let number)): .double(sum + number)
        case (.duration(let sum), .duration(let span)): sum.adding(span).map(Value.duration)
        default: throw .noSuchOverload("sum", [total.type.typeName, element.type.typeName])
        }
      guard let next else { throw .overflow }
      total = next
    }
    return total
  }

  private static func checked<Number>(
    _ result: (partialValue: Number, overflow: Bool),
    _ make: (Number) -> Value
  ) -> Value? {
    result.overflow ? nil : make(result.partialValue)
  }

  /// The element that comes before all others in an order; of equal ones the first.
  static func extreme(
    _ value: Value,
    _ order: Order,
    _ function: String,
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let elements = try list(value).elements
    try budget.spend(elements.count)
    guard var best = elements.first else { throw .emptyList(function) }
    var unknowns = UnknownCollector()
    for element in elements.dropFirst() {
      guard let truth = element.compare(order, best) else {
        throw .noSuchOverload(function, [best.type.typeName, element.type.typeName])
      }
      switch truth {
      case .yes: best = element
      case .no: continue
      case .unknown(let set): unknowns.add(set)
      }
    }
    return unknowns.unknown.map(Value.unknown) ?? best
  }

  @Sendable static func sort(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let elements = try list(arguments[0]).elements
    switch try Sorting.order(of: elements, "sort", &budget) {
    case .known(let order): return .list(order.map { elements[$0] })
    case .unknown(let set): return .unknown(set)
    }
  }

  @Sendable static func median(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    var numbers: [Double] = []
    for element in try list(arguments[0]).elements {
      switch element.kind {
      case .int(let number): numbers.append(Double(number))
      case .uint(let number): numbers.append(Double(number))
      case .double(let number): numbers.append(number)
      default: throw .noSuchOverload("median", [element.type.typeName])
      }
    }
    if numbers.isEmpty { throw .emptyList("median") }
    try budget.spend(numbers.count)
    numbers.sort()
    let middle = numbers.count / 2
    if numbers.count % 2 == 1 { return .double(numbers[middle]) }
    return .double(numbers[middle - 1] / 2 + numbers[middle] / 2)
  }
}

/// Takes lists in lists apart.
private struct Flattening {
  var budget: Budget
  var elements: [Value] = []
  var rest: UnknownSet?
  var isPrefix = true

  init(budget: Budget) {
    self.budget = budget
  }

  mutating func add(_ list: ListValue, depth: Int64) throws(Failure) {
    for element in list.elements {
      switch element.kind {
      case .list(let inner) where depth > 0: try add(inner, depth: depth - 1)
      // An unknown in the place of a list may be any number of elements.
      case .unknown(let set) where depth > 0: add(rest: set.derived)
      default:
        if rest != nil { isPrefix = false }
        elements.append(element)
        try budget.spend(1)
        if elements.count > budget.limits.listSize { try budget.spend(elements: elements.count) }
      }
    }
    if !list.isPrefix { isPrefix = false }
    if let unknown = list.rest { add(rest: unknown) }
  }

  private mutating func add(rest set: UnknownSet) {
    rest = rest?.union(set) ?? set
  }
}
