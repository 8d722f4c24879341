/// What one keyword of one subschema asserts of an instance.
struct Check: Sendable {
  typealias Run = @Sendable (borrowing Instance, inout Evaluation) -> Void

  /// Empty for `false` as a schema.
  let keyword: String
  let types: TypeSet
  let run: Run
}

/// What one subschema asserts.
struct Program: Sendable {
  /// Where the work begins: the subschema itself, or what its `$ref` leads to when it does nothing else.
  let entry: Schema.ID
  /// The places of its checks among those of the schema.
  let checks: Range<Int>
}

extension Compilation {
  /// All checks in one list, and where those of each subschema are.
  ///
  /// Only for schemas without errors: an endless reference would never be followed to its end.
  func linked() -> ([Check], [Program]) {
    var programs: [Program] = []
    var start = 0
    for (index, own) in checks.enumerated() {
      let entry = entry(of: Schema.ID(index: index))
      programs.append(Program(entry: entry, checks: start..<start + own.count))
      start += own.count
    }
    return (checks.flatMap { $0 }, programs)
  }

  private func entry(of id: Schema.ID) -> Schema.ID {
    var id = id
    while checks[id.index].count == 1, checks[id.index][0].keyword == Keyword.ref.name,
      let target = subschemas[id.index].reference
    {
      id = target
    }
    return id
  }
}
