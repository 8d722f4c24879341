/// Puts values in their order, as far as it is known.
enum Sorting {
  /// The order of some values as positions, or why it is not known.
  enum Outcome {
    case known([Int])
    case unknown(UnknownSet)
  }

  /// The positions of the keys in ascending order; equal keys keep theirs.
  ///
  /// - Throws: `noSuchOverload` when two keys have no order.
  static func order(
    of keys: [Value],
    _ function: String,
    _ budget: inout Budget
  ) throws(Failure) -> Outcome {
    var sorter = Sorter(keys: keys, function: function)
    let order = try sorter.sort(Array(keys.indices)[...], &budget)
    if let unknown = sorter.unknowns.unknown { return .unknown(unknown) }
    return .known(order)
  }
}

/// A merge sort that notes the comparisons it could not decide.
private struct Sorter {
  let keys: [Value]
  let function: String
  var unknowns = UnknownCollector()

  init(keys: [Value], function: String) {
    self.keys = keys
    self.function = function
  }

  mutating func sort(_ items: ArraySlice<Int>, _ budget: inout Budget) throws(Failure) -> [Int] {
    guard items.count > 1 else {
      if let first = items.first { _ = try precedes(first, first) }
      return Array(items)
    }
    let middle = items.startIndex + items.count / 2
    let left = try sort(items[..<middle], &budget)
    let right = try sort(items[middle...], &budget)
    try budget.spend(items.count)
    var merged: [Int] = []
    merged.reserveCapacity(items.count)
    var (leftIndex, rightIndex) = (0, 0)
    while leftIndex < left.count, rightIndex < right.count {
      if try precedes(right[rightIndex], left[leftIndex]) {
        merged.append(right[rightIndex])
        rightIndex += 1
      } else {
        merged.append(left[leftIndex])
        leftIndex += 1
      }
    }
    return merged + left[leftIndex...] + right[rightIndex...]
  }

  private mutating func precedes(_ first: Int, _ second: Int) throws(Failure) -> Bool {
    guard let truth = keys[first].compare(.less, keys[second]) else {
      throw .noSuchOverload(function, [keys[first].type.typeName, keys[second].type.typeName])
    }
    switch truth {
    case .yes: return true
    case .no: return false
    case .unknown(let set):
      if first != second { unknowns.add(set) }
      return false
    }
  }
}
