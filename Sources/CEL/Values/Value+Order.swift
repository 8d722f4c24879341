/// How two numbers stand to each other; not a number stands to nothing.
enum NumberOrder {
  case less
  case equal
  case greater
  case unordered

  init<Number: Comparable>(_ left: Number, _ right: Number) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }
}

extension Value {
  /// How two numbers of whatever type stand to each other; nil when one is no number.
  func compareNumbers(with other: Value) -> NumberOrder? {
    switch (kind, other.kind) {
    case (.int(let left), .int(let right)): NumberOrder(left, right)
    case (.uint(let left), .uint(let right)): NumberOrder(left, right)
    case (.double(let left), .double(let right)): NumberOrder(left, right)
    case (.int(let left), .double(let right)): NumberOrder(Double(left), right)
    case (.double(let left), .int(let right)): NumberOrder(left, Double(right))
    case (.uint(let left), .double(let right)): NumberOrder(Double(left), right)
    case (.double(let left), .uint(let right)): NumberOrder(left, Double(right))
    case (.int(let left), .uint(let right)):
      left < 0 ? .less : NumberOrder(UInt64(left), right)
    case (.uint(let left), .int(let right)):
      right < 0 ? .greater : NumberOrder(left, UInt64(right))
    default: nil
    }
  }

  /// Whether two values stand in an order; nil when values of these types have none.
  ///
  /// Dates decide when the answer is the same for every day they can be. See
  /// <https://github.com/google/cel-spec/blob/master/doc/langdef.md#ordering>.
  func compare(_ order: Order, _ other: Value) -> Truth? {
    switch (kind, other.kind) {
    case (.date(let left), .date(let right)): return compare(order, left, right, other)
    case (.string(let left), .string(let right)):
      return switch order {
      case .less: Truth(left.precedes(right))
      case .lessOrEqual: Truth(!right.precedes(left))
      case .greater: Truth(right.precedes(left))
      case .greaterOrEqual: Truth(!left.precedes(right))
      }
    case (.bool(let left), .bool(let right)):
      return order.holds(NumberOrder(left ? 1 : 0, right ? 1 : 0))
    case (.timestamp(let left), .timestamp(let right)):
      return order.holds(NumberOrder(left, right))
    case (.duration(let left), .duration(let right)):
      return order.holds(NumberOrder(left, right))
    case (.bytes(let left), .bytes(let right)):
      return order.holds(
        left.lexicographicallyPrecedes(right)
          ? .less : right.lexicographicallyPrecedes(left) ? .greater : .equal
      )
    case (.unknown(let left), .unknown(let right)): return .unknown(left.union(right))
    case (.unknown(let set), _), (_, .unknown(let set)): return .unknown(set)
    default: return compareNumbers(with: other).map(order.holds)
    }
  }

  private func compare(
    _ order: Order,
    _ left: DateInterval,
    _ right: DateInterval,
    _ other: Value
  ) -> Truth {
    let (isAlways, isPossible) =
      switch order {
      case .less: (left.last < right.first, left.first < right.last)
      case .lessOrEqual: (left.last <= right.first, left.first <= right.last)
      case .greater: (left.first > right.last, left.last > right.first)
      case .greaterOrEqual: (left.first >= right.last, left.last >= right.first)
      }
    if isAlways { return .yes }
    return isPossible ? .unknown(imprecision(with: other)) : .no
  }
}

extension Order {
  fileprivate func holds(_ order: NumberOrder) -> Truth {
    switch self {
    case .less: Truth(order == .less)
    case .lessOrEqual: Truth(order == .less || order == .equal)
    case .greater: Truth(order == .greater)
    case .greaterOrEqual: Truth(order == .greater || order == .equal)
    }
  }
}
