import YAML

/// Keywords that hold the same value against other schemas (JSON Schema 2020-12 core, section 10.2).
extension Keyword {
  static let allOf = Keyword("allOf", .schemas) { node, compilation in
    let schemas = compilation.schemas(node, of: "allOf", isInPlace: true)
    compilation.subschema.allOf = schemas
    return { instance, evaluation in
      for schema in schemas { evaluation.apply(schema, to: instance) }
    }
  }

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

  static let oneOf = Keyword("oneOf", .schemas) { node, compilation in
    let schemas = compilation.schemas(node, of: "oneOf", isInPlace: true)
    compilation.subschema.oneOf = schemas
    return { instance, evaluation in
      let held = schemas.indices.filter { evaluation.holds(schemas[$0], for: instance) }
      if held.isEmpty { evaluation.reportNoBranch(schemas, instance) }
      if held.count > 1 { evaluation.report(.severalBranches(held), instance.node) }
    }
  }

  static let not = Keyword("not", .schema) { node, compilation in
    let schema = compilation.child(node, "not", isInPlace: true)
    compilation.subschema.negation = schema
    return { instance, evaluation in
      if evaluation.holds(schema, for: instance) { evaluation.report(.forbidden, instance.node) }
    }
  }

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

  /// Works by `if`; without one it can still be referred to.
  static let then = Keyword("then", .schema) { node, compilation in
    compilation.subschema.consequence = compilation.child(node, "then")
    return nil
  }

  /// Works by `if`; without one it can still be referred to.
  static let `else` = Keyword("else", .schema) { node, compilation in
    compilation.subschema.alternative = compilation.child(node, "else")
    return nil
  }

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
