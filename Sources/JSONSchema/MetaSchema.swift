import SourceText
import YAML

/// The schema of schemas, made from the same table that compiles them (core, section 8.1.1).
///
/// Known by the specification's own URI, so a schema may refer to it and nothing is fetched.
enum MetaSchema {
  static let uri = "https://json-schema.org/draft/2020-12/schema"

  static func node() -> Node {
    let properties = Vocabulary.keywords.map { (key: $0.name, value: $0.value.schema) }
    return mapping([
      ("$id", text(uri)),
      ("type", sequence([text("object"), text("boolean")])),
      ("properties", mapping(properties)),
    ])
  }

  fileprivate static func text(_ text: String) -> Node {
    Node(kind: .scalar(Scalar(text, style: .doubleQuoted)), range: SourceRange(0, 0))
  }

  fileprivate static func plain(_ text: String) -> Node {
    Node(kind: .scalar(Scalar(text)), range: SourceRange(0, 0))
  }

  fileprivate static func sequence(_ items: [Node]) -> Node {
    Node(kind: .sequence(items), range: SourceRange(0, 0))
  }

  fileprivate static func mapping(_ entries: KeyValuePairs<String, Node>) -> Node {
    mapping(Array(entries))
  }

  fileprivate static func mapping(_ entries: [(key: String, value: Node)]) -> Node {
    let entries = entries.map { Node.Entry(key: text($0.key), value: $0.value) }
    return Node(kind: .mapping(entries), range: SourceRange(0, 0))
  }
}

extension Shape {
  /// The shape as a schema.
  fileprivate var schema: Node {
    typealias Meta = MetaSchema
    let itself = Meta.mapping(["$ref": Meta.text("#")])
    func typed(_ name: String, _ more: (key: String, value: Node)...) -> Node {
      Meta.mapping([("type", Meta.text(name))] + more)
    }
    return switch self {
    case .anything: Meta.plain("true")
    case .text: typed("string")
    case .identifier: typed("string", ("pattern", Meta.text("^[^#]*#?$")))
    case .anchor: typed("string", ("pattern", Meta.text("^[A-Za-z_][-A-Za-z0-9._]*$")))
    case .boolean: typed("boolean")
    case .number: typed("number")
    case .positiveNumber: typed("number", ("exclusiveMinimum", Meta.plain("0")))
    case .count: typed("integer", ("minimum", Meta.plain("0")))
    case .types:
      Meta.mapping([
        "anyOf": Meta.sequence([
          Meta.mapping(["enum": Meta.sequence(TypeSet.any.names.map(Meta.text))]),
          typed(
            "array",
            ("items", Meta.mapping(["enum": Meta.sequence(TypeSet.any.names.map(Meta.text))])),
            ("minItems", Meta.plain("1")),
            ("uniqueItems", Meta.plain("true"))
          ),
        ])
      ])
    case .list: typed("array")
    case .names: typed("array", ("items", typed("string")), ("uniqueItems", Meta.plain("true")))
    case .namesByName: typed("object", ("additionalProperties", Shape.names.schema))
    case .schema: itself
    case .schemas: typed("array", ("items", itself), ("minItems", Meta.plain("1")))
    case .schemasByName, .schemasByPattern: typed("object", ("additionalProperties", itself))
    }
  }
}
