package import CEL
import JSONSchema
package import SourceText
import YAML

/// Where each value of a plan stands; an `Origin` of a CEL value is an index in it.
package struct PlaceTable: Sendable {
  typealias Step = InstancePath.Step

  struct Place: Sendable {
    var parent: Int32
    var step: Step
    /// The value's own range.
    var range: SourceRange
    /// The key's range, for a value of a mapping.
    var key: SourceRange?
    /// The `id` of a list's item, which survives reordering.
    var id: String?
    /// Where an item says who it is: its `id`, else its name.
    var tag: SourceRange?
    /// What it says there.
    var name: String?

    /// What tells an item from others wherever it stands in its list.
    var mark: String? {
      id.map { "[id=\($0)]" } ?? name.map { "[name=\($0)]" }
    }
  }

  private var places: [Place]

  /// A table with only the plan itself, `$`.
  init(root: SourceRange, firstKey: SourceRange?) {
    places = [Place(parent: -1, step: .key("$"), range: root, key: firstKey)]
  }

  /// The plan itself.
  package static let root = Origin(rawValue: 0)

  mutating func add(
    _ step: Step,
    to parent: Origin,
    range: SourceRange,
    key: SourceRange? = nil
  ) -> Origin {
    places.append(Place(parent: parent.rawValue, step: step, range: range, key: key))
    return Origin(rawValue: Int32(places.count - 1))
  }

  mutating func setID(_ id: String, of origin: Origin) {
    places[Int(origin.rawValue)].id = id
  }

  /// Says where an item names itself; of items with one name the later ones are told apart by number.
  mutating func setTag(_ tag: Node, occurrence: Int, of origin: Origin) {
    places[Int(origin.rawValue)].tag = tag.range
    places[Int(origin.rawValue)].name = tag.text.map { occurrence > 1 ? "\($0)#\(occurrence)" : $0 }
  }

  /// The path as `$.activiteiten[2].budget`.
  package func path(of origin: Origin) -> String {
    instancePath(of: origin).description
  }

  /// The way from the plan to a value.
  func instancePath(of origin: Origin) -> InstancePath {
    InstancePath(steps(to: origin))
  }

  /// The path of what is not there: that of the nearest value, and the fields from there.
  package func path(of attribute: Attribute) -> String {
    let steps = steps(to: attribute.origin ?? Self.root)
    return InstancePath(steps + attribute.trail.map(Step.key)).description
  }

  private func steps(to origin: Origin) -> [Step] {
    var steps: [Step] = []
    var place = places[Int(origin.rawValue)]
    while place.parent >= 0 {
      steps.append(place.step)
      place = places[Int(place.parent)]
    }
    return steps.reversed()
  }

  /// The path with ids or names for indexes where items have one: the same after reordering.
  func identity(of origin: Origin) -> String {
    let place = places[Int(origin.rawValue)]
    guard place.parent >= 0 else { return "$" }
    let parent = identity(of: Origin(rawValue: place.parent))
    return parent + (place.mark ?? String(InstancePath([place.step]).description.dropFirst()))
  }

  /// The identity of the value at each path; a path that leads to none has none.
  func identities() -> [String: String] {
    // A place comes after the one that holds it, so each is made from the one before.
    var known: [(path: String, identity: String)] = []
    known.reserveCapacity(places.count)
    for place in places {
      guard place.parent >= 0 else {
        known.append(("$", "$"))
        continue
      }
      let parent = known[Int(place.parent)]
      let step = InstancePath([place.step]).description.dropFirst()
      known.append((parent.path + step, parent.identity + (place.mark ?? String(step))))
    }
    return Dictionary(known.map { ($0.path, $0.identity) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of the items that a value lies in, itself included, from the inside out.
  func ids(of origin: Origin) -> [String] {
    var ids: [String] = []
    var place = places[Int(origin.rawValue)]
    while place.parent >= 0 {
      if let id = place.id { ids.append(id) }
      place = places[Int(place.parent)]
    }
    return ids
  }

  /// Whether any item has this id.
  func hasItem(_ id: String) -> Bool {
    places.contains { $0.id == id }
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
    let first = file.location(of: place.range.start).line
    let last = file.location(of: max(place.range.start, place.range.end - 1)).line
    if let tag = place.tag { return tag }
    if first == last, place.parent >= 0 { return place.range }
    if let key = place.key { return key }
    return place.range.clamped(to: file.contentRange(ofLine: first))
  }
}
