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
    while true {
      index = endOfPlainBlocks(in: raw, from: index)
      guard index < text.count else { break }
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

  /// The end of the blocks, from an offset on, that hold nothing but LF and ASCII that can be printed: most of a text.
  ///
  /// Without branches for each byte, it becomes a few instructions for sixteen bytes.
  private static func endOfPlainBlocks(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let first = text.baseAddress else { return start }
    let length = 32
    var offset = start
    while text.count - offset >= length {
      let block = first + offset
      var strange: UInt8 = 0
      for place in 0..<length {
        let byte = block.load(fromByteOffset: place, as: UInt8.self)
        strange |= (byte &- 0x20 > 0x5E ? 1 : 0) & (byte != 0x0A ? 1 : 0)
      }
      guard strange == 0 else { break }
      offset += length
    }
    return offset
  }
}
