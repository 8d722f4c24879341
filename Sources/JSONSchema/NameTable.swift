/// Finds the place of a name among those of a schema, fast: every key of every mapping is looked up.
///
/// The names are the schema's, so what an instance brings can never make the table slow, and the hash need
/// not be a secret. Open addressing; at least half of the slots stay empty.
struct NameTable: Sendable {
  private let names: [String]
  /// Places among `names`, or -1.
  private let slots: [Int32]

  /// Of equal names, the first counts.
  init(_ names: [String]) {
    self.names = names
    var slots: [Int32] = [-1, -1]
    while slots.count < names.count * 2 { slots += slots }
    for (place, name) in names.enumerated() {
      var slot = Self.hash(name) & (slots.count - 1)
      while slots[slot] >= 0, !names[Int(slots[slot])].isExactly(name) {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] < 0 { slots[slot] = Int32(place) }
    }
    self.slots = slots
  }

  /// The place of the name in the list that the table was made of.
  func place(of name: String) -> Int? {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if names[place].isExactly(name) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a.
  private static func hash(_ name: String) -> Int {
    let span = name.utf8.span
    var hash: UInt = 0xCBF2_9CE4_8422_2325
    for index in span.indices {
      hash = (hash ^ UInt(span[index])) &* 0x100_0000_01B3
    }
    // The low bits pick the slot, and must feel the high ones.
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
