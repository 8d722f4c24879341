import JSONSchema
import SourceText
import Testing
import YAML

/// Schemas and instances for tests, read from YAML.
enum Fixture {
  static func node(_ text: String) throws -> Node {
    let result = Parser().parse(SourceFile(path: "text.yaml", text: text))
    try #require(result.problems.isEmpty, "\(result.problems)")
    return try #require(result.root)
  }

  /// The root of a text that need not be well-formed.
  static func read(_ text: String) -> Node {
    Parser().parse(SourceFile(path: "text.yaml", text: text)).root ?? Self.text("")
  }

  /// A string, however its text may look.
  static func text(_ text: String) -> Node {
    Node(kind: .scalar(Scalar(text, style: .doubleQuoted)), range: SourceRange(0, 0))
  }

  static func schema(_ text: String, dialect: Dialect = Dialect()) throws -> Schema {
    let file = SourceFile(path: "schema.yaml", text: text)
    return try Schema(try node(text), in: file, dialect: dialect)
  }

  static func violations(
    of text: String,
    by schema: String,
    options: Validator.Options = Validator.Options()
  ) throws -> [Violation] {
    Validator(try Self.schema(schema), options: options).validate(try node(text))
  }
}

extension Violation {
  /// The description behind the source text that it points to.
  func shown(in text: String) -> String {
    let place = SourceFile(path: "", text: text).text(in: range)
    return "\(self) | \(place)"
  }
}
