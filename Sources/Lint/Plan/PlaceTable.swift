package import CEL
import JSONSchema
package import SourceText

/// Where each value of a plan stands; an `Origin` of a CEL value is an index in it.
///
/// Every value has a place, so places are small: names and what tells items apart are kept beside them.
package struct PlaceTable: Sendable {
  typealias Step = InstancePath.Step

  private struct Place: Sendable {
    var parent: Int32
    /// The index in a list from 0 up; below 0, the name with the number -1 - step.
    var step: Int32
    /// The value's own range.
    var start: Int32
    var end: Int32
    /// The key's range, for a value of a mapping; else it starts at -1.
    var keyStart: Int32 = -1
    var keyEnd: Int32 = -1
    /// What tells an item of a list from others, by its place among `items`; -1 for none.
    var item: Int32 = -1

    var range: SourceRange { SourceRange(Int(start), Int(end)) }

    var key: SourceRange? {
      keyStart < 0 ? nil : SourceRange(Int(keyStart), Int(keyEnd))
    }
  }

  private struct Item: Sendable {
    /// The `id`, which survives reordering.
    var id: String?
    /// Where the item says who it is: its `id`, else its name.
    var tag: SourceRange?
    /// What it says there.
    var name: String?

    /// What tells it from others wherever it stands in its list.
    var mark: String? {
      id.map { "[id=\($0)]" } ?? name.map { "[name=\($0)]" }
    }
  }

  private var places: [Place]
  private var items: [Item] = []
  /// Names that many tables share, numbered before those of this one.
  private let sharedNames: [String]
  private var ownNames: [String] = []

  /// A table with only the plan itself, `$`; the names of fields may be given by their number in `names`.
  init(root: SourceRange, firstKey: SourceRange?, names: [String] = []) {
    sharedNames = names
    var place = Place(
      parent: -1,
      step: 0,
      start: Int32(clamping: root.start),
      end: Int32(clamping: root.end)
    )
    if let firstKey {
      (place.keyStart, place.keyEnd) = (
        Int32(clamping: firstKey.start), Int32(clamping: firstKey.end)
      )
    }
    places = [place]
  }

  /// The plan itself.
  package static var root: Origin { Origin(rawValue: 0) }

  /// How many places there are; every number below is an origin's.
  package var count: Int { places.count }

  mutating func reserveCapacity(_ count: Int) {
    places.reserveCapacity(count)
  }

  /// Adds the value of a field or entry.
  mutating func add(
    _ name: String,
    to parent: Origin,
    range: SourceRange,
    key: SourceRange
  ) -> Origin {
    ownNames.append(name)
    return add(
      name: Int32(sharedNames.count + ownNames.count - 1),
      to: parent,
      range: range,
      key: key
    )
  }

  /// Adds the value of a field whose name is one of the shared ones.
  mutating func add(
    name: Int32,
    to parent: Origin,
    range: SourceRange,
    key: SourceRange
  ) -> Origin {
    places.append(
      Place(
        parent: parent.rawValue,
        step: -1 - name,
        start: Int32(clamping: range.start),
        end: Int32(clamping: range.end),
        keyStart: Int32(clamping: key.start),
        keyEnd: Int32(clamping: key.end)
      )
    )
    return Origin(rawValue: Int32(places.count - 1))
  }

  /// Adds an item of a list.
  mutating func add(_ index: Int, to parent: Origin, range: SourceRange) -> Origin {
    places.append(
      Place(
        parent: parent.rawValue,
        step: Int32(index),
        start: Int32(clamping: range.start),
        end: Int32(clamping: range.end)
      )
    )
    return Origin(rawValue: Int32(places.count - 1))
  }

  /// Says where a value ends, once that is known.
  mutating func setEnd(_ end: Int, of origin: Origin) {
    places[Int(origin.rawValue)].end = Int32(clamping: end)
  }

  /// Says which key to show for the plan itself: its first.
  mutating func setKey(_ key: SourceRange, of origin: Origin) {
    places[Int(origin.rawValue)].keyStart = Int32(clamping: key.start)
    places[Int(origin.rawValue)].keyEnd = Int32(clamping: key.end)
  }

  mutating func setID(_ id: String, of origin: Origin) {
    items[itemIndex(of: origin)].id = id
  }

  /// Says where an item names itself, and by which name; of items with one name the later ones are told apart by number.
  mutating func setTag(_ tag: SourceRange, name: String?, occurrence: Int, of origin: Origin) {
    let index = itemIndex(of: origin)
    items[index].tag = tag
    items[index].name = name.map { occurrence > 1 ? "\($0)#\(occurrence)" : $0 }
  }

  private mutating func itemIndex(of origin: Origin) -> Int {
    let place = Int(origin.rawValue)
    if places[place].item < 0 {
      places[place].item = Int32(items.count)
      items.append(Item())
    }
    return Int(places[place].item)
  }

  private func item(of place: Place) -> Item? {
    place.item < 0 ? nil : items[Int(place.item)]
  }

  private func step(of place: Place) -> Step {
    guard place.step < 0 else { return .index(Int(place.step)) }
    let name = -1 - Int(place.step)
    return .key(name < sharedNames.count ? sharedNames[name] : ownNames[name - sharedNames.count])
  }
}

