import YAML

/// A value under validation, with its type made out once.
///
/// Follows the data model of JSON Schema 2020-12 core, section 4.2.1, on YAML's core schema.
struct Instance {
  enum Value {
    case null
    case boolean(Bool)
    /// Nil for what YAML can write and JSON cannot: `.nan`.
    case number(Number?)
    case string(String)
    case array([Node])
    case object([Node.Entry])
  }

  let node: Node
  let value: Value
  let types: TypeSet

  init(_ node: Node) {
    self.node = node
    switch node.kind {
    case .sequence(let items): (value, types) = (.array(items), .array)
    case .mapping(let entries): (value, types) = (.object(entries), .object)
    case .scalar(let scalar):
      value = Self.value(of: scalar, node)
      types = Self.types(of: value)
    }
  }

  /// A mapping's key, which is a string however it is written.
  init(key: Node) {
    node = key
    (value, types) = (.string(key.text ?? ""), .string)
  }

  private static func value(of scalar: Scalar, _ node: Node) -> Value {
    if node.tag == nil, scalar.isSurelyText { return .string(scalar.text) }
    return switch node.resolved {
    case .null, nil: .null
    case .bool(let value): .boolean(value)
    case .string(let text): .string(text)
    case .int(let value): .number(Number(text: scalar.text) ?? Number(Int(value)))
    case .float(let value):
      .number(
        Number(text: scalar.text)
          ?? (value.isNaN ? nil : .infinity(isNegative: value < 0))
      )
    }
  }

  private static func types(of value: Value) -> TypeSet {
    switch value {
    case .null: .null
    case .boolean: .boolean
    case .number(let number): number?.isInteger == true ? [.integer, .number] : .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  var number: Number? {
    if case .number(let number) = value { number } else { nil }
  }

  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  var array: [Node]? {
    if case .array(let items) = value { items } else { nil }
  }

  var object: [Node.Entry]? {
    if case .object(let entries) = value { entries } else { nil }
  }
}

extension Scalar {
  /// Whether the first character or the length already rules out null, a boolean and a number.
  ///
  /// Most of a plan is words; asking the resolver about each of them would cost more than all else.
  fileprivate var isSurelyText: Bool {
    guard style == .plain else { return true }
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      return false
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      return text.utf8.count > 5
    default: return true
    }
  }
}
