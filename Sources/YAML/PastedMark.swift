import SourceText

/// A character that a word processor puts where YAML wants a plain one.
package struct PastedMark: Hashable, Sendable {
  package enum Kind: Hashable, CaseIterable, Sendable {
    /// A space that does not break, as indentation or behind a colon or dash.
    case space
    /// A long dash or bullet before an item of a list.
    case dash
    /// A curled quote around a whole value.
    case quote
  }

  package let kind: Kind
  /// Where it stands in the text.
  let range: SourceRange
  /// Whether it ends what an earlier mark begins.
  let isClosing: Bool

  /// What it is read as; one character, so that positions stay.
  var plain: UInt8 {
    switch kind {
    case .space: 0x20
    case .dash: UInt8(ascii: "-")
    case .quote: UInt8(ascii: "\"")
    }
  }
}

/// Finds pasted marks, line by line, without parsing: what it finds may also be part of a text.
struct PastedMarkFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var marks: [PastedMark] = []
  private var index = 0

  /// The marks of a text, in its order.
  static func marks(in bytes: UnsafeBufferPointer<UInt8>) -> [PastedMark] {
    // Each of them is at least two bytes.
    guard !bytes.allSatisfy({ $0 < 0x80 }) else { return [] }
    var finder = PastedMarkFinder(bytes: bytes)
    while finder.index < bytes.count { finder.readLine() }
    return finder.marks
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whether a character that stands at a place, of two bytes or more, may be a mark.
  static func mayBeMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch (text[index], text[index + 1]) {
    case (0xC2, 0xA0), (0xC2, 0xB7), (0xE2, 0x80), (0xE3, 0x80): true
    default: false
    }
  }

  private mutating func readLine() {
    if bytes[index] == 0xEF, matches([0xEF, 0xBB, 0xBF]) { index += 3 }
    skipSpaces()
    while let length = dashLength {
      if length > 1 { add(.dash, length) }
      index += length
      skipSpaces()
    }
    findValue()
    skipSpaces()
    findQuotes()
    while index < bytes.count, !isLineEnd(bytes[index]) { index += 1 }
    index += 1
  }

  /// Passes over spaces; those that do not break are marks.
  private mutating func skipSpaces() {
    while index < bytes.count {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if let length = oddSpaceLength(at: index) {
        add(.space, length)
        index += length
      } else {
        return
      }
    }
  }

  /// The length of the dash that begins an item here.
  private var dashLength: Int? {
    guard index < bytes.count else { return nil }
    let length: Int
    switch bytes[index] {
    case UInt8(ascii: "-"): length = 1
    case 0xC2, 0xE2:
      guard let dash = Self.dashes.first(where: matches) else { return nil }
      length = dash.count
    default: return nil
    }
    let next = index + length
    guard next < bytes.count else { return nil }
    return bytes[next] == 0x20 || oddSpaceLength(at: next) != nil ? length : nil
  }

  private static let dashes = ["–", "—", "•", "·"].map { Array($0.utf8) }

  /// Goes behind the colon of a key, when the line begins with one.
  private mutating func findValue() {
    var end = index
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard end > index, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return }
    index = end + 1
  }

  /// Marks each pair of curled quotes around a whole value in the rest of the line.
  private mutating func findQuotes() {
    var before = UInt8(ascii: ":")
    while index < bytes.count, !isLineEnd(bytes[index]) {
      guard bytes[index] >= 0x80 else {
        if bytes[index] != 0x20 { before = bytes[index] }
        index += 1
        continue
      }
      guard let kind = quote(at: index), Self.opensValue(before),
        let close = closing(kind, from: index + kind.length)
      else {
        before = bytes[index]
        index += 1
        continue
      }
      add(.quote, kind.length)
      index = close
      add(.quote, kind.length, isClosing: true)
      index += kind.length
      before = UInt8(ascii: "\"")
    }
  }

  /// Whether a value may begin behind a mark.
  private static func opensValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): true
    default: false
    }
  }

  private struct Quote {
    let length: Int
    let isDouble: Bool
  }

  private func quote(at index: Int) -> Quote? {
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else {
      return nil
    }
    switch bytes[index + 2] {
    case 0x9C...0x9F: return Quote(length: 3, isDouble: true)
    case 0x98...0x9B: return Quote(length: 3, isDouble: false)
    default: return nil
    }
  }

  /// Where the quote stands that ends a value; nil when what is between could not stand in straight quotes.
  private func closing(_ open: Quote, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, !isLineEnd(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\\") { return nil }
      if let found = quote(at: index), found.isDouble == open.isDouble, endsValue(index + 3) {
        return index
      }
      index += 1
    }
    return nil
  }

  private func endsValue(_ start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, !isLineEnd(bytes[index]) else { return true }
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: "#"): return index > start
    default: return false
    }
  }

  private mutating func add(_ kind: PastedMark.Kind, _ length: Int, isClosing: Bool = false) {
    let range = SourceRange(index, index + length)
    marks.append(PastedMark(kind: kind, range: range, isClosing: isClosing))
  }

  private func matches(_ text: [UInt8]) -> Bool {
    index + text.count <= bytes.count && bytes[index..<(index + text.count)].elementsEqual(text)
  }

  /// The length of a space that is not U+0020: U+00A0, U+2000 to U+200A, U+202F, U+3000.
  private func oddSpaceLength(at index: Int) -> Int? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index] == 0xC2 { return bytes[index + 1] == 0xA0 ? 2 : nil }
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return 3
    default: return nil
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
