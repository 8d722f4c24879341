#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where each line of a text begins, to turn offsets into lines and back.
///
/// Lines end at LF, CRLF or a lone CR, as editors count them. U+2028 and U+0085 are no line ends here,
/// though YAML 1.1 readers take them as such.
package struct LineTable: Sendable {
  private let starts: [Int]
  private let end: Int

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 1)
    bytes.withUnsafeBytes { text in
      if text.first(0x0D, from: 0) == nil {
        Self.noteLineFeeds(in: text, &starts)
      } else {
        Self.noteLineEnds(in: text, &starts)
      }
    }
    self.starts = starts
    self.end = bytes.count
  }

  /// Notes the line behind each LF.
  private static func noteLineFeeds(in text: UnsafeRawBufferPointer, _ starts: inout [Int]) {
    while let end = text.first(0x0A, from: starts[starts.count - 1]) { starts.append(end + 1) }
  }

  /// Notes the line behind each LF or CR; a CR before an LF ends none.
  private static func noteLineEnds(in text: UnsafeRawBufferPointer, _ starts: inout [Int]) {
    for (index, byte) in text.enumerated() {
      let next = index + 1
      let isBeforeLF = next < text.count && text[next] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isBeforeLF) { starts.append(next) }
    }
  }

  package var lineCount: Int { starts.count }

  /// The line, counted from 1, that holds `offset`; offsets outside the text go to the nearest line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offsets of a line counted from 1, its line end included.
  package func range(ofLine line: Int) -> SourceRange {
    let index = min(max(line, 1), starts.count) - 1
    return SourceRange(starts[index], index + 1 < starts.count ? starts[index + 1] : end)
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands first from an offset on; nil when it does not.
  package func first(_ byte: UInt8, from offset: Int) -> Int? {
    guard let start = baseAddress, offset < count else { return nil }
    return memchr(start + offset, Int32(byte), count - offset).map { UnsafeRawPointer($0) - start }
  }
}
