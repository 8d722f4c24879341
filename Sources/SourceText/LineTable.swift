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
      while index < bytes.count {
        // Most stretches of eight bytes end no line.
        if index + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if !word.hasByte(0x0A), !word.hasByte(0x0D) {
            index += 8
            continue
          }
        }
        for _ in index..<min(index + 8, bytes.count) {
          let byte = bytes[index]
          index += 1
          if byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)) {
            starts.append(index)
          }
        }
      }
    }
    self.starts = starts
    self.end = bytes.count
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

extension UInt64 {
  /// Whether one of its eight bytes has this value: the one that differs from it in no bit borrows when 1 is taken off.
  fileprivate func hasByte(_ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = self ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & (ones << 7) != 0
  }
}
