package import SourceText

extension Parser {
  /// Walks over the events of a file; nil, without a walk, when the file is not read exactly as it stands.
  ///
  /// That is so for what is larger than the limit, is no UTF-8, holds characters that YAML does not allow, or has marks
  /// of a word processor that may stand for plain ones.
  package func walk<Result>(
    _ file: SourceFile,
    _ body: (inout EventWalk) -> Result?
  ) -> Result? {
    guard file.bytes.count <= limits.bytes else { return nil }
    return file.bytes.withUnsafeBufferPointer { text in
      guard PlainText.isPlain(text) else { return nil }
      var walk = EventWalk(text, readAs: text, at: 0)
      return body(&walk)
    }
  }
}

/// Tells whether a text is read exactly as it stands, without a substitute.
private enum PlainText {
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var mayHoldMarks = false
    var index = 0
    while index < text.count {
      if let word = ByteWord(raw, at: index), word.isPrintableASCIIOrLineFeed {
        index += ByteWord.length
        continue
      }
      // Up to the end of the word, and of the character that goes over it.
      let end = min(index + ByteWord.length, text.count)
      while index < end {
        guard SubstituteText.unreadable(text, at: index) == nil else { return false }
        if text[index] < 0x80 {
          index += 1
        } else {
          let length = TextDecoding.characterLength(in: text, at: index)
          guard length > 0 else { return false }
          mayHoldMarks = mayHoldMarks || PastedMarkFinder.mayBeMark(text, at: index)
          index += length
        }
      }
    }
    return !mayHoldMarks || PastedMarkFinder.marks(in: text).isEmpty
  }
}
