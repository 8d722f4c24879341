import YAML

/// Keywords about objects (JSON Schema 2020-12 core, section 10.3.2; validation, section 6.5).
extension Keyword {
  static let properties = Keyword("properties", .schemasByName, on: .object) { node, compilation in
    let properties = compilation.properties(node, of: "properties")
    compilation.subschema.properties = properties
    let schemas = Dictionary(properties.map { (Name($0.name), $0.schema) }) { first, _ in first }
    return { instance, evaluation in
      for (index, entry) in (instance.object ?? []).enumerated() {
        guard let name = entry.key.text, let schema = schemas[Name(name)] else { continue }
        evaluation.apply(schema, to: entry.value, at: index)
        evaluation.markEvaluated(index)
      }
    }
  }

  static let patternProperties = Keyword("patternProperties", .schemasByPattern, on: .object) {
    node,
    compilation in
    let properties = compilation.properties(node, of: "patternProperties")
    compilation.subschema.patternProperties = properties
    var rows: [(pattern: Pattern, schema: Schema.ID)] = []
    for (entry, property) in zip(node.mapping ?? [], properties) {
      if let pattern = compilation.pattern(entry.key) { rows.append((pattern, property.schema)) }
    }
    return { [rows] instance, evaluation in
      for (index, entry) in (instance.object ?? []).enumerated() {
        guard let name = entry.key.text else { continue }
        for row in rows where row.pattern.matches(name) {
          evaluation.apply(row.schema, to: entry.value, at: index)
          evaluation.markEvaluated(index)
        }
      }
    }
  }

  static let additionalProperties = Keyword("additionalProperties", .schema, on: .object) {
    node,
    compilation in
    let schema = compilation.child(node, "additionalProperties")
    compilation.subschema.additionalProperties = schema
    let isClosed = compilation.isFalse(schema)
    let properties = compilation.sibling(.properties)?.mapping ?? []
    let names = Set(properties.compactMap(\.key.text).map(Name.init))
    let patterns = (compilation.sibling(.patternProperties)?.mapping ?? [])
      .compactMap { compilation.compiledPattern($0.key.text ?? "") }
    return { instance, evaluation in
      for (index, entry) in (instance.object ?? []).enumerated() {
        if let name = entry.key.text {
          if names.contains(Name(name)) || patterns.contains(where: { $0.matches(name) }) {
            continue
          }
        }
        evaluation.applyAdditional(schema, isClosed: isClosed, to: entry, at: index)
      }
    }
  }

  static let propertyNames = Keyword("propertyNames", .schema, on: .object) { node, compilation in
    let schema = compilation.child(node, "propertyNames")
    compilation.subschema.propertyNames = schema
    return { instance, evaluation in
      for (index, entry) in (instance.object ?? []).enumerated() {
        evaluation.apply(schema, toKey: entry.key, at: index)
      }
    }
  }

  static let maxProperties = Keyword("maxProperties", .count, on: .object) { node, _ in
    let maximum = node.count
    return { instance, evaluation in
      guard let count = instance.object?.count, count > maximum else { return }
      evaluation.report(.tooManyProperties(maximum: maximum, count: count), instance.node)
    }
  }

  static let minProperties = Keyword("minProperties", .count, on: .object) { node, _ in
    let minimum = node.count
    return { instance, evaluation in
      guard let count = instance.object?.count, count < minimum else { return }
      evaluation.report(.tooFewProperties(minimum: minimum, count: count), instance.node)
    }
  }

  static let required = Keyword("required", .names, on: .object) { node, compilation in
    let names = compilation.names(node, of: "required")
    compilation.subschema.required = names
    return { instance, evaluation in
      let entries = instance.object ?? []
      for name in names where !entries.contains(key: name) {
        evaluation.report(.missingProperty(name), instance.node)
      }
    }
  }

  static let dependentRequired = Keyword("dependentRequired", .namesByName, on: .object) {
    node,
    compilation in
    var rows: [(name: String, required: [String])] = []
    for entry in node.mapping ?? [] {
      let required = compilation.names(entry.value, of: "dependentRequired")
      rows.append((entry.key.text ?? "", required))
    }
    return { [rows] instance, evaluation in
      let entries = instance.object ?? []
      for row in rows where entries.contains(key: row.name) {
        for name in row.required where !entries.contains(key: name) {
          evaluation.report(.missingDependency(name, of: row.name), instance.node)
        }
      }
    }
  }
}

extension [Node.Entry] {
  /// Whether a key has exactly this text.
  func contains(key: String) -> Bool {
    contains { $0.key.text?.isExactly(key) == true }
  }
}

extension Evaluation {
  /// Applies the schema for entries that no other keyword knows; where it is `false`, the key is in the way.
  mutating func applyAdditional(
    _ schema: Schema.ID,
    isClosed: Bool,
    to entry: Node.Entry,
    at index: Int
  ) {
    if isClosed {
      report(
        .unknownProperty(key: entry.key),
        entry.value,
        at: index,
        pointingTo: entry.key.range
      )
    } else {
      apply(schema, to: entry.value, at: index)
    }
    markEvaluated(index)
  }
}

extension Compilation {
  /// Whether a subschema is `false`.
  func isFalse(_ id: Schema.ID) -> Bool { subschemas[id.index].boolean == false }

  /// The texts of a list in which each may stand once.
  mutating func names(_ node: Node, of keyword: String) -> [String] {
    var names: [String] = []
    for item in node.sequence ?? [] {
      let name = item.text ?? ""
      if names.contains(where: name.isExactly) {
        report(.repeatedValue(keyword: keyword, name), at: item.range)
      } else {
        names.append(name)
      }
    }
    return names
  }
}
