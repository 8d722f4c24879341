/// A text under check, with the name it is shown by.
///
/// The bytes are UTF-8. Reading the file, and refusing what is not UTF-8, is the caller's work.
package struct SourceFile: Sendable {
  /// The path as the user gave it; never made absolute.
  package let path: String
  package let bytes: [UInt8]
  private let lines: LineTable

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  package var lineCount: Int { lines.lineCount }

  package var range: SourceRange { SourceRange(0, bytes.count) }

  /// The text of a range; parts outside the file are left out.
  package func text(in range: SourceRange) -> String {
    let range = range.clamped(to: self.range)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// The line, counted from 1, that holds `offset`.
  package func line(at offset: Int) -> Int { lines.line(at: offset) }

  /// The line and column at which `offset` stands.
  package func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    let start = lines.range(ofLine: line).start
    let column = bytes[start..<offset].reduce(into: 1) { column, byte in
      // Every code point has one byte that does not continue another.
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    return SourceLocation(line: line, column: column)
  }

  /// The text of a line counted from 1, without its line end.
  package func line(_ number: Int) -> String {
    text(in: contentRange(ofLine: number))
  }

  /// The offsets of a line counted from 1, without its line end.
  package func contentRange(ofLine number: Int) -> SourceRange {
    var range = lines.range(ofLine: number)
    while range.end > range.start, bytes[range.end - 1] == 0x0A || bytes[range.end - 1] == 0x0D {
      range.end -= 1
    }
    return range
  }
}
