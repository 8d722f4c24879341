/// A type as the checker sees it.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#gradual-type-checking>.
package indirect enum CELType: Hashable, Sendable {
  case null
  case bool
  case int
  case uint
  case double
  case string
  case bytes
  case timestamp
  case duration
  /// A calendar date, which may be known to the month or the year only.
  case date
  /// A text that is one of a few; when evaluating it is a plain string.
  case enumeration([String])
  case list(CELType)
  case map(CELType, CELType)
  case optional(CELType)
  /// An object of the declared shape with this name.
  case structure(String)
  /// The type of types.
  case type(CELType)
  /// What may be anything: checked when evaluating.
  case dyn
  /// The wrapped type, or null.
  case nullable(CELType)
  /// A type known by name only, with the types it is made for.
  case abstract(String, [CELType])
  /// A type parameter of a declared function: `T`.
  case parameter(String)
  /// A type that the checker has yet to find.
  case free(Int)
}

extension CELType: CustomStringConvertible {
  /// The type as it is written in documentation and messages: `list(int)`, `map(string, dyn)`.
  package var description: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string, .enumeration: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .date: "date"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let wrapped): "optional(\(wrapped))"
    case .structure(let name): name
    case .type: "type"
    case .dyn, .free: "dyn"
    case .nullable(let wrapped): "nullable(\(wrapped))"
    case .abstract(let name, let parameters):
      parameters.isEmpty
        ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
    case .parameter(let name): name
    }
  }
}

extension CELType {
  /// The name by which `type(x)` shows the type, without its parameters.
  var typeName: String {
    switch self {
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .abstract(let name, _): name
    case .nullable(let wrapped): wrapped.typeName
    case .null, .bool, .int, .uint, .double, .string, .enumeration, .bytes, .date, .structure,
      .type, .dyn, .parameter, .free:
      description
    }
  }

  /// The types that an expression can name, by that name.
  static let named: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "date": .date, "list": .list(.dyn), "map": .map(.dyn, .dyn),
    "null_type": .null, "type": .type(.dyn), "optional_type": .optional(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
  ]

  /// Whether anything may be found here when evaluating.
  var isDynamic: Bool {
    switch self {
    case .dyn, .free, .parameter: true
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .list, .map, .optional, .structure, .type, .nullable, .abstract:
      false
    }
  }

  /// The values of an enumeration, also of a list or an optional of them.
  var allowedValues: [String]? {
    switch self {
    case .enumeration(let values): values
    case .list(let inner), .optional(let inner), .nullable(let inner): inner.allowedValues
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .map,
      .structure, .type, .dyn, .abstract, .parameter, .free:
      nil
    }
  }

  /// The type with something done to the types it is made of.
  func mapParts(_ transform: (CELType) -> CELType) -> CELType {
    switch self {
    case .list(let element): .list(transform(element))
    case .map(let key, let value): .map(transform(key), transform(value))
    case .optional(let wrapped): .optional(transform(wrapped))
    case .type(let described): .type(transform(described))
    case .nullable(let wrapped): .nullable(transform(wrapped))
    case .abstract(let name, let parameters): .abstract(name, parameters.map(transform))
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .structure, .dyn, .parameter, .free:
      self
    }
  }

  /// The types it is made of.
  var parts: [CELType] {
    switch self {
    case .list(let inner), .optional(let inner), .type(let inner), .nullable(let inner): [inner]
    case .map(let key, let value): [key, value]
    case .abstract(_, let parameters): parameters
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .structure, .dyn, .parameter, .free:
      []
    }
  }
}
