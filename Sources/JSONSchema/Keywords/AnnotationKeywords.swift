import YAML

/// Keywords that describe and assert nothing (JSON Schema 2020-12 validation, section 9).
extension Keyword {
  /// `title: Budget` (section 9.1).
  static let title = Keyword("title", .text) { node, compilation in
    compilation.subschema.title = node.text
    return nil
  }

  /// `description: What the activity costs.` (section 9.1).
  static let description = Keyword("description", .text) { node, compilation in
    compilation.subschema.description = node.text
    return nil
  }

  /// `default: nee`: what readers may assume; it asserts nothing (section 9.2).
  static let `default` = Keyword("default", .anything) { node, compilation in
    compilation.subschema.defaultValue = node
    return nil
  }

  /// `deprecated: true` (section 9.3).
  static let deprecated = Keyword("deprecated", .boolean) { node, compilation in
    compilation.subschema.isDeprecated = node.resolved == .bool(true)
    return nil
  }

  /// `readOnly: true` (section 9.4).
  static let readOnly = Keyword("readOnly", .boolean) { _, _ in nil }

  /// `writeOnly: true` (section 9.4).
  static let writeOnly = Keyword("writeOnly", .boolean) { _, _ in nil }

  /// `examples: [250000]` (section 9.5).
  static let examples = Keyword("examples", .list) { node, compilation in
    compilation.subschema.examples = node.sequence ?? []
    return nil
  }
}
