/// Fills the clauses of a format text, as the strings extension does.
struct TextFormat {
  private var budget: Budget
  private var unknowns = UnknownCollector()

  private init(budget: Budget) {
    self.budget = budget
  }

  @Sendable static func format(
    _ arguments: [Value],
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    let text = try StringFunctions.text(arguments[0])
    guard case .list(let list) = arguments[1].kind else {
      throw .noSuchOverload("format", [arguments[1].type.typeName])
    }
    var format = TextFormat(budget: budget)
    let result = try format.fill(text, list.elements)
    budget = format.budget
    return format.unknowns.unknown.map(Value.unknown) ?? .string(result)
  }

  private mutating func fill(
    _ text: String,
    _ values: [Value]
  ) throws(Failure) -> String {
    var result = ""
    var used = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        result += "%"
        continue
      }
      let precision = try Self.precision(&rest)
      guard let clause = rest.popFirst() else { throw .malformed("the format ends with '%'") }
      guard used < values.count else { throw .indexOutOfRange(Int64(used)) }
      let piece = try fill(clause, precision, values[used])
      try budget.spend(bytes: 16 + piece.utf8.count)
      result += piece
      used += 1
    }
    return result
  }

  /// The number of decimals that a clause asks for: `.3`.
  private static func precision(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(Failure) -> Int? {
    guard rest.first == "." else { return nil }
    rest.removeFirst()
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    guard let number = decimal(String(digits).utf8), number <= 100 else {
      throw .malformed("the format asks for more than 100 decimals, or for none after its point")
    }
    return number
  }

  private mutating func fill(
    _ clause: Unicode.Scalar,
    _ precision: Int?,
    _ value: Value
  ) throws(Failure) -> String {
    switch clause {
    case "s": return try plain(value)
    case "d": return try Self.wholeNumber(value)
    case "f": return Decimal.fixed(try Self.number(value, "%f"), decimals: precision ?? 6)
    case "e": return Decimal.scientific(try Self.number(value, "%e"), decimals: precision ?? 6)
    case "b":
      if case .bool(let bool) = value.kind { return bool ? "1" : "0" }
      return try Self.radix(value, 2, "%b")
    case "o": return try Self.radix(value, 8, "%o")
    case "x": return try Self.hexadecimal(value)
    case "X": return try Self.hexadecimal(value).uppercased()
    default: throw .malformed("the format has no clause '%\(clause)'")
    }
  }

  private static func refused(_ clause: String, _ value: Value) -> Failure {
    .malformed("the clause '\(clause)' does not take '\(value.type.typeName)'")
  }

  private mutating func plain(_ value: Value) throws(Failure) -> String {
    try budget.spend(1)
    switch value.kind {
    case .null: return "null"
    case .string(let text):
      try budget.spend(bytes: text.utf8.count)
      return text
    case .bytes(let bytes):
      try budget.spend(bytes: bytes.count)
      return String(decoding: bytes, as: UTF8.self)
    case .type(let type): return type.typeName
    case .list(let list):
      var parts: [String] = []
      if let rest = list.rest { unknowns.add(rest) }
      for element in list.elements { parts.append(try plain(element)) }
      return "[\(parts.joined(separator: ", "))]"
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      for entry in map.entries {
        parts.append((try plain(entry.key), try plain(entry.value)))
      }
      parts.sort { $0.key.precedes($1.key) }
      return "{\(parts.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .unknown(let set):
      unknowns.add(set)
      return ""
    case .structure, .optional: throw Self.refused("%s", value)
    case .bool, .int, .uint, .double, .timestamp, .duration, .date:
      return try StringFunctions.text(try StandardLibrary.string(value))
    }
  }

  private static func wholeNumber(_ value: Value) throws(Failure) -> String {
    switch value.kind {
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number) where !number.isFinite: return Decimal.plain(number)
    default: throw refused("%d", value)
    }
  }

  private static func number(_ value: Value, _ clause: String) throws(Failure) -> Double {
    switch value.kind {
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .double(let number): return number
    default: throw refused(clause, value)
    }
  }

  private static func radix(
    _ value: Value,
    _ radix: Int,
    _ clause: String
  ) throws(Failure) -> String {
    switch value.kind {
    case .int(let number): return String(number, radix: radix)
    case .uint(let number): return String(number, radix: radix)
    default: throw refused(clause, value)
    }
  }

  private static func hexadecimal(_ value: Value) throws(Failure) -> String {
    switch value.kind {
    case .string(let text): return text.utf8.map(hex).joined()
    case .bytes(let bytes): return bytes.map(hex).joined()
    default: return try radix(value, 16, "%x")
    }
  }
}
