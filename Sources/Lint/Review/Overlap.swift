/// Plans of which much of the text is the same: perhaps they worked together, perhaps a template; a question, no verdict.
package struct Overlap: Sendable {
  /// As indexes, in their order.
  package let plans: [Int]
  /// How much text two of them that were held side by side share, from the least to the most.
  package let shares: ClosedRange<Double>
  /// The sections in which most of it stands, the most first.
  package let sections: [String]
}

/// What was found in the text of all plans together.
package struct Overlaps: Sendable {
  /// The largest group first.
  package let groups: [Overlap]
  /// The share of all text that stands in more than half of the plans, as from a template.
  package let common: Double
  /// How many plans had enough text to compare.
  package let compared: Int
}

/// Finds the plans that share text, without holding each beside every other.
///
/// Sketches are cut into bands of a few slots; plans that agree in a whole band are compared (locality-sensitive hashing).
/// What more than half of the plans say alike is a template's and does not count.
struct OverlapSearch {
  /// The share of text from which two plans are told; our own choice.
  static let leastShare = 0.5
  /// Slots in a band: with three, two plans that share half meet in some band 99 times in 100.
  private static let band = 3
  /// How many plans must say the same before it can be a template's; our own choice.
  private static let leastCommon = 10
  /// The slots that must be left beside those of a template.
  private static let leastSlots = 16

  private let entries: [(plan: Int, sketch: TextSketch)]
  /// Per slot the hashes that more than half of the plans have.
  private let common: [Set<UInt32>]

  init(_ plans: [PlanDigest]) {
    let entries = plans.enumerated().compactMap { index, plan in
      plan.sketch.map { (plan: index, sketch: $0) }
    }
    self.entries = entries
    let limit = max(Self.leastCommon, entries.count / 2)
    common = (0..<TextSketch.slots).map { slot in
      var common: Set<UInt32> = []
      Self.forEachRun(entries.map { $0.sketch.hashes[slot] }.sorted()) { hash, count in
        if count > limit { common.insert(hash) }
      }
      return common
    }
  }

  private static func forEachRun(_ sorted: [UInt32], _ body: (UInt32, Int) -> Void) {
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0 != sorted[start] } ?? sorted.count
      body(sorted[start], end - start)
      start = end
    }
  }

  func overlaps() -> Overlaps {
    Overlaps(groups: groups(), common: commonShare, compared: entries.count)
  }

  private var commonShare: Double {
    guard !entries.isEmpty, common.contains(where: { !$0.isEmpty }) else { return 0 }
    let count = entries.reduce(0) { sum, entry in
      sum + zip(entry.sketch.hashes, common).count { $1.contains($0) }
    }
    return Double(count) / Double(entries.count * TextSketch.slots)
  }

  private func groups() -> [Overlap] {
    let pairs = alike()
    var forest = Forest(count: entries.count)
    for pair in pairs { forest.join(pair.first, pair.second) }
    var groups: [Int: Draft] = [:]
    for pair in pairs {
      groups[forest.root(of: pair.first), default: Draft()].add(pair, entries)
    }
    return groups.values.map { draft in
      Overlap(
        plans: Set(draft.members).map { entries[$0].plan }.sorted(),
        shares: draft.least...draft.most,
        sections: draft.sections
          .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
      )
    }.sorted { left, right in
      (right.plans.count, right.shares.upperBound, left.plans[0])
        < (left.plans.count, left.shares.upperBound, right.plans[0])
    }
  }

  private struct Draft {
    var members: [Int] = []
    var least = 1.0
    var most = 0.0
    var sections: [String: Int] = [:]

    mutating func add(_ pair: Pair, _ entries: [(plan: Int, sketch: TextSketch)]) {
      members += [pair.first, pair.second]
      least = min(least, pair.share)
      most = max(most, pair.share)
      let sketch = entries[pair.first].sketch
      for slot in pair.slots {
        sections[sketch.sections[Int(sketch.places[slot])], default: 0] += 1
      }
    }
  }

  private struct Pair {
    var first: Int
    var second: Int
    var share: Double
    /// Where they agree.
    var slots: [Int]
  }

  /// The pairs that share enough; of many that are all alike each is held beside the first and the one before it.
  private func alike() -> [Pair] {
    var seen: Set<UInt64> = []
    var pairs: [Pair] = []
    for start in stride(from: 0, through: TextSketch.slots - Self.band, by: Self.band) {
      var keys: [(key: UInt64, entry: Int)] = []
      for (index, entry) in entries.enumerated() {
        if let key = key(of: entry.sketch, at: start) { keys.append((key, index)) }
      }
      keys.sort { $0 < $1 }
      var first = 0
      for place in keys.indices.dropFirst() {
        guard keys[place].key == keys[place - 1].key else {
          first = place
          continue
        }
        for other in Set([first, place - 1]) {
          let (left, right) = (keys[other].entry, keys[place].entry)
          guard seen.insert(UInt64(left) << 32 | UInt64(right)).inserted else { continue }
          if let pair = pair(left, right) { pairs.append(pair) }
        }
      }
    }
    return pairs
  }

  /// What stands in a band, in a number; nil where a template speaks.
  private func key(of sketch: TextSketch, at start: Int) -> UInt64? {
    var key: UInt64 = 0
    for slot in start..<(start + Self.band) {
      let hash = sketch.hashes[slot]
      if common[slot].contains(hash) { return nil }
      key = Shingles.mixed(key &+ UInt64(hash))
    }
    return key
  }

  private func pair(_ first: Int, _ second: Int) -> Pair? {
    let (left, right) = (entries[first].sketch, entries[second].sketch)
    var slots: [Int] = []
    var count = 0
    for slot in 0..<TextSketch.slots {
      let isAgreed = left.hashes[slot] == right.hashes[slot]
      if isAgreed, common[slot].contains(left.hashes[slot]) { continue }
      count += 1
      if isAgreed { slots.append(slot) }
    }
    let share = Double(slots.count) / Double(max(count, 1))
    guard count >= Self.leastSlots, share >= Self.leastShare else { return nil }
    return Pair(first: first, second: second, share: share, slots: slots)
  }
}

/// Which items belong together (disjoint sets).
private struct Forest {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  mutating func root(of item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  /// Joins the sets of two items; the least item is the root.
  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(of: left), root(of: right))
    parents[max(left, right)] = min(left, right)
  }
}
