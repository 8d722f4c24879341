import YAML

/// What `properties`, `patternProperties` and `additionalProperties` of one schema ask together.
///
/// The last looks at what the other two leave (JSON Schema 2020-12 core, section 10.3.2.3), so the three go
/// over an object in one pass, which the last of them that is present makes.
private struct Members {
  var names = NameTable([])
  var schemas: [Schema.ID] = []
  var patterns: [(pattern: Pattern, schema: Schema.ID)] = []
  var additional: Additional?

  func check(_ instance: borrowing Instance, _ evaluation: inout Evaluation) {
    let entries = instance.object ?? []
    for index in entries.indices {
      var isKnown = false
      if let name = entries[index].name {
        if let place = names.place(of: name) {
          isKnown = true
          evaluation.apply(schemas[place], toEntry: index, of: entries)
        }
        for row in patterns where row.pattern.matches(name) {
          isKnown = true
          evaluation.apply(row.schema, toEntry: index, of: entries)
        }
      }
      if isKnown {
        evaluation.markEvaluated(index)
      } else {
        additional?.check(index, of: entries, &evaluation)
      }
    }
  }
}

/// A schema for entries that no other keyword looks at; where it is `false`, their keys are in the way.
struct Additional {
  private let schema: Schema.ID
  private let isClosed: Bool

  init(_ schema: Schema.ID, _ compilation: Compilation) {
    self.schema = schema
    isClosed = compilation.subschemas[schema.index].boolean == false
  }

  func check(_ index: Int, of entries: [Node.Entry], _ evaluation: inout Evaluation) {
    if isClosed {
      let entry = entries[index]
      evaluation.report(
        .unknownProperty(key: entry.key),
        entry.value,
        at: index,
        pointingTo: entry.key.range
      )
    } else {
      evaluation.apply(schema, toEntry: index, of: entries)
    }
    evaluation.markEvaluated(index)
  }
}

extension Compilation {
  /// The pass over an object's entries; nil when it is left to one of `others`, which come later.
  func members(unlessAt others: [Keyword]) -> Check.Run? {
    guard others.allSatisfy({ sibling($0) == nil }) else { return nil }
    var members = Members()
    members.names = NameTable(subschema.properties.map(\.name))
    members.schemas = subschema.properties.map(\.schema)
    for property in subschema.patternProperties {
      guard let pattern = compiledPattern(property.name) else { continue }
      members.patterns.append((pattern, property.schema))
    }
    members.additional = subschema.additionalProperties.map { Additional($0, self) }
    return members.check
  }
}
