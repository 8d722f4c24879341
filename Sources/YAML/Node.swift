package import SourceText

/// A value of a YAML document with the place where it stands.
///
/// Follows YAML 1.2.2, section 3.2.1 (representation graph). An alias is the node of its anchor again, so a
/// document can be far larger than its text: `expandedCount` says how large, without walking it.
package struct Node: Sendable {
  package enum Kind: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// One `key: value` of a mapping, in the order of the text.
  package struct Entry: Sendable {
    package let key: Node
    package let value: Node

    package init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package let kind: Kind
  /// From the first character to the end of the last child.
  package let range: SourceRange
  /// The tag as it resolves (`tag:yaml.org,2002:str`), when the text gives one.
  package let tag: String?
  /// The number of nodes in this subtree, aliases counted in full; stops growing at `Int32.max`.
  package let expandedCount: Int

  package init(kind: Kind, range: SourceRange, tag: String? = nil) {
    self.kind = kind
    self.range = range
    self.tag = tag
    var count = 1
    switch kind {
    case .scalar: break
    case .sequence(let items):
      for item in items { count += item.expandedCount }
    case .mapping(let entries):
      for entry in entries { count += entry.key.expandedCount + entry.value.expandedCount }
    }
    self.expandedCount = min(count, Int(Int32.max))
  }
}

extension Node {
  package var scalar: Scalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  package var sequence: [Node]? {
    if case .sequence(let items) = kind { items } else { nil }
  }

  package var mapping: [Entry]? {
    if case .mapping(let entries) = kind { entries } else { nil }
  }

  /// The text of a scalar, whatever it resolves to.
  package var text: String? { scalar?.text }

  /// The value of the first entry with this key, when this is a mapping that has one.
  package subscript(key: String) -> Node? {
    mapping?.first { $0.key.text == key }?.value
  }

  /// What a scalar means in the core schema, its tag respected; nil for a collection.
  package var resolved: ScalarResolver.Value? {
    scalar.map { ScalarResolver.resolve($0, tag: tag) }
  }
}
