extension SchemaError {
  /// One sentence in English: a schema is input of ours, not of the people whose plans we check.
  package var message: String {
    switch kind {
    case .notASchema: "expected a schema: a mapping, true or false"
    case .unknownKeyword(let name, _): "unknown keyword \"\(name)\""
    case .badValue(let keyword, let expected): "\"\(keyword)\" must be \(expected.phrase)"
    case .repeatedValue(let keyword, let value): "\"\(keyword)\" has \"\(value)\" twice"
    case .unknownDialect(let uri):
      "\"$schema\" must be \"\(MetaSchema.uri)\", not \"\(uri)\""
    case .badPattern(let pattern, let problem):
      "pattern \"\(pattern)\" does not compile: \(problem)"
    case .unknownFormat(let name, _): "unknown format \"\(name)\""
    case .unresolvedReference(let text, _): "\"$ref\" leads nowhere: \"\(text)\""
    case .remoteReference(let text):
      "\"$ref\" to another document, which is never fetched: \"\(text)\""
    case .endlessReference(let text): "\"$ref\" comes back to itself: \"\(text)\""
    case .repeatedIdentifier(let text): "identifier \"\(text)\" is given twice"
    case .tooDeep(let limit): "nested deeper than \(limit)"
    }
  }

  /// What the author could have meant, as far as that can be told.
  package var help: String? {
    switch kind {
    case .unknownKeyword(_, let nearest?), .unknownFormat(_, let nearest?),
      .unresolvedReference(_, let nearest?):
      "did you mean \"\(nearest)\"?"
    case .unknownKeyword, .unknownFormat, .unresolvedReference, .notASchema, .badValue,
      .repeatedValue, .unknownDialect, .badPattern, .remoteReference, .endlessReference,
      .repeatedIdentifier, .tooDeep:
      nil
    }
  }
}

extension Shape {
  /// What goes behind "must be".
  fileprivate var phrase: String {
    switch self {
    case .anything: "a value"
    case .text: "a string"
    case .identifier: "a URI reference without a fragment"
    case .anchor: "a name of letters, digits, \"-\", \"_\" and \".\""
    case .boolean: "true or false"
    case .number: "a number"
    case .positiveNumber: "a number above 0"
    case .count: "a whole number from 0"
    case .types: "a type or a list of different types: \(TypeSet.any)"
    case .list: "a list"
    case .names: "a list of different names"
    case .namesByName: "a mapping from names to lists of different names"
    case .schema: "a schema"
    case .schemas: "a list of at least one schema"
    case .schemasByName, .schemasByPattern: "a mapping from names to schemas"
    }
  }
}
