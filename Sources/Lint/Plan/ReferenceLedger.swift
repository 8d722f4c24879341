import CEL
import JSONSchema
import SourceText
import YAML

/// The ids of the lists that are referred to, and what refers to them, as a plan is read.
struct ReferenceLedger {
  private struct List {
    /// Where it stands, and the name of its items' type; nil until an item has an id.
    var origin: Origin?
    var type = ""
    var items: [Item] = []
    var references: [(id: String, place: Origin)] = []
    /// Whether something refers to it without saying to which item.
    var isUncertain = false
  }

  /// An item with an id.
  struct Item {
    var id: String
    /// Where the id stands.
    var range: SourceRange
    /// Whether it refers to other items itself.
    var refersToOthers: Bool
  }

  /// The length of the longest text that is noted as a mention: those that take no memory of their own.
  static let longest = 15

  private var lists: [List]
  /// Short texts in free fields, ids of items included.
  private var mentions: [String] = []
  /// Texts that stand for dates and the like, or should, if they may be ids.
  private var values: [String] = []
  /// The words that stand in fields which can hold no others, by their number in the form table.
  private var words: [Int] = []
  /// How many references there are so far.
  private(set) var count = 0

  init(lists count: Int) {
    lists = Array(repeating: List(), count: count)
    mentions.reserveCapacity(64)
  }

  mutating func add(_ item: Item, of type: String, to list: Int, at origin: Origin) {
    lists[list].origin = origin
    lists[list].type = type
    lists[list].items.append(item)
  }

  mutating func refer(to id: String, in list: Int, from place: Origin) {
    lists[list].references.append((id, place))
    count += 1
  }

  mutating func mention(_ text: String) {
    mentions.append(text)
  }

  mutating func mention(value text: String) {
    values.append(text)
  }

  mutating func mention(word: Int) {
    words.append(word)
  }

  mutating func referToUnknown(in list: Int) {
    lists[list].isUncertain = true
  }

  /// What is wrong: references to what is not there, and items left out where others of their list are not.
  ///
  /// Nil where more would have to be looked at to tell. The texts are those of the form table's words.
  func problems(
    in plan: Value,
    _ places: PlaceTable,
    texts: [String],
    isOpen: Bool
  ) -> [PlanProblem]? {
    var problems: [PlanProblem] = []
    for list in lists where !list.references.isEmpty {
      // What a plan does not report may well hold the ids.
      if list.items.isEmpty, isOpen { continue }
      var ids = TextSet()
      for item in list.items { _ = ids.insert(item.id) }
      var used = TextSet()
      var isUsed = false
      for (id, place) in list.references {
        if ids.contains(id) {
          _ = used.insert(id)
          isUsed = true
        } else {
          guard let origin = list.origin else { return nil }
          problems.append(
            PlanProblem(
              unknownReference: id,
              to: places.path(of: origin),
              among: list.items.map(\.id),
              at: places.range(of: place),
              path: places.instancePath(of: place)
            )
          )
        }
      }
      if isOpen || list.isUncertain || !isUsed { continue }
      let candidates = list.items.filter { !$0.refersToOthers && !used.contains($0.id) }
      // A name may be used where the schema asks for none.
      let unused = self.unused(candidates, in: plan, texts)
      guard let first = unused.first else { continue }
      guard let origin = list.origin, unused.allSatisfy({ Self.isPlainText($0.id) }) else {
        return nil
      }
      problems.append(
        PlanProblem(
          unused: unused.map(\.id),
          of: list.type,
          in: places.instancePath(of: origin),
          at: first.range
        )
      )
    }
    return problems
  }

  /// The items whose ids stand nowhere else in a plan.
  private func unused(_ items: [Item], in plan: Value, _ texts: [String]) -> [Item] {
    guard !items.isEmpty else { return [] }
    var ids = TextTally(items.lazy.map(\.id))
    // The item itself is one of those that bear its id.
    for mention in mentions { ids.note(mention) }
    for value in values { ids.noteEnough(value) }
    for list in lists {
      for reference in list.references { ids.noteEnough(reference.id) }
    }
    for word in words { ids.noteEnough(texts[word]) }
    let quiet = items.filter { !ids.isRepeated($0.id) }
    // Of short texts all are noted by now.
    guard quiet.contains(where: { $0.id.utf8.count > Self.longest }) else { return quiet }
    var all = TextTally(quiet.lazy.map(\.id))
    plan.note(in: &all)
    return quiet.filter { !all.isRepeated($0.id) }
  }

  /// Whether all places where a text stands are noted as mentions or kept as texts: a word that begins with a letter.
  private static func isPlainText(_ text: String) -> Bool {
    ScalarWord(text) == nil && text.utf8.first.map(Notation.isLetter) == true
  }
}

extension Value {
  /// Notes all texts in a value.
  fileprivate func note(in tally: inout TextTally) {
    switch kind {
    case .string(let text): tally.note(text)
    case .list(let list):
      for index in list.elements.indices { list.elements[index].note(in: &tally) }
    case .map(let map): for entry in map.entries { entry.value.note(in: &tally) }
    case .structure(let structure):
      for index in structure.slots.indices { structure.slots[index]?.note(in: &tally) }
    default: return
    }
  }
}

/// Which of some texts are met more than once.
private struct TextTally {
  private var wanted = TextSet()
  private var met = TextSet()
  private var repeated = TextSet()

  init(_ texts: some Sequence<String>) {
    for text in texts { _ = wanted.insert(text) }
  }

  /// Takes a text that was met.
  mutating func note(_ text: String) {
    if wanted.contains(text), !met.insert(text) { _ = repeated.insert(text) }
  }

  /// Takes a text that counts as met more than once.
  mutating func noteEnough(_ text: String) {
    if wanted.contains(text) { _ = repeated.insert(text) }
  }

  func isRepeated(_ text: String) -> Bool { repeated.contains(text) }
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
