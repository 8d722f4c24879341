package import CEL

/// A value without its place or type name, as JSON can hold it.
package indirect enum PlainValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([PlainValue])
  /// In the order of the plan's fields.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: PlainValue
  }
}

extension PlainValue {
  /// All of a value, objects with the fields that are there; what is not known is null.
  package init(_ value: Value) {
    switch value.kind {
    case .null, .unknown: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .uint(let number):
      self = Int64(exactly: number).map(PlainValue.int) ?? .double(Double(number))
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .date(let date): self = .string(date.description)
    case .list(let list): self = .list(list.elements.map(PlainValue.init))
    case .map(let map):
      self = .object(
        map.entries.map { entry in
          Member(name: Self.name(of: entry.key), value: PlainValue(entry.value))
        }
      )
    case .structure(let structure):
      self = .object(
        zip(structure.type.fields, structure.slots).compactMap { field, value in
          value.map { Member(name: field.name, value: PlainValue($0)) }
        }
      )
    case .bytes, .timestamp, .duration, .type, .optional: self = .string("\(value)")
    }
  }

  private static func name(of key: Value) -> String {
    if case .string(let text) = key.kind { text } else { "\(key)" }
  }
}
