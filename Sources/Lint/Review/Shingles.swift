import CEL

/// The runs of words in a plan's own free text, as hashes: what near-duplicates share.
///
/// A shingle is four words in a row within one value, in small letters and without signs (Broder, 1997). Values of fewer
/// words, and words that the schema lets choose from, are no free text. That it is four words is our own choice: enough
/// that two plans seldom share one by chance, few enough that a changed word leaves the rest of a sentence alike.
package struct Shingles: Sendable {
  /// How many words make a shingle.
  package static let length = 4

  /// The sections of the plan in which text stands, in the plan's order.
  package private(set) var sections: [String] = []
  /// The section of each shingle, as an index; of those that stand in several the first.
  package private(set) var places: [UInt64: UInt8] = [:]

  package init() {}

  /// The shingles of a plan; none when it could not be read.
  package init(_ plan: Plan) {
    guard case .structure(let root) = plan.value.kind else { return }
    for (field, value) in zip(root.type.fields, root.slots) {
      guard let value, sections.count < UInt8.max else { continue }
      sections.append(field.name)
      add(value, of: field.type)
    }
  }

  private mutating func add(_ value: Value, of type: CELType) {
    switch value.kind {
    case .string(let text):
      if case .enumeration = type { return }
      add(text)
    case .list(let list):
      let element: CELType = if case .list(let element) = type { element } else { .dyn }
      for item in list.elements { add(item, of: element) }
    case .map(let map):
      for entry in map.entries { add(entry.value, of: .dyn) }
    case .structure(let structure):
      for (field, value) in zip(structure.type.fields, structure.slots) {
        if let value { add(value, of: field.type) }
      }
    default: break
    }
  }

  /// Adds the shingles of a text that stands in a section.
  package mutating func add(_ text: String, in section: String) {
    if sections.last != section { sections.append(section) }
    add(text)
  }

  /// Adds the shingles of a text to the last section.
  private mutating func add(_ text: String) {
    let words = Self.words(of: text)
    guard words.count >= Self.length else { return }
    for start in 0...(words.count - Self.length) {
      var hash: UInt64 = 0
      for word in words[start..<(start + Self.length)] { hash = Self.mixed(hash &+ word) }
      if places[hash] == nil { places[hash] = UInt8(sections.count - 1) }
    }
  }

  /// A hash of each word: its letters and digits, in small letters.
  private static func words(of text: String) -> [UInt64] {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var words: [UInt64] = []
    var hash = start
    for scalar in text.unicodeScalars {
      guard let letter = letter(scalar) else {
        if hash != start { words.append(hash) }
        hash = start
        continue
      }
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
    }
    if hash != start { words.append(hash) }
    return words
  }

  /// A letter or digit as a number, small for capital; nil for signs and spaces.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "a"..."z", "0"..."9": scalar.value
    case "A"..."Z": scalar.value | 0x20
    case "\u{0}"..."\u{7F}": nil
    default:
      scalar.properties.isAlphabetic
        ? scalar.properties.lowercaseMapping.unicodeScalars.first?.value : nil
    }
  }

  /// Spreads a number over all 64 bits (the finish of SplitMix64).
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
