import SourceText
import YAML

/// Reads `pack.yaml`, but for the scheme facts, which the schema types.
struct PackHeaderReader {
  private var fields: FieldReader
  private let file: SourceFile

  static func read(_ node: Node, in file: SourceFile) -> (PackHeader?, [Diagnostic]) {
    var reader = PackHeaderReader(fields: FieldReader(node, in: file, what: "a pack"), file: file)
    let header = reader.header()
    reader.fields.finish()
    return (header, reader.fields.diagnostics)
  }

  private mutating func header() -> PackHeader? {
    let id = fields.requiredString("id")
    let version = fields.requiredString("version")
    let title = fields.localized("title")
    _ = fields.items("languages")
    _ = fields.optional("schemes")
    let lessons = each("lessons", what: "a lesson") { reader -> Lesson? in
      let id = reader.requiredString("id")
      let weight = reader.int("weight") ?? 1
      let title = reader.localized("title")
      let description = reader.localized("description")
      guard let id, let title, let description else { return nil }
      return Lesson(id: id, weight: weight, title: title, description: description)
    }
    let sources = each("sources", what: "a source") { reader -> Source? in
      let id = reader.requiredString("id")
      let title = reader.requiredString("title")
      let date = reader.string("date")
      let publisher = reader.requiredString("publisher")
      let url = reader.string("url")
      let sections = reader.items("sections").compactMap(\.text)
      guard let id, let title, let publisher else { return nil }
      return Source(
        id: id,
        title: title,
        date: date,
        publisher: publisher,
        url: url,
        sections: sections
      )
    }
    let bands = each("bands", what: "a band") { reader -> Band? in
      let from = reader.number("from")
      let title = reader.localized("title")
      guard let from, let title else { return nil }
      return Band(from: from, title: title)
    }
    guard let id, let version, let title else { return nil }
    return PackHeader(
      id: id,
      version: version,
      title: title,
      lessons: lessons,
      sources: sources,
      bands: bands.sorted { $0.from < $1.from }
    )
  }

  private mutating func each<Item>(
    _ key: String,
    what: String,
    read: (inout FieldReader) -> Item?
  ) -> [Item] {
    _ = fields.required(key)
    return fields.items(key).compactMap { node in
      var reader = FieldReader(node, in: file, what: what)
      let item = read(&reader)
      reader.finish()
      fields.add(reader.diagnostics)
      return item
    }
  }
}