extension PlaceTable {
  /// The path as `$.activiteiten[2].budget`.
  package func path(of origin: Origin) -> String {
    text { write(origin, to: &$0, marksItems: false) }
  }

  /// The path of what is not there: that of the nearest value, and the fields from there.
  package func path(of attribute: Attribute) -> String {
    text { text in
      write(attribute.origin ?? Self.root, to: &text, marksItems: false)
      for name in attribute.trail { Step.key(name).write(to: &text) }
    }
  }

  /// The path with ids or names for indexes where items have one: the same after reordering.
  package func identity(of origin: Origin) -> String {
    text { write(origin, to: &$0, marksItems: true) }
  }

  /// The way from the plan to a value.
  func instancePath(of origin: Origin) -> InstancePath {
    var steps: [Step] = []
    var place = places[Int(origin.rawValue)]
    while place.parent >= 0 {
      steps.append(step(of: place))
      place = places[Int(place.parent)]
    }
    return InstancePath(steps.reversed())
  }

  private func text(_ write: (inout TextBuffer) -> Void) -> String {
    var text = TextBuffer(capacity: 96)
    write(&text)
    return text.text
  }

  private func write(_ origin: Origin, to text: inout TextBuffer, marksItems: Bool) {
    let place = places[Int(origin.rawValue)]
    guard place.parent >= 0 else { return text.append(ascii: "$") }
    write(Origin(rawValue: place.parent), to: &text, marksItems: marksItems)
    if marksItems, place.item >= 0, let mark = items[Int(place.item)].mark {
      text.append(mark)
    } else {
      step(of: place).write(to: &text)
    }
  }

  /// The ids of the items that a value lies in, itself included, from the inside out.
  func ids(of origin: Origin) -> [String] {
    var ids: [String] = []
    var place = places[Int(origin.rawValue)]
    while place.parent >= 0 {
      if let id = item(of: place)?.id { ids.append(id) }
      place = places[Int(place.parent)]
    }
    return ids
  }

  /// Whether any item has this id.
  func hasItem(_ id: String) -> Bool {
    items.contains { $0.id == id }
  }

  /// The value's range.
  package func range(of origin: Origin) -> SourceRange {
    places[Int(origin.rawValue)].range
  }

  /// What to underline for a value.
  ///
  /// A scalar or short list itself; an item of a list by its id or name; a section by its key.
  package func highlight(of origin: Origin, in file: SourceFile) -> SourceRange {
    let place = places[Int(origin.rawValue)]
    if let tag = item(of: place)?.tag { return tag }
    let range = place.range
    let first = file.line(at: range.start)
    let last = file.line(at: max(range.start, range.end - 1))
    if first == last, place.parent >= 0 { return range }
    if let key = place.key { return key }
    return range.clamped(to: file.contentRange(ofLine: first))
  }
}

extension Origin {
  /// Whether it is the plan itself.
  var isPlan: Bool { rawValue == 0 }
}

extension PlaceTable {
  /// What each place holds, to find places by their paths.
  struct Index {
    private let table: PlaceTable
    /// The first place in each; 0 for none, since nothing holds the plan itself.
    private var first: [Int32]
    /// The place after each in the same one; 0 for none.
    private var next: [Int32]

    init(_ table: PlaceTable) {
      self.table = table
      first = Array(repeating: 0, count: table.count)
      next = first
      for number in table.places.indices.reversed() where table.places[number].parent >= 0 {
        let parent = Int(table.places[number].parent)
        next[number] = first[parent]
        first[parent] = Int32(number)
      }
    }

    /// The value that a path leads to; nil when it leads to none.
    func origin(at path: InstancePath) -> Origin? {
      var place = 0
      for step in path.steps {
        var member = Int(first[place])
        while member > 0, table.step(of: table.places[member]) != step {
          member = Int(next[member])
        }
        guard member > 0 else { return nil }
        place = member
      }
      return Origin(rawValue: Int32(place))
    }
  }
}
