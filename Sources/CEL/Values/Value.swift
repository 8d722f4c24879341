/// A datum of the language, with the place in the input it was read from.
///
/// Values are cheap to copy. See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#values>.
package struct Value: Sendable {
  package var kind: Kind
  /// Kept by fields, list elements and the variables of macros; dropped by computing.
  package var origin: Origin?

  package init(_ kind: Kind, origin: Origin? = nil) {
    self.kind = kind
    self.origin = origin
  }

  /// The datum itself; an unknown is a value like any other.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list(ListValue)
    case map(MapValue)
    indirect case structure(StructValue)
    case timestamp(Timestamp)
    case duration(TimeSpan)
    case date(DateInterval)
    case type(CELType)
    indirect case optional(Value?)
    case unknown(UnknownSet)
  }
}

extension Value {
  package static var null: Value { Value(.null) }
  package static func bool(_ value: Bool) -> Value { Value(.bool(value)) }
  package static func int(_ value: Int64) -> Value { Value(.int(value)) }
  package static func uint(_ value: UInt64) -> Value { Value(.uint(value)) }
  package static func double(_ value: Double) -> Value { Value(.double(value)) }
  package static func string(_ value: String) -> Value { Value(.string(value)) }
  package static func bytes(_ value: [UInt8]) -> Value { Value(.bytes(value)) }
  package static func date(_ value: DateInterval) -> Value { Value(.date(value)) }
  package static func unknown(_ set: UnknownSet) -> Value { Value(.unknown(set)) }

  package static func list(_ elements: [Value], rest: UnknownSet? = nil) -> Value {
    Value(.list(ListValue(elements, rest: rest)))
  }

  static func optional(_ value: Value?) -> Value { Value(.optional(value)) }
  static func timestamp(_ value: Timestamp) -> Value { Value(.timestamp(value)) }
  static func duration(_ value: TimeSpan) -> Value { Value(.duration(value)) }

  /// Whether the value is not known.
  package var isUnknown: Bool {
    if case .unknown = kind { true } else { false }
  }

  /// What is not known, when the value is unknown.
  package var unknown: UnknownSet? {
    if case .unknown(let set) = kind { set } else { nil }
  }

  /// The type of the datum as it is found when evaluating; elements of lists and maps are `dyn`.
  package var type: CELType {
    switch kind {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(.dyn, .dyn)
    case .structure(let structure): .structure(structure.type.name)
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .type: .type(.dyn)
    case .optional: .optional(.dyn)
    case .unknown: .dyn
    }
  }

  /// Whether it is the zero of its type: null, false, 0, empty, or an optional without value.
  var isZero: Bool {
    switch kind {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let value): value.isEmpty
    case .bytes(let value): value.isEmpty
    case .list(let value): value.elements.isEmpty
    case .map(let value): value.entries.isEmpty
    case .structure(let value): value.slots.allSatisfy { $0 == nil }
    case .duration(let value): value.nanoseconds == 0
    case .optional(let value): value == nil
    case .timestamp, .date, .type, .unknown: false
    }
  }
}
