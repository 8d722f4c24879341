import YAML

/// A value under validation, with its type made out once.
///
/// Follows the data model of JSON Schema 2020-12 core, section 4.2.1, on YAML's core schema.
struct Instance {
  let node: Node
  let types: TypeSet
  /// The value of a number; nil also for what YAML can write and JSON cannot: `.nan`.
  let number: Number?

  init(_ node: Node) {
    self.node = node
    switch node.kind {
    case .sequence: (types, number) = (.array, nil)
    case .mapping: (types, number) = (.object, nil)
    case .scalar(let scalar):
      switch node.tag == nil ? scalar.guess : .unknown {
      case .text: (types, number) = (.string, nil)
      case .number(let value): (types, number) = (Self.types(of: value), value)
      case .unknown: (types, number) = Self.resolve(node)
      }
    }
  }

  private static func resolve(_ node: Node) -> (TypeSet, Number?) {
    let written = Number(text: node.text ?? "")
    return switch node.resolved {
    case .null, nil: (.null, nil)
    case .bool: (.boolean, nil)
    case .string: (.string, nil)
    // Not in decimal digits: `0x1F`.
    case .int(let value): ([.integer, .number], written ?? Number(Int(value)))
    case .float(let value):
      if let written {
        (types(of: written), written)
      } else {
        (.number, value.isInfinite ? .infinity(isNegative: value < 0) : nil)
      }
    }
  }

  private static func types(of number: Number) -> TypeSet {
    number.isInteger ? [.integer, .number] : .number
  }

  /// A mapping's key, which is a string however it is written.
  init(key: Node) {
    (node, types, number) = (key, .string, nil)
  }

  /// The text of a string.
  var string: String? {
    if types == .string, case .scalar(let scalar) = node.kind { scalar.text } else { nil }
  }

  /// The value of a boolean.
  var boolean: Bool? { types == .boolean ? node.resolved == .bool(true) : nil }

  var array: [Node]? {
    if case .sequence(let items) = node.kind { items } else { nil }
  }

  var object: [Node.Entry]? {
    if case .mapping(let entries) = node.kind { entries } else { nil }
  }
}

extension Node.Entry {
  /// The text of the key; nil for a collection, which YAML allows as a key.
  var name: String? {
    if case .scalar(let scalar) = key.kind { scalar.text } else { nil }
  }
}

extension Scalar {
  /// What a scalar without a tag is, as far as a glance can tell.
  fileprivate enum Guess {
    case text
    case number(Number)
    case unknown
  }

  /// Spares most scalars the resolver, which compares each with every word that YAML knows.
  fileprivate var guess: Guess {
    guard style == .plain else { return .text }
    guard let first = text.utf8.first else { return .unknown }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      if let number = Number(text: text) { return .number(number) }
      // `0x1F`, `0o17` and `-.inf` are left; dates are not among them.
      return text.utf8.count > 5 && !text.hasPrefix("0") ? .text : .unknown
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "~"):
      return text.utf8.count > 5 ? .text : .unknown
    default: return .text
    }
  }
}
