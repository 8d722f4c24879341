/// A pattern such as `^GM[0-9]{4}$`, matched byte by byte: what ids and codes are written by.
///
/// Only classes and letters of ASCII one after the other, for the whole of a text, each behind a repetition of another
/// class: then taking as many as there are is always right. Other patterns it leaves to the schema's validator.
struct BytePattern: Sendable {
  /// So many bytes of a class.
  private struct Part: Sendable {
    /// A bit for each byte of ASCII.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var minimum = 1
    var maximum = 1

    mutating func insert(_ byte: UInt8) {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    func contains(_ byte: UInt8) -> Bool {
      guard byte < 128 else { return false }
      return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 == 1
    }

    func overlaps(_ other: Part) -> Bool {
      low & other.low != 0 || high & other.high != 0
    }
  }

  /// The pattern as the schema has it.
  let source: String
  private var parts: [Part] = []

  /// The pattern that a text writes; nil when it is of another form.
  init?(_ source: String) {
    self.source = source
    let bytes = Array(source.utf8)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "^"), bytes.last == UInt8(ascii: "$") else {
      return nil
    }
    var rest = bytes[1..<(bytes.count - 1)]
    while let first = rest.popFirst() {
      var part = Part()
      if first == UInt8(ascii: "[") {
        guard Self.readClass(&rest, into: &part) else { return nil }
      } else {
        guard Self.isName(first) || first == UInt8(ascii: "-") else { return nil }
        part.insert(first)
      }
      guard Self.readCount(&rest, into: &part) else { return nil }
      if let last = parts.last, last.minimum != last.maximum, last.overlaps(part) { return nil }
      parts.append(part)
    }
  }

  /// Whether the whole of a text is written so.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    for part in parts {
      var count = 0
      while count < part.maximum, index < text.count, part.contains(text[index]) {
        count += 1
        index += 1
      }
      guard count >= part.minimum else { return false }
    }
    return index == text.count
  }

  /// Reads `a-z0-9_.-]`.
  private static func readClass(_ rest: inout ArraySlice<UInt8>, into part: inout Part) -> Bool {
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]") { return !isFirst }
      isFirst = false
      if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first, isName(last) {
        guard isName(byte), byte <= last else { return false }
        for member in byte...last { part.insert(member) }
        rest.removeFirst(2)
      } else {
        guard isName(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else {
          return false
        }
        part.insert(byte)
      }
    }
    return false
  }

  /// Reads `*`, `+`, `{4}` or nothing.
  private static func readCount(_ rest: inout ArraySlice<UInt8>, into part: inout Part) -> Bool {
    switch rest.first {
    case UInt8(ascii: "*"): (part.minimum, part.maximum) = (0, .max)
    case UInt8(ascii: "+"): (part.minimum, part.maximum) = (1, .max)
    case UInt8(ascii: "{"):
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let count = Int(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)),
        (1...1000).contains(count)
      else { return false }
      (part.minimum, part.maximum) = (count, count)
      rest = rest[end...]
    default: return true
    }
    rest.removeFirst()
    // Two marks in a row mean something else.
    return rest.first.map { !"*+?{".utf8.contains($0) } ?? true
  }

  private static func isName(_ byte: UInt8) -> Bool {
    Notation.isDigit(byte) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
