import YAML

/// Identifiers, references and definitions (JSON Schema 2020-12 core, section 8).
extension Keyword {
  /// `$schema: https://json-schema.org/draft/2020-12/schema`, and no other draft (core, section 8.1.1).
  static let schema = Keyword("$schema", .text) { node, compilation in
    let uri = node.text ?? ""
    if uri != MetaSchema.uri, uri != MetaSchema.uri + "#" {
      compilation.report(.unknownDialect(uri), at: node.range)
    }
    return nil
  }

  /// `$id: https://example.org/plan`: the base of references inside (core, section 8.2.1).
  static let id = Keyword("$id", .identifier) { node, compilation in
    let uri = URIReference(node.text ?? "").resolved(against: compilation.place.base).resource
    compilation.setBase(uri)
    let location = compilation.subschema.location
    if !compilation.references.addResource(uri.description, at: location) {
      compilation.report(.repeatedIdentifier(node.text ?? ""), at: node.range)
    }
    return nil
  }

  /// `$anchor: bedrag`, for `$ref: "#bedrag"` (core, section 8.2.2).
  static let anchor = Keyword("$anchor", .anchor) { node, compilation in
    let name = node.text ?? ""
    let uri = compilation.place.base.description + "#" + name
    if !compilation.references.addAnchor(uri, compilation.subschema.id) {
      compilation.report(.repeatedIdentifier(name), at: node.range)
    }
    return nil
  }

  /// `$ref: "#/$defs/bedrag"`, beside which other keywords still hold (core, section 8.2.3.1).
  static let ref = Keyword("$ref", .text) { node, compilation in
    compilation.references.postpone(
      References.Pending(
        source: compilation.subschema.id,
        text: node.text ?? "",
        base: compilation.place.base,
        range: node.range
      )
    )
    return { instance, evaluation in
      if let target = evaluation.reference { evaluation.apply(target, to: instance) }
    }
  }

  /// `$defs: {bedrag: {…}}` (core, section 8.2.4).
  static let defs = Keyword("$defs", .schemasByName) { node, compilation in
    _ = compilation.properties(node, of: "$defs")
    return nil
  }

  /// `$comment: For whoever edits the schema.` (core, section 8.3).
  static let comment = Keyword("$comment", .text) { _, _ in nil }

  /// What `false` does as a schema (core, section 4.3.2).
  static let refuse: Check.Run = { instance, evaluation in
    evaluation.report(.nothingAllowed, instance.node)
  }
}

extension Compilation {
  /// Compiles a mapping from names to schemas.
  mutating func properties(
    _ node: Node,
    of keyword: String,
    isInPlace: Bool = false
  ) -> [Subschema.Property] {
    var properties: [Subschema.Property] = []
    for entry in node.mapping ?? [] {
      let name = entry.key.text ?? ""
      let id = child(entry.value, keyword, name, isInPlace: isInPlace)
      properties.append(Subschema.Property(name: name, range: entry.key.range, schema: id))
    }
    return properties
  }

  /// Compiles a list of schemas.
  mutating func schemas(
    _ node: Node,
    of keyword: String,
    isInPlace: Bool = false
  ) -> [Schema.ID] {
    var ids: [Schema.ID] = []
    for (index, item) in (node.sequence ?? []).enumerated() {
      ids.append(child(item, keyword, String(index), isInPlace: isInPlace))
    }
    return ids
  }
}
