/// A datum of the language, with the place in the input it was read from.
///
/// Values are cheap to copy. See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#values>.
package struct Value: Sendable {
  /// The datum.
  package var kind: Kind
  /// Kept by fields, list elements and the variables of macros; dropped by computing.
  package var origin: Origin?

  /// A datum, with the place it was read from.
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
    case structure(StructValue)
    case timestamp(Timestamp)
    case duration(TimeSpan)
    case date(DateInterval)
    case type(CELType)
    indirect case optional(Value?)
    case unknown(UnknownSet)
  }
}

extension Value {
  /// The null value.
  package static var null: Value { Value(.null) }
  /// A bool without a place.
  package static func bool(_ value: Bool) -> Value { Value(.bool(value)) }
  /// A signed whole number without a place.
  package static func int(_ value: Int64) -> Value { Value(.int(value)) }
  /// An unsigned whole number without a place.
  package static func uint(_ value: UInt64) -> Value { Value(.uint(value)) }
  /// A number with a fraction, without a place.
  package static func double(_ value: Double) -> Value { Value(.double(value)) }
  /// A text without a place.
  package static func string(_ value: String) -> Value { Value(.string(value)) }
  /// Bytes without a place.
  package static func bytes(_ value: [UInt8]) -> Value { Value(.bytes(value)) }
  /// A date without a place.
  package static func date(_ value: DateInterval) -> Value { Value(.date(value)) }
  /// A value that is not known.
  package static func unknown(_ set: UnknownSet) -> Value { Value(.unknown(set)) }

  /// A list without a place; with a `rest` it is partial.
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

  /// The object that the value is, which holds as long as the value.
  @inline(__always)
  var object: Unmanaged<StructValue>? {
    if case .structure(let object) = kind { .passUnretained(object) } else { nil }
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
