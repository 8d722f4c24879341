import Archive
import CEL

extension PlanSchema {
  /// Writes the shapes, by which plans are read and expressions typed.
  func write(to archive: inout ArchiveWriter) {
    archive.write(structures) { $1.write(to: &$0) }
    archive.write(shapes) { archive, shape in
      shape.type.write(to: &archive)
      shape.kind.write(to: &archive)
    }
    archive.write(root)
    forms.write(to: &archive)
    archive.write(optional: scheme) { $0.write($1) }
  }

  /// Reads shapes; the schema itself comes from its source.
  init(from archive: inout ArchiveReader, source: PlanSchemaSource) {
    let structures = archive.items { StructType(from: &$0) }
    let types = Dictionary(structures.map { ($0.name, $0) }) { first, _ in first }
    self.init(
      source: source,
      shapes: archive.items { archive in
        let type = CELType(from: &archive)
        return PlanShape(kind: PlanShape.Kind(from: &archive, types), type: type)
      },
      root: archive.int(),
      forms: FormTable(from: &archive, types),
      scheme: archive.optional { $0.int() },
      structures: structures
    )
  }
}

extension PlanShape.Kind {
  private enum Tag: Int {
    case object, list, map, scalar
  }

  fileprivate func write(to archive: inout ArchiveWriter) {
    switch self {
    case .object(let object):
      archive.write(Tag.object.rawValue)
      archive.write(object.type.name)
      archive.write(object.fields) { $0.write($1) }
    case .list(let item):
      archive.write(Tag.list.rawValue)
      archive.write(item)
    case .map(let item):
      archive.write(Tag.map.rawValue)
      archive.write(item)
    case .scalar(let scalar):
      archive.write(Tag.scalar.rawValue)
      archive.write(optional: scalar.format) { $0.write(choice: $1) }
      archive.write(optional: scalar.words) { $0.write(texts: $1.sorted()) }
      archive.write(optional: scalar.target)
    }
  }

  fileprivate init(from archive: inout ArchiveReader, _ types: [String: StructType]) {
    switch Tag(rawValue: archive.int()) {
    case .object:
      guard let type = types[archive.text()] else {
        preconditionFailure("a shape's type is among the schema's")
      }
      self = .object(PlanObject(type: type, fields: archive.items { $0.int() }))
    case .list: self = .list(archive.int())
    case .map: self = .map(archive.int())
    case .scalar, nil:
      self = .scalar(
        PlanScalar(
          format: archive.optional { $0.choice(DutchFormat.self) },
          words: archive.optional { Set($0.texts()) },
          target: archive.optionalText()
        )
      )
    }
  }
}
