package import SourceText

/// The default rule pack, carried inside the binary: `rules/ppj` as it stood when this was built.
package enum EmbeddedPack {
  /// The pack's files, with paths relative to its folder.
  package static var files: [SourceFile] {
    PackText.files.map { file in
      let text = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      return SourceFile(path: "\(file.path)", bytes: Array(text))
    }
  }
}
