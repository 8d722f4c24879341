package import SourceText

/// The parts of a text that is a mapping, found without parsing it: a top-level key up to the next.
///
/// When a syntax error keeps the whole from being read, each section can still be read alone.
package struct Sections: Sendable {
  package struct Section: Hashable, Sendable {
    package let name: String
    package let key: SourceRange
    /// From the key up to the next top-level key.
    package let range: SourceRange
    /// False for a part that begins with something else than a name and a colon.
    let isKey: Bool
  }

  /// More than any honest text has; what comes after belongs to the last.
  private static let limit = 1000

  /// In the order of the text.
  package let all: [Section]

  /// Cuts before every line that begins, without indentation, with a letter, and before the first with anything.
  package init(of file: SourceFile) {
    var starts: [(name: String?, key: SourceRange)] = []
    for line in 1...file.lineCount where starts.count < Self.limit {
      let range = file.contentRange(ofLine: line)
      let text = file.bytes[range.start..<range.end]
      if let key = Self.key(in: text) {
        starts.append((key.name, SourceRange(range.start + key.offset, range.start + key.end)))
      } else if let first = text.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#"),
        starts.isEmpty || text.first.map(Self.isLetter) ?? false
      {
        starts.append((nil, range))
      }
    }
    let ends = starts.dropFirst().map(\.key.start) + [file.bytes.count]
    all = zip(starts, ends).map { start, end in
      Section(
        name: start.name ?? file.text(in: start.key),
        key: start.key,
        range: SourceRange(start.key.start, end),
        isKey: start.name != nil
      )
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

  /// Whether a name may begin with a byte; the spaces, dashes and quotes of Word begin with C2, E2 and E3.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xE3)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
