import TestSupport

/// Spoils texts at random, the same way for the same seed on every machine.
struct Mutation: RandomNumberGenerator {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func next() -> UInt64 { random.next() }

  /// Marks of YAML, words with a meaning, marks of Word, bytes that are no text.
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r", "\r\n", "\t", " ", "  ", ": ", ":", "- ", "-", "[", "]", "{", "}", ",", "#", "'",
      "\"", "|\n", ">\n", "&a ", "*a", "<<: *a\n", "!", "!!str ", "%YAML 1.1\n", "---\n", "...\n",
      "? ", "@", "`", "\\", "\\u12", "~", "PM", "n.v.t.", "onbekend", "ja", "nee", "0", "12.500",
      "45000,00", "€ 1,5 mln", "31-02-2025", "2024-2025", "Q1 2024", "1e9999", "-", "0x1F", ".nan",
      "\u{A0}", "–", "— ", "• ", "“", "”", "‘", "’", "\u{2028}", "\u{85}", "\u{FEFF}", "\u{200B}",
      "\0", "\u{7F}", "é", "😀", "plantoets: 1\n", "herkomst: {volledig: nee}\n", "id: ", "naam:",
    ].map { Array($0.utf8) } + [[0xFF], [0x80], [0xE9], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4]]

  /// One of the texts with one to five changes.
  mutating func mutate(_ seeds: [[UInt8]]) -> [UInt8] {
    var bytes = pick(seeds)
    // Short texts spoil faster and are as telling.
    if bytes.count > 1500, Bool.random(using: &self) {
      let start = Int.random(in: 0..<(bytes.count - 1000), using: &self)
      bytes = Array("plantoets: 1\n".utf8) + bytes[start..<(start + 1000)]
    }
    for _ in 0..<Int.random(in: 1...5, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let end = min(place + Int.random(in: 1...30, using: &self), bytes.count)
      switch Int.random(in: 0..<7, using: &self) {
      case 0, 1: bytes.insert(contentsOf: pick(Self.pieces), at: place)
      case 2: bytes.removeSubrange(place..<end)
      case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 4:
        let part = Array(bytes[place..<end])
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &self))
      case 5:
        let piece = pick(Self.pieces)
        let count = Int.random(in: 1...40, using: &self)
        bytes.insert(contentsOf: (0..<count).flatMap { _ in piece }, at: place)
      default: bytes.removeLast(bytes.count - place)
      }
    }
    return bytes
  }

  private mutating func pick(_ items: [[UInt8]]) -> [UInt8] {
    items[Int.random(in: 0..<items.count, using: &self)]
  }
}
