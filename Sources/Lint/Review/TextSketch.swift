/// A plan's free text in some hundreds of bytes, by which the overlap of two plans can be told without their text.
///
/// One permutation MinHash (Li, Owen and Zhang, 2012): the shingles are dealt over slots by their hash, and each slot
/// keeps the least. The share of slots in which two plans agree estimates the share of shingles that they have in common
/// (Jaccard). A slot that got nothing borrows from another one (Shrivastava, 2017).
package struct TextSketch: Sendable {
  /// More slots tell more exactly: with these the error is about 4 hundredths.
  package static let slots = 128

  /// The shingles below which there is too little text to compare; our own choice.
  package static let leastShingles = 40

  /// The least hash of each slot.
  package let hashes: [UInt32]
  /// The section from which it came, as an index in `sections`.
  package let places: [UInt8]
  package let sections: [String]

  /// Nil for a plan with too little text.
  package init?(_ shingles: Shingles) {
    guard shingles.places.count >= Self.leastShingles else { return nil }
    var least = [UInt64](repeating: .max, count: Self.slots)
    var places = [UInt8](repeating: 0, count: Self.slots)
    for (hash, place) in shingles.places {
      // Which slot and which hash in it hang on different bits.
      let slot = Int(hash >> 57)
      let rest = hash & 0xFFFF_FFFF
      // Of two with one hash the first section counts, whatever order the shingles come in.
      if (rest, place) < (least[slot], places[slot]) {
        least[slot] = rest
        places[slot] = place
      }
    }
    let filled = least.map { $0 != .max }
    for slot in least.indices where !filled[slot] {
      var attempt: UInt64 = 0
      var lender = slot
      while !filled[lender] {
        attempt += 1
        lender = Int(Shingles.mixed(UInt64(slot) << 32 | attempt) % UInt64(Self.slots))
      }
      least[slot] = least[lender]
      places[slot] = places[lender]
    }
    hashes = least.map { UInt32(truncatingIfNeeded: $0) }
    self.places = places
    sections = shingles.sections
  }

  /// The estimated share of shingles that two plans have in common, of all that either has.
  package func similarity(to other: TextSketch) -> Double {
    let agreed = zip(hashes, other.hashes).count { $0 == $1 }
    return Double(agreed) / Double(Self.slots)
  }
}
