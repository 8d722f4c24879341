import YAML

/// Keywords about what no other keyword of the subschema looked at (JSON Schema 2020-12 core, section 11).
extension Keyword {
  static let unevaluatedItems = Keyword("unevaluatedItems", .schema, on: .array) {
    node,
    compilation in
    let schema = compilation.child(node, "unevaluatedItems")
    let isClosed = compilation.isFalse(schema)
    compilation.tracksEvaluation = true
    return { instance, evaluation in
      for (index, item) in (instance.array ?? []).enumerated()
      where !evaluation.isEvaluated(index) {
        if isClosed {
          evaluation.report(.unexpectedItem, item, at: index)
        } else {
          evaluation.apply(schema, to: item, at: index)
        }
        evaluation.markEvaluated(index)
      }
    }
  }

  static let unevaluatedProperties = Keyword("unevaluatedProperties", .schema, on: .object) {
    node,
    compilation in
    let schema = compilation.child(node, "unevaluatedProperties")
    let isClosed = compilation.isFalse(schema)
    compilation.tracksEvaluation = true
    return { instance, evaluation in
      for (index, entry) in (instance.object ?? []).enumerated()
      where !evaluation.isEvaluated(index) {
        evaluation.applyAdditional(schema, isClosed: isClosed, to: entry, at: index)
      }
    }
  }
}
