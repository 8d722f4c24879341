import YAML

/// Keywords about what no other keyword of the subschema looked at (JSON Schema 2020-12 core, section 11).
extension Keyword {
  /// `unevaluatedItems: false` (section 11.2).
  static let unevaluatedItems = Keyword("unevaluatedItems", .schema, on: .array) {
    node,
    compilation in
    let schema = compilation.child(node, "unevaluatedItems")
    let isClosed = compilation.subschemas[schema.index].boolean == false
    compilation.tracksEvaluation = true
    return { instance, evaluation in
      let items = instance.array ?? []
      for index in items.indices where !evaluation.isEvaluated(index) {
        if isClosed {
          evaluation.report(.unexpectedItem, items[index], at: index)
        } else {
          evaluation.apply(schema, toItem: index, of: items)
        }
        evaluation.markEvaluated(index)
      }
    }
  }

  /// `unevaluatedProperties: false` (section 11.3).
  static let unevaluatedProperties = Keyword("unevaluatedProperties", .schema, on: .object) {
    node,
    compilation in
    let schema = compilation.child(node, "unevaluatedProperties")
    let additional = Additional(schema, compilation)
    compilation.tracksEvaluation = true
    return { instance, evaluation in
      let entries = instance.object ?? []
      for index in entries.indices where !evaluation.isEvaluated(index) {
        additional.check(index, of: entries, &evaluation)
      }
    }
  }
}
