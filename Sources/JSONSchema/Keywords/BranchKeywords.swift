import YAML

/// Keywords that hold the same value against other schemas (JSON Schema 2020-12 core, section 10.2).
extension Keyword {
  /// `allOf: [{…}, {…}]` (section 10.2.1.1).
  static let allOf = Keyword("allOf", .schemas) { node, compilation in
    let schemas = compilation.schemas(node, of: "allOf", isInPlace: true)
    compilation.subschema.allOf = schemas
    return { instance, evaluation in
      for schema in schemas { evaluation.apply(schema, to: instance) }
    }
  }

  /// `anyOf: [{…}, {…}]` (section 10.2.1.2).
  static let anyOf = Keyword("anyOf", .schemas) { node, compilation in
    let schemas = compilation.schemas(node, of: "anyOf", isInPlace: true)
    compilation.subschema.anyOf = schemas
    return { instance, evaluation in
      var holds = false
      for schema in schemas where evaluation.holds(schema, for: instance) {
        holds = true
        if !evaluation.tracksEvaluation { return }
      }
      if !holds { evaluation.reportNoBranch(schemas, instance) }
    }
  }

  /// `oneOf: [{…}, {…}]` (section 10.2.1.3).
  static let oneOf = Keyword("oneOf", .schemas) { node, compilation in
    let schemas = compilation.schemas(node, of: "oneOf", isInPlace: true)
    compilation.subschema.oneOf = schemas
    return { instance, evaluation in
      let held = schemas.indices.filter { evaluation.holds(schemas[$0], for: instance) }
      if held.isEmpty { evaluation.reportNoBranch(schemas, instance) }
      if held.count > 1 { evaluation.report(.severalBranches(held), instance.node) }
    }
  }

  /// `not: {const: onbekend}` (section 10.2.1.4).
  static let not = Keyword("not", .schema) { node, compilation in
    let schema = compilation.child(node, "not", isInPlace: true)
    compilation.subschema.negation = schema
    return { instance, evaluation in
      if evaluation.holds(schema, for: instance) { evaluation.report(.forbidden, instance.node) }
    }
  }

  /// `if: {required: [a]}`, which decides between `then` and `else` (section 10.2.2.1).
  static let `if` = Keyword("if", .schema) { node, compilation in
    let condition = compilation.child(node, "if", isInPlace: true)
    compilation.subschema.condition = condition
    let consequence = compilation.sibling(.then).map {
      compilation.child($0, "then", isInPlace: true)
    }
    let alternative = compilation.sibling(.else).map {
      compilation.child($0, "else", isInPlace: true)
    }
    return { instance, evaluation in
      let next = evaluation.holds(condition, for: instance) ? consequence : alternative
      if let next { evaluation.apply(next, to: instance) }
    }
  }

  /// `then: {required: [b]}`: works by `if`; without one it can still be referred to (section 10.2.2.2).
  static let then = Keyword("then", .schema) { node, compilation in
    compilation.subschema.consequence = compilation.child(node, "then")
    return nil
  }

  /// `else: {required: [c]}`: works by `if`; without one it can still be referred to (section 10.2.2.3).
  static let `else` = Keyword("else", .schema) { node, compilation in
    compilation.subschema.alternative = compilation.child(node, "else")
    return nil
  }

  /// `dependentSchemas: {bron: {required: [jaar]}}` (section 10.2.2.4).
  static let dependentSchemas = Keyword("dependentSchemas", .schemasByName, on: .object) {
    node,
    compilation in
    let schemas = compilation.properties(node, of: "dependentSchemas", isInPlace: true)
    compilation.subschema.dependentSchemas = schemas
    return { instance, evaluation in
      let entries = instance.object ?? []
      for property in schemas where entries.contains(key: property.name) {
        evaluation.apply(property.schema, to: instance)
      }
    }
  }
}
