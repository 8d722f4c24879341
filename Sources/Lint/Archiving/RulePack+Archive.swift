package import Archive
package import CEL

extension RulePack {
  /// Writes the pack, compiled and ready to judge, so that it need not be compiled when it is used.
  ///
  /// The rules' tests, the places in their files and the text of the schema stay out of it.
  ///
  /// - Throws: `NotArchivable` when an expression holds what an archive has no form for.
  package func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    header.write(to: &archive)
    archive.write(digest)
    schema.write(to: &archive)
    archive.write(schemes.count)
    for (name, facts) in schemes.sorted(by: { $0.key < $1.key }) {
      archive.write(name)
      try facts.write(to: &archive)
    }
    archive.write(rules.count)
    for rule in rules { try rule.write(to: &archive) }
  }

  /// Reads a pack that this version of plantoets wrote.
  package init(from archive: inout ArchiveReader, schema source: PlanSchemaSource) {
    let header = PackHeader(from: &archive)
    let digest = archive.text()
    let schema = PlanSchema(from: &archive, source: source)
    let context = RuleArchive(schema)
    var schemes: [String: Value] = [:]
    for _ in 0..<archive.int() {
      let name = archive.text()
      schemes[name] = Value(from: &archive, context.logic)
    }
    self.init(
      header: header,
      digest: digest,
      schema: schema,
      rules: archive.items { CompiledRule(from: &$0, context) },
      schemes: schemes
    )
  }
}

extension PackHeader {
  fileprivate func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(version)
    title.write(to: &archive)
    archive.write(lessons) { archive, lesson in
      archive.write(lesson.id)
      archive.write(lesson.weight)
      lesson.title.write(to: &archive)
      lesson.description.write(to: &archive)
    }
    archive.write(sources) { archive, source in
      archive.write(source.id)
      archive.write(source.title)
      archive.write(optional: source.date)
      archive.write(source.publisher)
      archive.write(optional: source.url)
      archive.write(texts: source.sections)
    }
    archive.write(bands) { archive, band in
      archive.write(band.from)
      band.title.write(to: &archive)
    }
  }

  fileprivate init(from archive: inout ArchiveReader) {
    self.init(
      id: archive.text(),
      version: archive.text(),
      title: LocalizedText(from: &archive),
      lessons: archive.items { archive in
        Lesson(
          id: archive.text(),
          weight: archive.int(),
          title: LocalizedText(from: &archive),
          description: LocalizedText(from: &archive)
        )
      },
      sources: archive.items { archive in
        Source(
          id: archive.text(),
          title: archive.text(),
          date: archive.optionalText(),
          publisher: archive.text(),
          url: archive.optionalText(),
          sections: archive.texts()
        )
      },
      bands: archive.items { archive in
        let from = archive.double()
        return Band(from: from, title: LocalizedText(from: &archive))
      }
    )
  }
}
