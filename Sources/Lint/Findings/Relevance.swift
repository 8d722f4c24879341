package import CEL

extension CompiledRule {
  /// The fields by which the rule decides whether it applies at all: those that its `when` reads, itself or through variables.
  ///
  /// Leaving such a field out may take the rule out of the score; leaving out any other never raises `low`.
  package var fieldsOfRelevance: Set<Program.References.Field> {
    var fields: Set<Program.References.Field> = []
    var pending = [when].compactMap { $0 }
    var seen: Set<VariableID> = []
    while let program = pending.popLast() {
      fields.formUnion(program.references.fields)
      for variable in program.references.variables where seen.insert(variable).inserted {
        pending += slots.variables.filter { $0.id == variable }.map(\.program)
      }
    }
    return fields
  }
}
