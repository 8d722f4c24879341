package import CEL

extension CompiledRule {
  /// The fields by which the rule decides whether it applies at all: those that its `when` reads, itself or through variables.
  ///
  /// Leaving such a field out may take the rule out of the score; leaving out any other never raises `low`. A rule with
  /// several `given` passes over those that are absent, so for it they decide too.
  package var fieldsOfRelevance: Set<Program.References.Field> {
    fields(readBy: [body.when].compactMap { $0 } + (given.count > 1 ? given : []))
  }

  /// All fields that the verdict hangs on.
  package var fieldsRead: Set<Program.References.Field> {
    fields(readBy: given + [body.when, body.assertion].compactMap { $0 })
  }

  /// The fields that programs read, themselves or through variables.
  private func fields(readBy programs: [Program]) -> Set<Program.References.Field> {
    var fields: Set<Program.References.Field> = []
    var pending = programs
    var seen: Set<VariableID> = []
    while let program = pending.popLast() {
      fields.formUnion(program.references.fields)
      for typed in retyped(program) { fields.formUnion(typed.references.fields) }
      for variable in program.references.variables where seen.insert(variable).inserted {
        pending += body.variables.filter { $0.id == variable }.map(\.program)
      }
    }
    return fields
  }

  /// The program once for each type that `this` has, when it has several: the fields of `dyn` are those of none.
  private func retyped(_ program: Program) -> [Program] {
    guard given.count > 1, program.references.variables.contains(slots.this) else { return [] }
    let types = given.map { given -> CELType in
      if case .list(let element) = given.type { element } else { given.type }
    }
    return types.compactMap { type in
      try? environment?.adding(variables: [("this", type)]).compile(program.source).get()
    }
  }
}
