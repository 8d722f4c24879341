import CEL

extension [Value] {
  /// The items without those that say word for word what an earlier one says.
  ///
  /// An item is known by its id; one without is known by all that it says. So what is written twice is judged once,
  /// and repeating it changes no score.
  var distinct: [Value] {
    let nameless = nameless
    guard nameless.count > 1 else { return self }
    let repeated = nameless.count > 16 ? repeatedOfMany(nameless) : repeatedOfFew(nameless)
    guard !repeated.isEmpty else { return self }
    return indices.filter { !repeated.contains($0) }.map { self[$0] }
  }

  /// An item without id, and where it stands in its list.
  private typealias Nameless = (index: Int, item: StructValue)

  private var nameless: [Nameless] {
    // Those of a list are of one type.
    var known: (type: StructType, id: Int?)?
    return indices.compactMap { index in
      guard case .structure(let item) = self[index].kind else { return nil }
      if known?.type !== item.type { known = (item.type, item.type.index(of: "id")) }
      if let id = known?.id, id < item.slots.count, case .some = item.slots[id] { return nil }
      return (index, item)
    }
  }

  /// Which of a few items were there before: each is compared with those before it, which mostly differ at once.
  private func repeatedOfFew(_ nameless: [Nameless]) -> Set<Int> {
    var repeated: Set<Int> = []
    for (place, this) in nameless.enumerated()
    where nameless[..<place].contains(where: { $0.item.saysTheSame(as: this.item) }) {
      repeated.insert(this.index)
    }
    return repeated
  }

  /// Which of many items were there before, without comparing each with all.
  private func repeatedOfMany(_ nameless: [Nameless]) -> Set<Int> {
    var seen: [Int: [StructValue]] = [:]
    var repeated: Set<Int> = []
    for (index, item) in nameless {
      var hasher = Hasher()
      item.hash(into: &hasher)
      let hash = hasher.finalize()
      if seen[hash, default: []].contains(where: { $0.saysTheSame(as: item) }) {
        repeated.insert(index)
      } else {
        seen[hash, default: []].append(item)
      }
    }
    return repeated
  }
}

extension Value {
  /// Whether two values say the same, wherever each stands; nothing tells them apart then.
  fileprivate func saysTheSame(as other: Value) -> Bool {
    switch (kind, other.kind) {
    case (.structure(let left), .structure(let right)): return left.saysTheSame(as: right)
    case (.list(let left), .list(let right)):
      return left.elements.count == right.elements.count
        && zip(left.elements, right.elements).allSatisfy { $0.saysTheSame(as: $1) }
    case (.map(let left), .map(let right)):
      return left.entries.count == right.entries.count
        && zip(left.entries, right.entries).allSatisfy { left, right in
          left.key.saysTheSame(as: right.key) && left.value.saysTheSame(as: right.value)
        }
    case (.unknown(let left), .unknown(let right)):
      return left.attributes.map(\.reason) == right.attributes.map(\.reason)
    case (.string(let left), .string(let right)): return left == right
    case (.int(let left), .int(let right)): return left == right
    case (.double(let left), .double(let right)): return left == right
    case (.bool(let left), .bool(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    default: return description == other.description
    }
  }

  /// Hashes alike what says the same.
  fileprivate func hash(into hasher: inout Hasher) {
    switch kind {
    case .structure(let structure): structure.hash(into: &hasher)
    case .list(let list): for element in list.elements { element.hash(into: &hasher) }
    case .map(let map): for entry in map.entries { entry.value.hash(into: &hasher) }
    case .string(let text): hasher.combine(text)
    case .int(let number): hasher.combine(number)
    case .double(let number): hasher.combine(number)
    case .bool(let flag): hasher.combine(flag)
    case .date(let date): hasher.combine(date)
    default: break
    }
  }
}

extension StructValue {
  /// Whether two objects are of one type and say the same in all their fields.
  fileprivate func saysTheSame(as other: StructValue) -> Bool {
    guard type === other.type || type.name == other.type.name else { return false }
    // Mostly they differ in which fields they have, which takes no look at values.
    for index in 0..<min(slots.count, other.slots.count)
    where (slots[index] == nil) != (other.slots[index] == nil) {
      return false
    }
    for index in 0..<min(slots.count, other.slots.count) {
      guard let left = slots[index], let right = other.slots[index] else { continue }
      guard left.saysTheSame(as: right) else { return false }
    }
    return true
  }

  /// Hashes alike what says the same.
  fileprivate func hash(into hasher: inout Hasher) {
    for slot in slots {
      hasher.combine(slot != nil)
      slot?.hash(into: &hasher)
    }
  }
}
