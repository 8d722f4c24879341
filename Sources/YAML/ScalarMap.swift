package import SourceText

/// Where each byte of a scalar's text stands in the source: errors inside an expression point into its YAML.
///
/// Walks the source beside the text, passing over what reading took out: indentation, folded line ends,
/// quotes and escapes (YAML 1.2.2, chapters 7 and 8).
package struct ScalarMap: Sendable {
  private let offsets: [Int]

  /// - Parameters:
  ///   - node: a scalar of `file`.
  ///   - file: the text that the node was read from.
  package init(_ node: Node, in file: SourceFile) {
    let text = Array((node.text ?? "").utf8)
    let end = min(node.range.end, file.bytes.count)
    var source = Self.contentStart(of: node, in: file)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    let isDoubleQuoted = node.scalar?.style == .doubleQuoted
    for byte in text {
      while source < end, file.bytes[source] != byte {
        let found = file.bytes[source]
        if isDoubleQuoted, found == UInt8(ascii: "\\") {
          break
        }
        guard Self.isBlank(found) else { break }
        // A folded line end reads as a space: stay on it.
        if Self.isBlank(byte), Self.isLineEnd(found) { break }
        source += 1
      }
      offsets.append(min(source, end))
      if source < end {
        source = Self.next(after: source, reading: byte, in: file.bytes, end: end, isDoubleQuoted)
      }
    }
    offsets.append(min(source, end))
    self.offsets = offsets
  }

  /// The source range of a range of the text.
  package func range(_ range: SourceRange) -> SourceRange {
    let last = offsets.count - 1
    let start = offsets[min(range.start, last)]
    guard !range.isEmpty else { return SourceRange(start, start) }
    return SourceRange(start, offsets[min(range.end - 1, last)] + 1)
  }

  private static func contentStart(of node: Node, in file: SourceFile) -> Int {
    let start = min(node.range.start, file.bytes.count)
    switch node.scalar?.style {
    case .singleQuoted, .doubleQuoted: return start + 1
    case .literal, .folded:
      // Behind the header line: `|`, `>-` and the like.
      let rest = file.bytes[start...]
      return (rest.firstIndex(of: 0x0A) ?? rest.endIndex - 1) + 1
    default: return start
    }
  }

  private static func next(
    after source: Int,
    reading byte: UInt8,
    in bytes: [UInt8],
    end: Int,
    _ isDoubleQuoted: Bool
  ) -> Int {
    let found = bytes[source]
    if isDoubleQuoted, found == UInt8(ascii: "\\"), source + 1 < end {
      switch bytes[source + 1] {
      case UInt8(ascii: "x"): return min(source + 4, end)
      case UInt8(ascii: "u"): return byte & 0xC0 == 0x80 || byte < 0x80 ? source + 6 : source
      case UInt8(ascii: "U"): return byte & 0xC0 == 0x80 || byte < 0x80 ? source + 10 : source
      default: return source + 2
      }
    }
    if found == UInt8(ascii: "'"), byte == found, source + 1 < end, bytes[source + 1] == found {
      return source + 2
    }
    return source + 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }
}
