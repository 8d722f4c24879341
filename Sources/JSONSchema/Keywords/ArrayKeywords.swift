import YAML

/// Keywords about arrays (JSON Schema 2020-12 core, section 10.3.1; validation, section 6.4).
extension Keyword {
  /// `prefixItems: [{type: string}, {type: integer}]`, each for the item in its place (core, section 10.3.1.1).
  static let prefixItems = Keyword("prefixItems", .schemas, on: .array) { node, compilation in
    let schemas = compilation.schemas(node, of: "prefixItems")
    compilation.subschema.prefixItems = schemas
    return { instance, evaluation in
      let items = instance.array ?? []
      for index in 0..<min(items.count, schemas.count) {
        evaluation.apply(schemas[index], toItem: index, of: items)
        evaluation.markEvaluated(index)
      }
    }
  }

  /// `items: {type: string}`, for all behind those of `prefixItems` (core, section 10.3.1.2).
  static let items = Keyword("items", .schema, on: .array) { node, compilation in
    let schema = compilation.child(node, "items")
    compilation.subschema.items = schema
    let start = compilation.sibling(.prefixItems)?.sequence?.count ?? 0
    return { instance, evaluation in
      let items = instance.array ?? []
      guard start < items.count else { return }
      for index in start..<items.count {
        evaluation.apply(schema, toItem: index, of: items)
        evaluation.markEvaluated(index)
      }
    }
  }

  /// `contains: {const: jongeren}`, with the bounds that stand beside it (core, section 10.3.1.3).
  static let contains = Keyword("contains", .schema, on: .array) { node, compilation in
    let schema = compilation.child(node, "contains")
    compilation.subschema.contains = schema
    let minimum = compilation.sibling(.minContains)?.count ?? 1
    let maximum = compilation.sibling(.maxContains)?.count
    return { instance, evaluation in
      var count = 0
      let items = instance.array ?? []
      for index in items.indices where evaluation.holds(schema, forItem: index, of: items) {
        count += 1
        evaluation.markEvaluated(index)
      }
      if count < minimum {
        evaluation.report(.tooFewMatches(minimum: minimum, count: count), instance.node)
      }
      if let maximum, count > maximum {
        evaluation.report(.tooManyMatches(maximum: maximum, count: count), instance.node)
      }
    }
  }

  /// `minContains: 2`: works by `contains`, and says nothing without it (section 6.4.5).
  static let minContains = Keyword("minContains", .count) { _, _ in nil }

  /// `maxContains: 2`: works by `contains`, and says nothing without it (section 6.4.4).
  static let maxContains = Keyword("maxContains", .count) { _, _ in nil }

  /// `maxItems: 3` (section 6.4.1).
  static let maxItems = Keyword("maxItems", .count, on: .array) { node, _ in
    let maximum = node.count
    return { instance, evaluation in
      guard let count = instance.array?.count, count > maximum else { return }
      evaluation.report(.tooManyItems(maximum: maximum, count: count), instance.node)
    }
  }

  /// `minItems: 1` (section 6.4.2).
  static let minItems = Keyword("minItems", .count, on: .array) { node, _ in
    let minimum = node.count
    return { instance, evaluation in
      guard let count = instance.array?.count, count < minimum else { return }
      evaluation.report(.tooFewItems(minimum: minimum, count: count), instance.node)
    }
  }

  /// `uniqueItems: true`; compares by hash, so that long lists take no longer each (section 6.4.3).
  static let uniqueItems = Keyword("uniqueItems", .boolean, on: .array) { node, compilation in
    guard node.resolved == .bool(true) else { return nil }
    compilation.subschema.hasUniqueItems = true
    return { instance, evaluation in
      guard let items = instance.array, items.count > 1 else { return }
      var seen: [JSONValue: Int] = [:]
      for (index, item) in items.enumerated() where !evaluation.isExempt(item) {
        guard evaluation.takeSteps(item.expandedCount, item) else { return }
        guard let value = JSONValue(item, depth: evaluation.depthLeft) else {
          evaluation.exceedDepth(item)
          return
        }
        if let first = seen[value] {
          evaluation.report(.repeatedItem(first: first), item, at: index)
          if evaluation.isDecided { return }
        } else {
          seen[value] = index
        }
      }
    }
  }
}
