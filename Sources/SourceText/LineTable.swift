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
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while let word = ByteWord(bytes, at: index) {
        guard word.hasControl else {
          index += ByteWord.length
          continue
        }
        var ends = word.marks(of: 0x0A) | word.marks(of: 0x0D)
        while ends != 0 {
          Self.note(index + ends.trailingZeroBitCount / 8, in: bytes, &starts)
          ends &= ends - 1
        }
        index += ByteWord.length
      }
      while index < bytes.count {
        if bytes[index] == 0x0A || bytes[index] == 0x0D { Self.note(index, in: bytes, &starts) }
        index += 1
      }
    }
    self.starts = starts
    self.end = bytes.count
  }

  /// Notes the line behind an LF or CR; a CR before an LF ends none.
  @inline(__always)
  private static func note(_ end: Int, in bytes: UnsafeRawBufferPointer, _ starts: inout [Int]) {
    let next = end + 1
    if bytes[end] == 0x0A || next == bytes.count || bytes[next] != 0x0A { starts.append(next) }
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
