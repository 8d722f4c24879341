package import Lint
import SourceText

/// JSON with members in a fixed order, which `JSONEncoder` cannot keep.
package enum JSONText: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([JSONText])
  /// As many items, made one by one while they are written: never are all of them there at once.
  case items(Int, @Sendable (Int) -> JSONText)
  case object([(String, JSONText)])

  package init(_ value: PlainValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .array(items.map(JSONText.init))
    case .object(let members): self = .object(members.map { ($0.name, JSONText($0.value)) })
    }
  }

  /// The text, indented by two spaces a level; RFC 8259.
  package var indented: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text on one line.
  package var compact: String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text on one line, with its line end.
  var line: TextBuffer {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 18)
    write(to: &bytes, indent: nil)
    bytes.append(UInt8(ascii: "\n"))
    return TextBuffer(utf8: bytes)
  }

  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: Self.write(word: "null", to: &bytes)
    case .bool(let flag): Self.write(word: flag ? "true" : "false", to: &bytes)
    case .int(let number): bytes.append(digitsOf: Int(number))
    case .double(let number): Self.write(number, to: &bytes)
    case .string(let words): Self.write(words, to: &bytes)
    case .array(let items):
      Self.write(items.count, open: "[", close: "]", to: &bytes, indent: indent) {
        index,
        bytes,
        indent in
        items[index].write(to: &bytes, indent: indent)
      }
    case .items(let count, let item):
      Self.write(count, open: "[", close: "]", to: &bytes, indent: indent) { index, bytes, indent in
        item(index).write(to: &bytes, indent: indent)
      }
    case .object(let members):
      Self.write(members.count, open: "{", close: "}", to: &bytes, indent: indent) {
        index,
        bytes,
        indent in
        Self.write(members[index], to: &bytes, indent: indent)
      }
    }
  }

  // MARK: An object with a long list, in pieces

  /// The start of an indented object, up to the items of a list in it.
  static func opening(_ members: [(String, JSONText)], list name: String) -> TextBuffer {
    var bytes = [UInt8(ascii: "{")]
    for member in members {
      newLine(2, to: &bytes)
      write(member, to: &bytes, indent: 2)
      bytes.append(UInt8(ascii: ","))
    }
    newLine(2, to: &bytes)
    write(name, to: &bytes)
    bytes += ": [".utf8
    return TextBuffer(utf8: bytes)
  }

  /// An item of the list, on a line of its own.
  static func item(_ item: JSONText) -> TextBuffer {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 18)
    newLine(4, to: &bytes)
    item.write(to: &bytes, indent: 4)
    return TextBuffer(utf8: bytes)
  }

  /// The end of the list and of the object, with the members behind the list and a line end.
  static func closing(isEmpty: Bool, _ members: [(String, JSONText)]) -> TextBuffer {
    var bytes: [UInt8] = []
    if !isEmpty { newLine(2, to: &bytes) }
    bytes.append(UInt8(ascii: "]"))
    for member in members {
      bytes.append(UInt8(ascii: ","))
      newLine(2, to: &bytes)
      write(member, to: &bytes, indent: 2)
    }
    bytes += "\n}\n".utf8
    return TextBuffer(utf8: bytes)
  }

  /// Adds a member of an object.
  private static func write(_ member: (String, JSONText), to bytes: inout [UInt8], indent: Int?) {
    write(member.0, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
    member.1.write(to: &bytes, indent: indent)
  }

  /// Adds words of JSON itself.
  private static func write(word: StaticString, to bytes: inout [UInt8]) {
    let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    bytes.append(contentsOf: text)
  }

  /// Adds so many items between brackets.
  private static func write(
    _ count: Int,
    open: Unicode.Scalar,
    close: Unicode.Scalar,
    to bytes: inout [UInt8],
    indent: Int?,
    each: (Int, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 2 }
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let inner { newLine(inner, to: &bytes) }
      each(index, &bytes, inner)
    }
    if let indent, count > 0 { newLine(indent, to: &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func newLine(_ indent: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { bytes.append(UInt8(ascii: " ")) }
  }

  /// Shortest digits that read back the same; JSON has no infinities, which become null.
  private static func write(_ number: Double, to bytes: inout [UInt8]) {
    if let whole = Int(exactly: number) {
      bytes.append(digitsOf: whole)
    } else {
      bytes += (number.isFinite ? "\(number)" : "null").utf8
    }
  }

  /// A string, with `\u` for control characters and for the line ends that JavaScript knows and JSON does not.
  private static func write(_ words: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var words = words
    words.withUTF8 { text in
      var run = 0
      var index = endOfPlain(text, from: 0)
      while index < text.count {
        if let (escape, length) = escape(at: index, of: text) {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
          bytes += escape.utf8
          index += length
          run = index
        } else {
          index += 1
        }
        index = endOfPlain(text, from: index)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The first index from `start` on of a byte that may not stand for itself; the count when there is none.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while let word = ByteWord(raw, at: index), word.isPrintableASCII,
      word.marks(of: quote) | word.marks(of: backslash) == 0
    {
      index += ByteWord.length
    }
    while index < text.count {
      let byte = text[index]
      guard byte >= 0x20, byte < 0x7F, byte != quote, byte != backslash else { return index }
      index += 1
    }
    return index
  }

  /// What stands for the character at an index, with its length in bytes; nil when it stands for itself.
  private static func escape(
    at index: Int,
    of text: UnsafeBufferPointer<UInt8>
  ) -> (String, Int)? {
    let byte = text[index]
    guard byte < 0x23 || byte == UInt8(ascii: "\\") || byte == 0x7F || byte == 0xE2 else {
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case ..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, 1)
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      switch text[index + 2] {
      case 0xA8: return ("\\u2028", 3)
      case 0xA9: return ("\\u2029", 3)
      default: return nil
      }
    default: return nil
    }
  }
}
