import YAML

/// Keywords about objects (JSON Schema 2020-12 core, section 10.3.2; validation, section 6.5).
extension Keyword {
  /// `properties: {naam: {type: string}}` (core, section 10.3.2.1).
  static let properties = Keyword("properties", .schemasByName, on: .object) { node, compilation in
    let properties = compilation.properties(node, of: "properties")
    compilation.subschema.properties = properties
    return compilation.members(unlessAt: [.patternProperties, .additionalProperties])
  }

  /// `patternProperties: {^x-: {type: string}}` (core, section 10.3.2.2).
  static let patternProperties = Keyword("patternProperties", .schemasByPattern, on: .object) {
    node,
    compilation in
    let properties = compilation.properties(node, of: "patternProperties")
    compilation.subschema.patternProperties = properties
    for entry in node.mapping ?? [] { _ = compilation.pattern(entry.key) }
    return compilation.members(unlessAt: [.additionalProperties])
  }

  /// `additionalProperties: false`: for keys that the other two leave (core, section 10.3.2.3).
  static let additionalProperties = Keyword("additionalProperties", .schema, on: .object) {
    node,
    compilation in
    let schema = compilation.child(node, "additionalProperties")
    compilation.subschema.additionalProperties = schema
    return compilation.members(unlessAt: [])
  }

  /// `propertyNames: {pattern: ^[a-z]+$}` (core, section 10.3.2.4).
  static let propertyNames = Keyword("propertyNames", .schema, on: .object) { node, compilation in
    let schema = compilation.child(node, "propertyNames")
    compilation.subschema.propertyNames = schema
    return { instance, evaluation in
      let entries = instance.object ?? []
      for index in entries.indices { evaluation.apply(schema, toKey: index, of: entries) }
    }
  }

  /// `maxProperties: 5` (section 6.5.1).
  static let maxProperties = Keyword("maxProperties", .count, on: .object) { node, _ in
    let maximum = node.count
    return { instance, evaluation in
      guard let count = instance.object?.count, count > maximum else { return }
      evaluation.report(.tooManyProperties(maximum: maximum, count: count), instance.node)
    }
  }

  /// `minProperties: 1` (section 6.5.2).
  static let minProperties = Keyword("minProperties", .count, on: .object) { node, _ in
    let minimum = node.count
    return { instance, evaluation in
      guard let count = instance.object?.count, count < minimum else { return }
      evaluation.report(.tooFewProperties(minimum: minimum, count: count), instance.node)
    }
  }

  /// `required: [naam]` (section 6.5.3).
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

  /// `dependentRequired: {bron: [bedrag]}` (section 6.5.4).
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
    for index in indices where self[index].name?.isExactly(key) == true { return true }
    return false
  }
}

extension Compilation {
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
