import SourceText
import Testing
import YAML

@Suite("Encodings of text")
struct TextDecodingTests {
  private static func units<Unit: FixedWidthInteger>(_ units: [Unit], bigEndian: Bool) -> [UInt8] {
    units.flatMap { unit in
      withUnsafeBytes(of: bigEndian ? unit.bigEndian : unit.littleEndian, Array.init)
    }
  }

  @Test(
    "UTF-16 and UTF-32 are read with and without a mark",
    arguments: ["a: é😀\n", "\u{FEFF}a: é"]
  )
  func wide(text: String) {
    for bigEndian in [true, false] {
      let two = Self.units(Array(text.utf16), bigEndian: bigEndian)
      let four = Self.units(text.unicodeScalars.map(\.value), bigEndian: bigEndian)
      #expect(TextDecoding(two).bytes == Array(text.utf8))
      #expect(TextDecoding(four).bytes == Array(text.utf8))
      #expect(TextDecoding(two).guess == nil)
    }
  }

  @Test("what is UTF-8 stays as it is", arguments: ["", "a", "\u{FEFF}é", "a\0b", "😀"])
  func plain(text: String) {
    let decoding = TextDecoding(Array(text.utf8))
    #expect(decoding.bytes == Array(text.utf8))
    #expect(decoding.guess == nil)
  }

  @Test(
    "a byte that is no UTF-8 is taken for Windows-1252",
    arguments: [
      ([0x61, 0xE9, 0x62], "aéb", "é", 1), ([0x80, 0xC3, 0xA9, 0x93], "€é“", "€", 2),
      ([0xE2, 0x82], "â‚", "â", 2), ([0xED, 0xA0, 0x80], "í\u{A0}€", "í", 3),
      ([0xC0, 0x80], "À€", "À", 2), ([0xF5], "õ", "õ", 1),
    ] as [([UInt8], String, Character, Int)]
  )
  func windows1252(bytes: [UInt8], text: String, first: Character, count: Int) throws {
    let decoding = TextDecoding(bytes)
    #expect(String(decoding: decoding.bytes, as: UTF8.self) == text)
    let guess = try #require(decoding.guess)
    #expect(guess.character == first)
    #expect(guess.count == count)
  }

  @Test("a byte that stands for nothing is replaced, and said so")
  func lost() throws {
    let guess = try #require(TextDecoding([0x61, 0x81]).guess)
    #expect(guess.range == SourceRange(1, 4))
    #expect(guess.character == nil)
    #expect(guess.count == 1)
  }
}
