import YAML

/// A value without its place and notation, for equality (JSON Schema 2020-12 core, section 4.2.2).
///
/// `1` equals `1.0`, `true` differs from `1`, and the order of a mapping's keys says nothing.
enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// Nil for `.nan`.
  case number(Number?)
  case string(Name)
  case array([JSONValue])
  case object([Name: JSONValue])

  /// Nil when the node nests deeper than `depth`, the scalars themselves being at depth 0.
  init?(_ node: Node, depth: Int) {
    switch node.kind {
    case .scalar: self = JSONValue(scalar: Instance(node))
    case .sequence(let items):
      guard depth > 0 else { return nil }
      var values: [JSONValue] = []
      values.reserveCapacity(items.count)
      for item in items {
        guard let value = JSONValue(item, depth: depth - 1) else { return nil }
        values.append(value)
      }
      self = .array(values)
    case .mapping(let entries):
      guard depth > 0 else { return nil }
      var values: [Name: JSONValue] = [:]
      for entry in entries {
        guard let value = JSONValue(entry.value, depth: depth - 1) else { return nil }
        values[Name(entry.key.text ?? "")] = value
      }
      self = .object(values)
    }
  }

  private init(scalar: Instance) {
    if let text = scalar.string {
      self = .string(Name(text))
    } else if let value = scalar.boolean {
      self = .boolean(value)
    } else {
      self = scalar.types == .null ? .null : .number(scalar.number)
    }
  }

  /// How deep it nests: 0 for a scalar.
  var depth: Int {
    switch self {
    case .array(let items): 1 + (items.lazy.map(\.depth).max() ?? 0)
    case .object(let members): 1 + (members.values.lazy.map(\.depth).max() ?? 0)
    case .null, .boolean, .number, .string: 0
    }
  }
}
