package import SourceText
package import YAML

/// A schema, compiled once: all its subschemas side by side, so that recursion by `$ref` is only an id.
///
/// Follows JSON Schema 2020-12 for the keywords of `Vocabulary`; anything else is refused by name.
package struct Schema: Sendable {
  /// Names one subschema of one schema.
  package struct ID: Hashable, Sendable {
    /// The place among the schema's subschemas, from 0; for tables kept beside the schema.
    package let index: Int
  }

  /// The subschema that stands for the whole document.
  package let root: ID
  private let subschemas: [Subschema]
  /// What the subschemas assert, those of one subschema together.
  let checks: [Check]
  /// Where the checks of each subschema are, by `ID.index`.
  let programs: [Program]
  /// The names of `format`, in the order in which checks refer to them.
  let formats: [String]
  /// Whether any `unevaluated…` asks which members the other keywords have looked at.
  let tracksEvaluation: Bool

  /// Compiles the schema in `node`, a value of `file`.
  ///
  /// - Throws: everything that is wrong with it, in the order of its text.
  package init(
    _ node: Node,
    in file: SourceFile,
    dialect: Dialect = Dialect()
  ) throws(SchemaErrors) {
    var compilation = Compilation(node, dialect: dialect)
    root = compilation.run()
    guard compilation.errors.isEmpty else {
      throw SchemaErrors(compilation.errors, in: file)
    }
    subschemas = compilation.subschemas
    (checks, programs) = compilation.linked()
    formats = compilation.formats
    tracksEvaluation = compilation.tracksEvaluation
  }

  /// What one of its subschemas says.
  package subscript(id: ID) -> Subschema { subschemas[id.index] }

  /// The keywords by which one of its subschemas asserts anything, in the order of checking; `false` is an empty name.
  ///
  /// Of `properties`, `patternProperties` and `additionalProperties`, which work together, only the last is named.
  package func assertions(of id: ID) -> [String] {
    programs[id.index].checks.map { checks[$0].keyword }
  }

  /// All subschemas, each parent before its children.
  package var ids: [ID] { subschemas.indices.map(ID.init) }

  /// The subschema and what its `$ref` leads to, the nearest first.
  package func chain(from id: ID) -> [Subschema] {
    var chain: [Subschema] = []
    var next: ID? = id
    while let id = next {
      chain.append(self[id])
      next = self[id].reference
    }
    return chain
  }

  /// The subschema completed with what it says by `$ref`; what stands nearer goes first.
  ///
  /// For readers of typed values: title, type and properties, wherever they were written. A validator
  /// must not do this, since both subschemas hold, each on its own.
  package func effective(_ id: ID) -> Subschema {
    var chain = chain(from: id)
    var result = chain.removeFirst()
    for subschema in chain { result.complete(with: subschema) }
    return result
  }
}
