extension Value {
  /// Whether two values are equal, across the types of numbers and deep into lists and maps.
  ///
  /// Unknown when that depends on what is not known. See
  /// <https://github.com/google/cel-spec/blob/master/doc/langdef.md#equality>.
  func equals(_ other: Value, _ budget: inout Budget) throws(Failure) -> Truth {
    switch (kind, other.kind) {
    case (.string(let left), .string(let right)):
      try budget.spend(bytes: left.utf8.count)
      return Truth(left.isIdentical(to: right))
    case (.int(let left), .int(let right)): return Truth(left == right)
    case (.bool(let left), .bool(let right)): return Truth(left == right)
    case (.double(let left), .double(let right)): return Truth(left == right)
    case (.uint(let left), .uint(let right)): return Truth(left == right)
    case (.null, .null): return .yes
    case (.unknown(let left), .unknown(let right)): return .unknown(left.union(right))
    case (.unknown(let set), _), (_, .unknown(let set)): return .unknown(set)
    case (.bytes(let left), .bytes(let right)):
      try budget.spend(bytes: left.count)
      return Truth(left == right)
    case (.timestamp(let left), .timestamp(let right)): return Truth(left == right)
    case (.duration(let left), .duration(let right)): return Truth(left == right)
    case (.type(let left), .type(let right)): return Truth(left.typeName == right.typeName)
    case (.date(let left), .date(let right)):
      if left.isDay, right.isDay { return Truth(left == right) }
      if left.last < right.first || right.last < left.first { return .no }
      return .unknown(imprecision(with: other))
    case (.list(let left), .list(let right)): return try left.equals(right, &budget)
    case (.map(let left), .map(let right)): return try left.equals(right, &budget)
    case (.structure(let left), .structure(let right)): return try left.equals(right, &budget)
    case (.optional(let left), .optional(let right)):
      guard let left, let right else { return Truth(left == nil && right == nil) }
      return try left.equals(right, &budget)
    default: return Truth(compareNumbers(with: other) == .equal)
    }
  }

  /// Whether it is the same text; nil when it is no text.
  @inline(__always)
  func isText(_ text: String) -> Bool? {
    if case .string(let own) = kind { own.isIdentical(to: text) } else { nil }
  }

  /// What keeps a comparison of dates from being decided: the operands that are no single day.
  func imprecision(with other: Value) -> UnknownSet {
    var attributes: [Attribute] = []
    for value in [self, other] {
      if case .date(let date) = value.kind, !date.isDay {
        attributes.append(Attribute(origin: value.origin, reason: .imprecise))
      }
    }
    return UnknownSet(attributes).derived
  }
}

/// Gathers answers that must all be yes.
private struct Conjunction {
  private var unknowns = UnknownCollector()

  /// Takes an answer, and says whether it decides that the whole is no.
  mutating func isRefuted(by truth: Truth) -> Bool {
    switch truth {
    case .yes: return false
    case .no: return true
    case .unknown(let set):
      unknowns.add(set)
      return false
    }
  }

  var truth: Truth { unknowns.unknown.map(Truth.unknown) ?? .yes }
}

extension ListValue {
  fileprivate func equals(_ other: ListValue, _ budget: inout Budget) throws(Failure) -> Truth {
    var result = Conjunction()
    if rest == nil, other.rest == nil, elements.count != other.elements.count { return .no }
    if rest == nil, elements.count < other.elements.count { return .no }
    if other.rest == nil, other.elements.count < elements.count { return .no }
    if isPrefix, other.isPrefix {
      for (left, right) in zip(elements, other.elements) {
        try budget.spend(1)
        if result.isRefuted(by: try left.equals(right, &budget)) { return .no }
      }
    }
    if let rest { _ = result.isRefuted(by: .unknown(rest)) }
    if let rest = other.rest { _ = result.isRefuted(by: .unknown(rest)) }
    return result.truth
  }
}

extension MapValue {
  fileprivate func equals(_ other: MapValue, _ budget: inout Budget) throws(Failure) -> Truth {
    guard count == other.count else { return .no }
    var result = Conjunction()
    for entry in entries {
      try budget.spend(1)
      guard let value = other[entry.key] else { return .no }
      if result.isRefuted(by: try entry.value.equals(value, &budget)) { return .no }
    }
    return result.truth
  }
}

extension StructValue {
  /// Absent fields are equal to absent fields only where absent is certain.
  fileprivate func equals(_ other: StructValue, _ budget: inout Budget) throws(Failure) -> Truth {
    guard type.name == other.type.name else { return .no }
    var result = Conjunction()
    for index in type.fields.indices {
      try budget.spend(1)
      let left = index < slots.count ? slots[index] : nil
      let right = index < other.slots.count ? other.slots[index] : nil
      switch (left, right) {
      case (nil, nil) where !isOpen && !other.isOpen: continue
      case (nil, .some) where !isOpen: return .no
      case (.some, nil) where !other.isOpen: return .no
      case (nil, nil), (nil, .some), (.some, nil):
        if result.isRefuted(by: try read(index).equals(other.read(index), &budget)) { return .no }
      case (.some(let left), .some(let right)):
        if result.isRefuted(by: try left.equals(right, &budget)) { return .no }
      }
    }
    return result.truth
  }
}
