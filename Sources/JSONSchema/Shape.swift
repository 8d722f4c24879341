import YAML

/// The form that a keyword's value must have: checks schemas, and builds the schema of schemas.
package enum Shape: Hashable, Sendable {
  case anything
  case text
  /// A URI reference without a fragment (core, section 8.2.1).
  case identifier
  case anchor
  case boolean
  case number
  case positiveNumber
  /// A whole number from 0; `2.0` is one (validation, section 6.3).
  case count
  case types
  case list
  case names
  case namesByName
  case schema
  case schemas
  case schemasByName
  case schemasByPattern

  /// The value, or the first part of it, that does not have this form; nil when all is well.
  ///
  /// Schemas inside are judged when their turn comes.
  func misfit(in node: Node) -> Node? {
    let instance = Instance(node)
    switch self {
    case .anything, .schema: return nil
    case .text: return instance.string == nil ? node : nil
    case .identifier:
      guard let text = instance.string else { return node }
      return URIReference(text).fragment?.isEmpty == false ? node : nil
    case .anchor:
      return instance.string.map(Self.isAnchor) == true ? nil : node
    case .boolean: return instance.types == .boolean ? nil : node
    case .number: return instance.number == nil ? node : nil
    case .positiveNumber:
      guard let number = instance.number, !number.isNegative, !number.isZero else { return node }
      return nil
    case .count:
      guard let number = instance.number, number.isInteger, !number.isNegative else { return node }
      return nil
    case .types:
      guard let names = instance.array else { return Self.isType(node) ? nil : node }
      return names.isEmpty ? node : names.first { !Self.isType($0) }
    case .list: return instance.array == nil ? node : nil
    case .names:
      guard let names = instance.array else { return node }
      return names.first { Instance($0).string == nil }
    case .namesByName:
      guard let entries = instance.object else { return node }
      return entries.lazy.compactMap { Shape.names.misfit(in: $0.value) }.first
    case .schemas: return instance.array?.isEmpty == false ? nil : node
    case .schemasByName, .schemasByPattern: return instance.object == nil ? node : nil
    }
  }

  private static func isType(_ node: Node) -> Bool {
    Instance(node).string.flatMap(TypeSet.init(name:)) != nil
  }

  /// Core, section 8.2.2.
  private static func isAnchor(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    return text.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit
        || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
    }
  }
}
