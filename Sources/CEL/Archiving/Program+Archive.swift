package import Archive

extension Program {
  /// Writes the program, without the parsed text.
  ///
  /// - Throws: `NotArchivable` when it holds something that an archive has no form for.
  package func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    type.write(to: &archive)
    archive.write(references.variables) { $0.write(Int($1.index)) }
    archive.write(references.fields) { archive, field in
      archive.write(field.structure)
      archive.write(field.name)
    }
    try code.write(to: &archive)
    archive.write(Int(root.index))
  }

  /// Reads a program that was compiled with the types and functions of `context`.
  package convenience init(from archive: inout ArchiveReader, _ context: CELArchive) {
    let type = CELType(from: &archive)
    var references = References()
    references.variables = archive.items { VariableID(index: $0.int32()) }
    references.fields = archive.items { archive in
      let structure = archive.text()
      return References.Field(structure: structure, name: archive.text())
    }
    let code = Code(from: &archive, context)
    self.init(
      source: code.source,
      type: type,
      expression: nil,
      references: references,
      code: code,
      root: NodeID(archive.int())
    )
  }
}

extension VariableID {
  /// Writes the variable, as its environment numbers it.
  package func write(to archive: inout ArchiveWriter) {
    archive.write(Int(index))
  }

  /// Reads a variable.
  package init(from archive: inout ArchiveReader) {
    index = archive.int32()
  }
}
