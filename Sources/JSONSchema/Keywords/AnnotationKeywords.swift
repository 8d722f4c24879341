import YAML

/// Keywords that describe and assert nothing (JSON Schema 2020-12 validation, section 9).
extension Keyword {
  static let title = Keyword("title", .text) { node, compilation in
    compilation.subschema.title = node.text
    return nil
  }

  static let description = Keyword("description", .text) { node, compilation in
    compilation.subschema.description = node.text
    return nil
  }

  static let `default` = Keyword("default", .anything) { node, compilation in
    compilation.subschema.defaultValue = node
    return nil
  }

  static let deprecated = Keyword("deprecated", .boolean) { node, compilation in
    compilation.subschema.isDeprecated = node.resolved == .bool(true)
    return nil
  }

  static let readOnly = Keyword("readOnly", .boolean) { _, _ in nil }

  static let writeOnly = Keyword("writeOnly", .boolean) { _, _ in nil }

  static let examples = Keyword("examples", .list) { node, compilation in
    compilation.subschema.examples = node.sequence ?? []
    return nil
  }
}
