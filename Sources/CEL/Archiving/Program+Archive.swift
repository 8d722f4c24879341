package import Archive

extension Program {
  /// Writes the program, without the parsed text, as a part that a reader puts off.
  ///
  /// - Throws: `NotArchivable` when it holds something that an archive has no form for.
  package func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    let content = content
    try archive.write { archive throws(NotArchivable) in
      content.type.write(to: &archive)
      archive.write(content.references.variables) { $1.write(to: &$0) }
      archive.write(content.references.fields) { archive, field in
        archive.write(field.structure)
        archive.write(field.name)
      }
      archive.write(Int(content.root.index))
      try content.code.write(to: &archive)
    }
  }

  /// Reads a program that was compiled with the types and functions of `context`.
  package convenience init(from archive: inout ArchiveReader, _ context: CELArchive) {
    let part = archive.part()
    self.init {
      var archive = part
      return Content(from: &archive, context)
    }
  }
}

extension Program.Content {
  fileprivate convenience init(from archive: inout ArchiveReader, _ context: CELArchive) {
    self.init(
      type: CELType(from: &archive),
      references: Program.References(
        variables: archive.items { VariableID(from: &$0) },
        fields: archive.items { archive in
          let structure = archive.text()
          return Program.References.Field(structure: structure, name: archive.text())
        }
      ),
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
