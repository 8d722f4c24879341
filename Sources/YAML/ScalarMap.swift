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
    let style = node.scalar?.style ?? .plain
    for byte in text {
      source = Self.skipUnread(from: source, before: byte, in: file.bytes, end: end, style: style)
      offsets.append(min(source, end))
      if source < end {
        source = Self.next(after: source, reading: byte, in: file.bytes, end: end, style: style)
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

  /// Passes over what stands in the source but not in the text, up to where `byte` was read from.
  private static func skipUnread(
    from start: Int,
    before byte: UInt8,
    in bytes: [UInt8],
    end: Int,
    style: Scalar.Style
  ) -> Int {
    var source = start
    while source < end, bytes[source] != byte {
      let found = bytes[source]
      if style == .doubleQuoted, found == UInt8(ascii: "\\") {
        // Only an escaped line end reads as nothing.
        guard source + 1 < end, isLineEnd(bytes[source + 1]) else { break }
      } else if !isBlank(found) || (isBlank(byte) && isLineEnd(found)) {
        // A folded line end reads as a space: stay on it.
        break
      }
      source += 1
    }
    return source
  }

  private static func next(
    after source: Int,
    reading byte: UInt8,
    in bytes: [UInt8],
    end: Int,
    style: Scalar.Style
  ) -> Int {
    let found = bytes[source]
    let following = source + 1 < end ? bytes[source + 1] : nil
    switch (style, found, following) {
    case (.doubleQuoted, UInt8(ascii: "\\"), UInt8(ascii: "x")?): return min(source + 4, end)
    case (.doubleQuoted, UInt8(ascii: "\\"), UInt8(ascii: "u")?):
      return endsCharacter(byte) ? min(source + 6, end) : source
    case (.doubleQuoted, UInt8(ascii: "\\"), UInt8(ascii: "U")?):
      return endsCharacter(byte) ? min(source + 10, end) : source
    case (.doubleQuoted, UInt8(ascii: "\\"), _?): return source + 2
    case (.singleQuoted, UInt8(ascii: "'"), UInt8(ascii: "'")?): return source + 2
    default: return source + 1
    }
  }

  /// Whether a byte of an escaped character may be its last; a guess for three bytes and more, which moves the places
  /// behind such an escape by a few columns at most.
  private static func endsCharacter(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80 || byte < 0x80
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }
}
