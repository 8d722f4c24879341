package import Archive

extension CELType {
  private enum Tag: Int {
    case null, bool, int, uint, double, string, bytes, timestamp, duration, date, enumeration
    case list, map, optional, structure, type, dyn, nullable, abstract, parameter, free
  }

  /// Writes the type.
  package func write(to archive: inout ArchiveWriter) {
    func tag(_ tag: Tag) { archive.write(tag.rawValue) }
    switch self {
    case .null: tag(.null)
    case .bool: tag(.bool)
    case .int: tag(.int)
    case .uint: tag(.uint)
    case .double: tag(.double)
    case .string: tag(.string)
    case .bytes: tag(.bytes)
    case .timestamp: tag(.timestamp)
    case .duration: tag(.duration)
    case .date: tag(.date)
    case .dyn: tag(.dyn)
    case .enumeration(let words):
      tag(.enumeration)
      archive.write(texts: words)
    case .list(let element):
      tag(.list)
      element.write(to: &archive)
    case .map(let key, let value):
      tag(.map)
      key.write(to: &archive)
      value.write(to: &archive)
    case .optional(let wrapped):
      tag(.optional)
      wrapped.write(to: &archive)
    case .structure(let name):
      tag(.structure)
      archive.write(name)
    case .type(let described):
      tag(.type)
      described.write(to: &archive)
    case .nullable(let wrapped):
      tag(.nullable)
      wrapped.write(to: &archive)
    case .abstract(let name, let parameters):
      tag(.abstract)
      archive.write(name)
      archive.write(parameters) { $1.write(to: &$0) }
    case .parameter(let name):
      tag(.parameter)
      archive.write(name)
    case .free(let number):
      tag(.free)
      archive.write(number)
    }
  }

  /// Reads a type.
  package init(from archive: inout ArchiveReader) {
    switch Tag(rawValue: archive.int()) {
    case .null: self = .null
    case .bool: self = .bool
    case .int: self = .int
    case .uint: self = .uint
    case .double: self = .double
    case .string: self = .string
    case .bytes: self = .bytes
    case .timestamp: self = .timestamp
    case .duration: self = .duration
    case .date: self = .date
    case .enumeration: self = .enumeration(archive.texts())
    case .list: self = .list(CELType(from: &archive))
    case .map: self = .map(CELType(from: &archive), CELType(from: &archive))
    case .optional: self = .optional(CELType(from: &archive))
    case .structure: self = .structure(archive.text())
    case .type: self = .type(CELType(from: &archive))
    case .nullable: self = .nullable(CELType(from: &archive))
    case .abstract: self = .abstract(archive.text(), archive.items { CELType(from: &$0) })
    case .parameter: self = .parameter(archive.text())
    case .free: self = .free(archive.int())
    case .dyn, nil: self = .dyn
    }
  }
}

extension StructType {
  /// Writes the shape; what its fields hold is told by its schema.
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(fields) { archive, field in
      archive.write(field.name)
      field.type.write(to: &archive)
    }
  }

  /// Reads a shape.
  package convenience init(from archive: inout ArchiveReader) {
    let name = archive.text()
    self.init(
      name: name,
      fields: archive.items { archive in
        let name = archive.text()
        return Field(name, CELType(from: &archive))
      }
    )
  }
}
