import SourceText

/// What a string or bytes literal writes, its escapes resolved.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values>.
struct TextLiteral {
  private let bytes: [UInt8]
  private let style: Token.TextStyle
  private var position: Int
  private let end: Int
  private var result: [UInt8] = []

  private init(_ bytes: [UInt8], _ range: SourceRange, _ style: Token.TextStyle) {
    self.bytes = bytes
    self.style = style
    self.position = range.start + style.opening
    self.end = range.end - style.closing
  }

  /// The bytes of the literal that covers `range`; those of a string are UTF-8.
  static func decode(
    _ bytes: [UInt8],
    _ range: SourceRange,
    _ style: Token.TextStyle
  ) throws(CELError) -> [UInt8] {
    var literal = TextLiteral(bytes, range, style)
    return try literal.decode()
  }

  private mutating func decode() throws(CELError) -> [UInt8] {
    if style.isRaw { return Array(bytes[position..<end]) }
    result.reserveCapacity(end - position)
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\") {
        try escape()
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }

  private mutating func escape() throws(CELError) {
    let start = position
    position += 1
    guard position < end else { throw malformed(start) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      result.append(byte)
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(number(2, radix: 16, start), start)
    case UInt8(ascii: "u") where !style.isBytes: try append(number(4, radix: 16, start), start)
    case UInt8(ascii: "U") where !style.isBytes: try append(number(8, radix: 16, start), start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      position -= 1
      try append(number(3, radix: 8, start), start)
    default: throw malformed(start)
    }
  }

  private mutating func number(_ width: Int, radix: UInt32, _ start: Int) throws(CELError) -> UInt32
  {
    var number: UInt32 = 0
    for _ in 0..<width {
      guard position < end, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue,
        digit < radix
      else { throw malformed(start) }
      number = number &* radix &+ UInt32(digit)
      position += 1
    }
    return number
  }

  /// Appends a code point, or in bytes a single byte.
  private mutating func append(_ number: UInt32, _ start: Int) throws(CELError) {
    if style.isBytes {
      guard let byte = UInt8(exactly: number) else { throw malformed(start) }
      result.append(byte)
    } else {
      guard let scalar = Unicode.Scalar(number) else { throw malformed(start) }
      result.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
    }
  }

  private func malformed(_ start: Int) -> CELError {
    var stop = position
    while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    let range = SourceRange(start, stop)
    let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    return CELError(.malformedEscape(text), range)
  }
}
