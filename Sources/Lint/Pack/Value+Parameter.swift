import CEL
import YAML

extension Value {
  /// The value of a rule's parameter as the file writes it; nil for what a parameter cannot be.
  init?(parameter node: Node) {
    if let items = node.sequence {
      let values = items.compactMap(Value.init(parameter:))
      guard values.count == items.count else { return nil }
      self.init(.list(ListValue(values)))
      return
    }
    switch node.resolved {
    case .int(let value)?: self.init(.int(value))
    case .float(let value)?: self.init(.double(value))
    case .bool(let value)?: self.init(.bool(value))
    case .string(let value)?: self.init(.string(value))
    case .null?, nil: return nil
    }
  }

  /// The type of a parameter's value.
  var parameterType: CELType {
    switch kind {
    case .int: return .int
    case .double: return .double
    case .bool: return .bool
    case .string: return .string
    case .list(let list):
      let types = Set(list.elements.map(\.parameterType))
      return .list(types.count == 1 ? types.first ?? .dyn : .dyn)
    default: return .dyn
    }
  }
}
