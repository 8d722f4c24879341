package import SourceText

/// The top-level keys of a text that is a mapping, found without parsing it.
///
/// When a syntax error keeps the whole from being read, each section can still be read alone.
package struct Sections: Sendable {
  package struct Section: Hashable, Sendable {
    package let name: String
    package let key: SourceRange
    /// From the key up to the next top-level key.
    package let range: SourceRange
  }

  /// In the order of the text.
  package let all: [Section]

  /// Finds lines that begin, without indentation, with a name and a colon.
  package init(of file: SourceFile) {
    var starts: [(name: String, key: SourceRange)] = []
    for line in 1...file.lineCount {
      let range = file.contentRange(ofLine: line)
      if let key = Self.key(in: file.bytes[range.start..<range.end]) {
        starts.append((key.name, SourceRange(range.start + key.offset, range.start + key.end)))
      }
    }
    let ends = starts.dropFirst().map(\.key.start) + [file.bytes.count]
    all = zip(starts, ends).map { start, end in
      Section(name: start.name, key: start.key, range: SourceRange(start.key.start, end))
    }
  }

  private static func key(
    in line: ArraySlice<UInt8>
  ) -> (name: String, offset: Int, end: Int)? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let offset = line.starts(with: mark) ? mark.count : 0
    let text = line.dropFirst(offset)
    let name = text.prefix { isNameByte($0) }
    guard let first = name.first, isLetter(first) else { return nil }
    let rest = text.dropFirst(name.count)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    guard let next = rest.dropFirst().first else {
      return (String(decoding: name, as: UTF8.self), offset, offset + name.count)
    }
    guard next == 0x20 || next == 0x09 else { return nil }
    return (String(decoding: name, as: UTF8.self), offset, offset + name.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
