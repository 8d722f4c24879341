import YAML

/// Keywords about any value (JSON Schema 2020-12 validation, section 6.1).
extension Keyword {
  /// `type: string` or `type: [string, "null"]` (section 6.1.1).
  static let type = Keyword("type", .types) { node, compilation in
    var expected: TypeSet = []
    for name in node.sequence ?? [node] {
      guard let type = name.text.flatMap(TypeSet.init(name:)) else { continue }
      if !expected.isDisjoint(with: type) {
        compilation.report(.repeatedValue(keyword: "type", "\(type)"), at: name.range)
      }
      expected.formUnion(type)
    }
    compilation.subschema.types = expected
    return { [expected] instance, evaluation in
      guard expected.isDisjoint(with: instance.types) else { return }
      evaluation.report(
        .wrongType(expected: expected, found: instance.types),
        instance.node
      )
    }
  }

  /// `enum: [ja, nee]` (section 6.1.2).
  static let `enum` = Keyword("enum", .list) { node, compilation in
    let nodes = node.sequence ?? []
    compilation.subschema.allowedValues = nodes
    let allowed = ValueSet(nodes, &compilation)
    return { instance, evaluation in
      if !allowed.contains(instance) {
        evaluation.report(.notAllowed(allowed: nodes), instance.node)
      }
    }
  }

  /// `const: 1` (section 6.1.3).
  static let const = Keyword("const", .anything) { node, compilation in
    compilation.subschema.constant = node
    let allowed = ValueSet([node], &compilation)
    return { instance, evaluation in
      if !allowed.contains(instance) { evaluation.report(.notConstant(node), instance.node) }
    }
  }
}

/// Values to look an instance up in; texts, which most of them are, go without taking it apart.
private struct ValueSet {
  private let texts: NameTable
  private var others: Set<JSONValue> = []
  private var depth = 0

  init(_ nodes: [Node], _ compilation: inout Compilation) {
    var texts: [String] = []
    for node in nodes {
      guard let value = JSONValue(node, depth: Compilation.depthLimit) else {
        compilation.report(.tooDeep(limit: Compilation.depthLimit), at: node.range)
        continue
      }
      if case .string(let text) = value {
        texts.append(text.text)
      } else {
        others.insert(value)
        depth = max(depth, value.depth)
      }
    }
    self.texts = NameTable(texts)
  }

  func contains(_ instance: borrowing Instance) -> Bool {
    if let text = instance.string { return texts.place(of: text) != nil }
    guard !others.isEmpty else { return false }
    // What nests deeper than each of the values equals none of them.
    return JSONValue(instance.node, depth: depth).map(others.contains) ?? false
  }
}
