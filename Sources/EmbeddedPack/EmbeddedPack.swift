import Archive
package import Lint
package import SourceText

/// The default rule pack, carried inside the binary: `rules/ppj` as it stood when this was built.
package enum EmbeddedPack {
  /// The pack's id, from the top of its `pack.yaml`.
  package static var id: String {
    let header = PackText.files.first { "\($0.path)" == "pack.yaml" }.map { "\($0.text)" } ?? ""
    let line = header.split(separator: "\n").first { $0.hasPrefix("id: ") }
    return line.map { String($0.dropFirst(4)) } ?? ""
  }

  /// The pack's version.
  package static var version: String { "\(PackText.version)" }

  /// The pack's files, with paths relative to its folder.
  package static var files: [SourceFile] {
    PackText.files.map { SourceFile(path: "\($0.path)", bytes: Array(bytes(of: $0.text))) }
  }

  /// The pack, ready to judge: it was compiled when this was built.
  ///
  /// It has neither the rules' tests nor their places in the files; who needs those loads `files`.
  package static let pack = read()

  /// Reads the pack out of the binary; `pack` does so once.
  package static func read() -> RulePack {
    var archive = ArchiveReader(bytes(of: PackText.archive))
    return RulePack(
      from: &archive,
      schema: PlanSchemaSource(proven: {
        let schema = PackText.files.first { "\($0.path)" == PackLoader.schemaName }
        return SourceFile(
          path: PackLoader.schemaName,
          bytes: schema.map { Array(bytes(of: $0.text)) } ?? []
        )
      })
    )
  }

  private static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
