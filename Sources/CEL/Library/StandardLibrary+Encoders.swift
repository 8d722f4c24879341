extension StandardLibrary {
  /// The encoders extension.
  static let encoders: [Function] = [
    Function(
      "base64.encode",
      "The bytes as text in base 64.",
      [
        Overload(
          .global,
          [.bytes],
          .string,
          .unary { value throws(Failure) in
            guard case .bytes(let bytes) = value.kind else {
              throw .noSuchOverload("base64.encode", [value.type.typeName])
            }
            return .string(Base64.encode(bytes))
          }
        )
      ],
      examples: [.init("base64.encode(b'hello')", "\"aGVsbG8=\"")]
    ),
    Function(
      "base64.decode",
      "The bytes that a text in base 64 stands for; its padding may be left out.",
      [
        Overload(
          .global,
          [.string],
          .bytes,
          .unary { value throws(Failure) in
            guard let bytes = Base64.decode(try StringFunctions.text(value)) else {
              throw .malformed("the text is not in base 64")
            }
            return .bytes(bytes)
          }
        )
      ],
      examples: [.init("base64.decode('aGVsbG8')", "b\"hello\"")]
    ),
  ]
}

/// Bytes as text in base 64, RFC 4648.
private enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for byte in group { bits = bits << 8 | Int(byte) }
      bits <<= 8 * (3 - group.count)
      for index in 0..<4 {
        let isPadding = index > group.count
        result.append(
          isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * index) & 0x3F]
        )
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func decode(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    let unpadded = digits.count
    while digits.last == UInt8(ascii: "="), unpadded - digits.count < 2 { digits.removeLast() }
    guard digits.count % 4 != 1 else { return nil }
    var result: [UInt8] = []
    var bits = 0
    var width = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      width += 6
      if width >= 8 {
        width -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> width))
      }
    }
    return result
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
