/// A map from keys to values that remembers the order of its entries.
///
/// Keys are bool, int, uint or string; numbers that are equal are the same key, whatever their type.
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#maps>.
package struct MapValue: Sendable {
  /// A key with its value.
  package struct Entry: Sendable {
    /// A bool, int, uint or string.
    package let key: Value
    /// Any value; it may be unknown.
    package let value: Value
  }

  /// The entries, in the order in which they were added.
  package private(set) var entries: [Entry] = []
  private var positions: [MapKey: Int] = [:]

  /// A map without entries.
  package init() {}

  /// A map with text keys; of two equal keys the first stays.
  package init(_ entries: [(String, Value)]) {
    for (key, value) in entries { _ = insert(.string(key), value) }
  }

  /// The number of entries.
  package var count: Int { entries.count }

  /// The value of a key, or nil when there is none or the key has a type that no key has.
  package subscript(key: Value) -> Value? {
    guard let key = MapKey(lookup: key), let position = positions[key] else { return nil }
    return entries[position].value
  }

  /// The value of a text key, or nil when there is none.
  package subscript(key: String) -> Value? {
    guard let position = positions[.string(ExactString(key))] else { return nil }
    return entries[position].value
  }

  /// How adding an entry went.
  enum Insertion {
    case inserted
    case repeatedKey
    case unsupportedKey
  }

  mutating func insert(_ key: Value, _ value: Value) -> Insertion {
    guard let mapKey = MapKey(key) else { return .unsupportedKey }
    guard positions[mapKey] == nil else { return .repeatedKey }
    positions[mapKey] = entries.count
    entries.append(Entry(key: key, value: value))
    return .inserted
  }
}

/// A key, such that equal keys are equal.
private enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case large(UInt64)
  case string(ExactString)

  /// The key of a value that may be stored; doubles may not.
  init?(_ value: Value) {
    switch value.kind {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = Int64(exactly: value).map(MapKey.int) ?? .large(value)
    case .string(let value): self = .string(ExactString(value))
    case .null, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .date, .type,
      .optional, .unknown:
      return nil
    }
  }

  /// The key that a value looks up; a whole double finds the integer it equals.
  init?(lookup value: Value) {
    if case .double(let number) = value.kind {
      if let int = Int64(exactly: number) {
        self = .int(int)
      } else if let uint = UInt64(exactly: number) {
        self = .large(uint)
      } else {
        return nil
      }
    } else {
      self.init(value)
    }
  }
}
