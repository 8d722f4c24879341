package import SourceText

/// What is wrong with a schema, before anybody words it.
package struct SchemaError: Error, Hashable, Sendable {
  /// One case for each thing that a schema's author can get wrong.
  package enum Kind: Hashable, Sendable {
    /// Neither a mapping nor `true` or `false`.
    case notASchema
    /// A keyword that neither this module nor the dialect has; `nearest` is one that it could be.
    case unknownKeyword(String, nearest: String?)
    /// A keyword, or an entry of one, with a value of the wrong form.
    case badValue(keyword: String, expected: Shape)
    /// The same value twice where the keyword wants each once.
    case repeatedValue(keyword: String, String)
    /// `$schema` names another draft than 2020-12.
    case unknownDialect(String)
    /// A regular expression that RE2 does not take; `problem` is its own wording.
    case badPattern(String, problem: String)
    /// A `format` that the dialect does not list.
    case unknownFormat(String, nearest: String?)
    /// A `$ref` into this document that leads nowhere.
    case unresolvedReference(String, nearest: String?)
    /// A `$ref` to another document: those are never fetched.
    case remoteReference(String)
    /// A `$ref` that comes back to itself without going into the value.
    case endlessReference(String)
    /// An `$id` or `$anchor` that an earlier subschema has.
    case repeatedIdentifier(String)
    /// Schemas, or values of `enum` and `const`, that nest beyond the limit.
    case tooDeep(limit: Int)
  }

  /// What is wrong, with what a wording needs.
  package let kind: Kind
  /// In the schema's text.
  package let range: SourceRange

  init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Everything that is wrong with one schema, in the order of its text.
package struct SchemaErrors: Error, Sendable {
  /// Never empty.
  package let errors: [SchemaError]
  /// The schema's text, in which the ranges are.
  package let file: SourceFile

  init(_ errors: [SchemaError], in file: SourceFile) {
    self.errors = errors.enumerated()
      .sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }
      .map(\.element)
    self.file = file
  }

  /// The errors as they are shown.
  package var diagnostics: [Diagnostic] {
    errors.map { Diagnostic($0.message, help: $0.help, file: file, range: $0.range) }
  }
}

extension SchemaErrors: CustomStringConvertible {
  /// One line for each: `path:line:column: message`.
  package var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
