import CEL

/// The ids of the lists that are referred to, and what refers to them, as a plan is read.
struct ReferenceLedger {
  private struct List {
    /// The ids of its items, and whether these refer to others.
    var items: [(id: String, refersToOthers: Bool)] = []
    var references: [String] = []
    /// Whether something refers to it without saying to which item.
    var isUncertain = false
  }

  /// The length of the longest text that is noted as a mention: those that take no memory of their own.
  static let longest = 15

  private var lists: [List]
  /// Short texts in free fields, ids of items included.
  private var mentions: [String] = []
  /// How many references there are so far.
  private(set) var count = 0

  init(lists count: Int) {
    lists = Array(repeating: List(), count: count)
    mentions.reserveCapacity(64)
  }

  mutating func add(item id: String, to list: Int, refersToOthers: Bool) {
    lists[list].items.append((id, refersToOthers))
  }

  mutating func refer(to id: String, in list: Int) {
    lists[list].references.append(id)
    count += 1
  }

  mutating func mention(_ text: String) {
    mentions.append(text)
  }

  mutating func referToUnknown(in list: Int) {
    lists[list].isUncertain = true
  }

  /// Whether everything that is referred to is there, and no item is left out where others of its list are not.
  ///
  /// False is also the answer where more would have to be looked at.
  func isSound(in plan: Value, isOpen: Bool) -> Bool {
    for list in lists where !list.references.isEmpty {
      // What a plan does not report may well hold the ids.
      if list.items.isEmpty, isOpen { continue }
      var ids = TextSet()
      for item in list.items { _ = ids.insert(item.id) }
      var used = TextSet()
      for reference in list.references where used.insert(reference) {
        guard ids.contains(reference) else { return false }
      }
      if isOpen || list.isUncertain { continue }
      let unused = list.items.filter { !$0.refersToOthers && !used.contains($0.id) }.map(\.id)
      // A name may be used where the schema asks for none; the item itself is one of those that bear it.
      guard unused.allSatisfy(isMentioned) || plan.allOccurTwice(unused) else { return false }
    }
    return true
  }

  /// Whether a free field names an item, besides the one that gives it its id.
  private func isMentioned(_ id: String) -> Bool {
    var count = 0
    for mention in mentions where mention == id {
      count += 1
      if count == 2 { return true }
    }
    return false
  }
}

extension Value {
  /// Whether each of some texts stands in a value at least twice.
  fileprivate func allOccurTwice(_ texts: [String]) -> Bool {
    var counts = texts.map { _ in 0 }
    count(texts, in: &counts)
    return counts.allSatisfy { $0 >= 2 }
  }

  private func count(_ texts: [String], in counts: inout [Int]) {
    switch kind {
    case .string(let text):
      for index in texts.indices where texts[index] == text { counts[index] += 1 }
    case .list(let list): for element in list.elements { element.count(texts, in: &counts) }
    case .map(let map): for entry in map.entries { entry.value.count(texts, in: &counts) }
    case .structure(let structure):
      for case let value? in structure.slots { value.count(texts, in: &counts) }
    default: return
    }
  }
}

/// A set of texts: mostly a few, which are compared one by one, but it may be many.
struct TextSet {
  private static let fewest = 16

  private var few: [String] = []
  private var many: Set<String> = []

  var isEmpty: Bool { few.isEmpty }

  func contains(_ text: String) -> Bool {
    if many.isEmpty {
      for other in few where other == text { return true }
      return false
    }
    return many.contains(text)
  }

  /// Adds a text; false when it was there.
  mutating func insert(_ text: String) -> Bool {
    guard many.isEmpty else { return many.insert(text).inserted }
    guard !contains(text) else { return false }
    few.append(text)
    if few.count > Self.fewest { many = Set(few) }
    return true
  }
}
