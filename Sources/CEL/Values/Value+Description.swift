extension Value: CustomStringConvertible {
  /// The value as an expression would write it; an unknown as `unknown`.
  package var description: String {
    switch kind {
    case .null: "null"
    case .bool(let value): String(value)
    case .int(let value): String(value)
    case .uint(let value): "\(value)u"
    case .double(let value): value.description
    case .string(let value): Expression.Literal.quote(value)
    case .bytes(let value): Expression.Literal.quote(value)
    case .list(let value): value.description
    case .map(let value):
      "{\(value.entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .structure(let value): value.description
    case .timestamp(let value): "timestamp(\"\(value)\")"
    case .duration(let value): "duration(\"\(value)\")"
    case .date(let value): "date(\"\(value)\")"
    case .type(let value): value.typeName
    case .optional(let value): value.map { "optional.of(\($0))" } ?? "optional.none()"
    case .unknown: "unknown"
    }
  }
}

extension ListValue: CustomStringConvertible {
  /// The elements between brackets; `…` stands for those that may follow.
  package var description: String {
    "[\((elements.map(\.description) + (rest == nil ? [] : ["…"])).joined(separator: ", "))]"
  }
}

extension StructValue: CustomStringConvertible {
  /// The name of the type with the fields that are there.
  package var description: String {
    let fields = zip(type.fields, slots).compactMap { field, value in
      value.map { "\(field.name): \($0)" }
    }
    return "\(type.name){\(fields.joined(separator: ", "))}"
  }
}

extension Value {
  /// The value as an error shows it: texts cut short, and of what is made of parts only the type.
  var brief: String {
    switch kind {
    case .string(let text) where text.utf8.count > 60:
      Expression.Literal.quote(String(text.unicodeScalars.prefix(60)) + "…")
    case .bytes, .list, .map, .structure, .optional: type.typeName
    case .null, .bool, .int, .uint, .double, .string, .timestamp, .duration, .date, .type, .unknown:
      description
    }
  }
}
