package import SourceText

/// A file's bytes as UTF-8, whatever encoding they were saved in.
///
/// UTF-16 and UTF-32 are made out by their mark or by the zeros of their first characters (YAML 1.2.2, section 5.2).
/// What is no UTF-8 is taken for Windows-1252, which older Dutch programs write.
package struct TextDecoding: Sendable {
  /// A text in which some bytes had to be guessed.
  package struct Guess: Hashable, Sendable {
    /// Where the first of them stands, in the decoded bytes.
    package let range: SourceRange
    /// What it was probably meant to be; nil when no character can be made of it.
    package let character: Character?
    /// How many there are.
    package let count: Int
  }

  /// Always UTF-8.
  package let bytes: [UInt8]
  /// Nil when every character is certain.
  package let guess: Guess?

  package init(_ bytes: [UInt8]) {
    if let encoding = Wide(bytes) {
      self.init(wide: encoding.text(of: bytes))
    } else if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil {
      self.init(bytes, guess: nil)
    } else {
      self.init(windows1252: bytes)
    }
  }

  private init(_ bytes: [UInt8], guess: Guess?) {
    self.bytes = bytes
    self.guess = guess
  }

  private init(wide text: String) {
    bytes = Array(text.utf8)
    let lost = text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{FFFD}" ? 1 : 0) }
    let first = text.utf8.firstRange(of: Array("\u{FFFD}".utf8))
    guess = first.map { found in
      let start = text.utf8.distance(from: text.utf8.startIndex, to: found.lowerBound)
      return Guess(range: SourceRange(start, start + 3), character: nil, count: lost)
    }
  }

  /// Keeps what is UTF-8 and takes each other byte for a character of its own.
  private init(windows1252 source: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + source.count / 8)
    var first: (range: SourceRange, character: Character?)?
    var count = 0
    var index = 0
    while index < source.count {
      let length = source.withUnsafeBufferPointer { Self.characterLength(in: $0, at: index) }
      if length > 0 {
        bytes += source[index..<(index + length)]
        index += length
        continue
      }
      let scalar = Self.windows1252(source[index])
      let start = bytes.count
      bytes += Array(String(scalar ?? "\u{FFFD}").utf8)
      if first == nil {
        first = (SourceRange(start, bytes.count), scalar.map { Character($0) })
      }
      count += 1
      index += 1
    }
    self.bytes = bytes
    guess = first.map { Guess(range: $0.range, character: $0.character, count: count) }
  }

  /// The length of the UTF-8 character at a place; 0 when there is none (Unicode 15, table 3-7).
  static func characterLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case ..<0x80: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    guard bytes[(index + 2)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 0 }
    return length
  }

  /// What stands at 0x80 to 0x9F; the rest is as in Latin 1.
  private static let windows1252High: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]

  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
    (0x80...0x9F).contains(byte) ? windows1252High[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}

/// Encodings of two and four bytes a unit.
private struct Wide {
  private let width: Int
  private let isBigEndian: Bool

  /// The encoding that the first bytes show; nil for what may be UTF-8.
  init?(_ bytes: [UInt8]) {
    let start = Array(bytes.prefix(4))
    guard start.count >= 2 else { return nil }
    let zeros = start.map { $0 == 0 }
    switch (start, zeros) {
    case ([0x00, 0x00, 0xFE, 0xFF], _), (_, [true, true, true, false]):
      (width, isBigEndian) = (4, true)
    case ([0xFF, 0xFE, 0x00, 0x00], _), (_, [false, true, true, true]):
      (width, isBigEndian) = (4, false)
    case _ where start.starts(with: [0xFE, 0xFF]): (width, isBigEndian) = (2, true)
    case _ where start.starts(with: [0xFF, 0xFE]): (width, isBigEndian) = (2, false)
    case (_, [true, false, true, false]): (width, isBigEndian) = (2, true)
    case (_, [false, true, false, true]): (width, isBigEndian) = (2, false)
    default: return nil
    }
  }

  func text(of bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count, by: width).map { start -> UInt32 in
      let unit = bytes[start..<min(start + width, bytes.count)]
      // A unit that the end cuts off is no character.
      guard unit.count == width else { return 0xFFFD }
      let ordered = isBigEndian ? Array(unit) : unit.reversed()
      return ordered.reduce(0) { $0 << 8 | UInt32($1) }
    }
    if width == 4 { return String(decoding: units, as: UTF32.self) }
    return String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
  }
}
