package import Archive

extension Program {
  /// Writes the program, without the parsed text.
  ///
  /// - Throws: `NotArchivable` when it holds something that an archive has no form for.
  package func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    type.write(to: &archive)
    archive.write(variablesRead) { $1.write(to: &$0) }
    archive.write { archive in
      archive.write(references.fields) { archive, field in
        archive.write(field.structure)
        archive.write(field.name)
      }
    }
    archive.write(Int(root.index))
    try code.write(to: &archive)
  }

  /// Reads a program that was compiled with the types and functions of `context`.
  package convenience init(from archive: inout ArchiveReader, _ context: CELArchive) {
    let type = CELType(from: &archive)
    let variables = archive.items { VariableID(from: &$0) }
    let fields = archive.part()
    self.init(
      type: type,
      expression: nil,
      variablesRead: variables,
      fieldsRead: {
        var archive = fields
        return archive.items { archive in
          let structure = archive.text()
          return References.Field(structure: structure, name: archive.text())
        }
      },
      root: NodeID(archive.int()),
      code: Code(from: &archive, context)
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
