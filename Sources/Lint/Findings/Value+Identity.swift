import CEL

extension [Value] {
  /// The items without those that say word for word what an earlier one says.
  ///
  /// An item is known by its id; one without is known by all that it says. So what is written twice is judged once,
  /// and repeating it changes no score.
  var distinct: [Value] {
    guard count > 1 else { return self }
    var seen: Set<String> = []
    return filter { item in
      switch item.kind {
      case .structure(let structure) where structure["id"] != nil: true
      case .structure: seen.insert(item.content).inserted
      default: true
      }
    }
  }
}

extension Value {
  /// All that a value says, without its places; two values with the same content are told apart by nothing.
  fileprivate var content: String {
    switch kind {
    case .structure(let structure):
      let fields = zip(structure.type.fields, structure.slots).compactMap { field, slot in
        slot.map { "\(field.name):\($0.content)" }
      }
      return "{\(fields.joined(separator: ","))}"
    case .list(let list): return "[\(list.elements.map(\.content).joined(separator: ","))]"
    case .map(let map):
      return "{\(map.entries.map { "\($0.key):\($0.value.content)" }.joined(separator: ","))}"
    case .unknown(let unknown): return "?\(unknown.attributes.map(\.reason))"
    default: return description
    }
  }
}
