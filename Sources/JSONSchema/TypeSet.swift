/// A set of JSON types: what `type` allows, or what a value is.
///
/// A number without a fraction is both `integer` and `number`, `1.0` included
/// (JSON Schema 2020-12 core, section 4.2.1; validation, section 6.1.1).
package struct TypeSet: OptionSet, Hashable, Sendable {
  /// A bit for each type.
  package let rawValue: UInt8

  /// The types whose bits are set.
  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// YAML's `null`, `~` and the empty value.
  package static let null = TypeSet(rawValue: 1 << 0)
  /// `true` and `false`.
  package static let boolean = TypeSet(rawValue: 1 << 1)
  /// A number without a fraction.
  package static let integer = TypeSet(rawValue: 1 << 2)
  /// Any number.
  package static let number = TypeSet(rawValue: 1 << 3)
  /// A text.
  package static let string = TypeSet(rawValue: 1 << 4)
  /// A YAML sequence.
  package static let array = TypeSet(rawValue: 1 << 5)
  /// A YAML mapping.
  package static let object = TypeSet(rawValue: 1 << 6)
  /// Every type there is.
  package static let any = TypeSet(rawValue: 0x7F)

  static let named: [(name: String, type: TypeSet)] = [
    ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number),
    ("string", .string), ("array", .array), ("object", .object),
  ]

  init?(name: String) {
    guard let row = Self.named.first(where: { $0.name == name }) else { return nil }
    self = row.type
  }

  /// The names that `type` uses for the members, in a fixed order.
  package var names: [String] {
    Self.named.filter { contains($0.type) }.map(\.name)
  }
}

extension TypeSet: CustomStringConvertible {
  /// The names with commas, as in `integer, string`.
  package var description: String { names.joined(separator: ", ") }
}
