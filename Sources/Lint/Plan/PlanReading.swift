import CEL
import JSONSchema
import SourceText
import YAML

/// The reading of one plan's nodes into typed values.
struct PlanReading {
  private let schema: PlanSchema
  private let file: SourceFile
  private let root: Node
  /// Whether absence means only that something was not reported.
  private let isOpen: Bool
  private(set) var places: PlaceTable
  private(set) var problems: [PlanProblem] = []
  /// The lists of items with the ids in them.
  private var lists: [ItemList] = []
  /// The paths at which something stands that could not be read as a list.
  private var unreadable: Set<String> = []
  private var references: [Reference] = []
  /// The lists to which an unknown refers: any of their ids may be meant.
  private var uncertainTargets: Set<String> = []

  private struct ItemList {
    let origin: Origin
    let item: PlanShape.ID
    var items: [(id: String, range: SourceRange, refersToOthers: Bool)] = []
  }

  private struct Reference {
    let id: String
    let target: String
    let range: SourceRange
    let place: Origin
  }

  init(schema: PlanSchema, file: SourceFile, isOpen: Bool, root: Node) {
    self.schema = schema
    self.file = file
    self.isOpen = isOpen
    self.root = root
    places = PlaceTable(root: root.range, firstKey: root.mapping?.first?.key.range)
  }

  /// The plan itself, with its unreadable sections as unknowns.
  mutating func read(_ root: Node, broken: [Sections.Section]) -> Value {
    guard
      let value = read(root, as: schema.root, at: PlaceTable.root),
      case .structure(let structure) = value.kind
    else { return unknown(.unreadable, at: PlaceTable.root) }
    var slots = structure.slots
    for section in broken {
      guard let index = structure.type.index(of: section.name) else { continue }
      let place = places.add(
        section.name,
        to: PlaceTable.root,
        range: section.key,
        key: section.key
      )
      unreadable.insert(places.path(of: place))
      slots[index] = unknown(.unreadable, at: place)
    }
    return Value(
      .structure(
        StructValue(
          type: structure.type,
          slots: slots,
          origin: structure.origin,
          isOpen: structure.isOpen
        )
      ),
      origin: value.origin
    )
  }

  /// The value of a node; nil when it is empty, which counts as absent.
  mutating func read(_ node: Node, as shape: PlanShape.ID, at origin: Origin) -> Value? {
    if let tag = node.tag, !tag.hasPrefix("tag:yaml.org,2002:") {
      problems.append(
        PlanProblem(.syntax(.tag(tag)), at: node.range, path: places.instancePath(of: origin))
      )
      return unknown(.unreadable, at: origin)
    }
    if let scalar = node.scalar {
      if scalar.text.isEmpty || (scalar.style == .plain && scalar.text == "~") { return nil }
      if let word = ScalarWord(scalar.text) {
        if let target = target(of: shape) { uncertainTargets.insert(target) }
        return unknown(word, at: origin)
      }
    }
    switch (schema.shapes[shape].kind, node.kind) {
    case (.object(let object), .mapping(let entries)):
      return read(entries, as: object, at: origin)
    case (.list(let item), .sequence(let items)): return read(items, as: item, at: origin)
    case (.map(let item), .mapping(let entries)): return readMap(entries, as: item, at: origin)
    case (.scalar(let shape), .scalar(let scalar)):
      return read(scalar, as: shape, at: origin, range: node.range)
    default:
      unreadable.insert(places.path(of: origin))
      return unknown(.unreadable, at: origin)
    }
  }

  private mutating func read(
    _ entries: [Node.Entry],
    as object: PlanObject,
    at origin: Origin
  ) -> Value? {
    var slots = [Value?](repeating: nil, count: object.fields.count)
    var isEmpty = true
    for entry in entries {
      guard let name = entry.key.text, let index = object.type.index(of: name) else { continue }
      let place = places.add(
        name,
        to: origin,
        range: entry.value.range,
        key: entry.key.range
      )
      slots[index] = read(entry.value, as: object.fields[index], at: place)
      if slots[index] != nil { isEmpty = false }
    }
    guard !isEmpty || origin == PlaceTable.root else { return nil }
    let structure = StructValue(type: object.type, slots: slots, origin: origin, isOpen: isOpen)
    return Value(.structure(structure), origin: origin)
  }

  private mutating func read(_ items: [Node], as shape: PlanShape.ID, at origin: Origin) -> Value? {
    guard !items.isEmpty else { return nil }
    var known: [String: SourceRange] = [:]
    var words: Set<String> = []
    var names: [String: Int] = [:]
    var list = ItemList(origin: origin, item: shape)
    let values = items.enumerated().compactMap { index, item -> Value? in
      let place = places.add(index, to: origin, range: item.range)
      let earlier = references.count
      let value = read(item, as: shape, at: place)
      if let tag = Self.tag(of: item) {
        names[tag.text ?? "", default: 0] += 1
        places.setTag(
          tag.range,
          name: tag.text,
          occurrence: names[tag.text ?? "", default: 1],
          of: place
        )
      }
      if let node = item["id"], let id = node.text, !id.isEmpty {
        places.setID(id, of: place)
        if let first = known[id] {
          problems.append(
            PlanProblem(
              .duplicateID(id: id, firstLine: file.line(at: first.start)),
              at: node.range,
              path: places.instancePath(of: place).appending(.key("id"))
            )
          )
          // An id says which item it is: what comes again is the same item.
          return nil
        }
        known[id] = node.range
        list.items.append((id, node.range, references.count > earlier))
      }
      let read = value ?? unknown(.stated, at: place)
      if let word = read.word, !words.insert(word).inserted { return nil }
      return read
    }
    if !list.items.isEmpty { lists.append(list) }
    let rest = isOpen ? UnknownSet(Attribute(origin: origin, reason: .notReported)) : nil
    return Value(.list(ListValue(values, rest: rest)), origin: origin)
  }

  /// The fields by which an item of a list may be known, the best first.
  static let tagFields = ["id", "naam", "soort", "rol", "groep", "omschrijving"]

  /// What to point at for an item: its id, else the field that names it.
  private static func tag(of item: Node) -> Node? {
    tagFields.lazy
      .compactMap { item[$0] }
      .first { !$0.range.isEmpty }
  }

  private mutating func readMap(
    _ entries: [Node.Entry],
    as shape: PlanShape.ID,
    at origin: Origin
  ) -> Value? {
    var members: [(String, Value)] = []
    for entry in entries {
      guard let name = entry.key.text else { continue }
      let place = places.add(
        name,
        to: origin,
        range: entry.value.range,
        key: entry.key.range
      )
      if let value = read(entry.value, as: shape, at: place) { members.append((name, value)) }
    }
    guard !members.isEmpty else { return nil }
    return Value(.map(MapValue(members)), origin: origin)
  }

  private mutating func read(
    _ scalar: Scalar,
    as shape: PlanScalar,
    at origin: Origin,
    range: SourceRange
  ) -> Value {
    if let format = shape.format {
      return read(scalar, as: format, at: origin, range: range)
    }
    if let words = shape.words, !words.contains(scalar.text) {
      return unknown(.unreadable, at: origin)
    }
    if let target = shape.target {
      references.append(
        Reference(id: scalar.text, target: target, range: range, place: origin)
      )
    }
    return Value(.string(scalar.text), origin: origin)
  }

  private mutating func read(
    _ scalar: Scalar,
    as format: DutchFormat,
    at origin: Origin,
    range: SourceRange
  ) -> Value {
    let reading = format.read(scalar)
    if case .value(let value) = reading { return Value(value, origin: origin) }
    if let kind = PlanProblem.Kind(reading, of: scalar.text, as: format) {
      problems.append(PlanProblem(kind, at: range, path: places.instancePath(of: origin)))
    }
    return unknown(.unreadable, at: origin)
  }

  private func unknown(_ word: ScalarWord, at origin: Origin) -> Value {
    switch word {
    case .unknown: unknown(.stated, at: origin)
    case .notApplicable: unknown(Reason.notApplicable, at: origin)
    }
  }

  private func unknown(_ reason: Reason, at origin: Origin) -> Value {
    Value(.unknown(UnknownSet(Attribute(origin: origin, reason: reason))), origin: origin)
  }

  /// Whether a path lies in a part that could not be read.
  private func isUnreadable(_ path: String) -> Bool {
    unreadable.contains { path == $0 || path.hasPrefix($0 + ".") }
  }

  /// The list that a field, or each item of one, refers to.
  private func target(of shape: PlanShape.ID) -> String? {
    switch schema.shapes[shape].kind {
    case .scalar(let scalar): scalar.target
    case .list(let item): target(of: item)
    case .object, .map: nil
    }
  }

  /// Complains about references to ids that no item has, and about items that nothing refers to; to be called when all
  /// has been read.
  mutating func checkReferences() {
    guard !references.isEmpty else { return }
    let ids = Dictionary(
      lists.map { list in (places.path(of: list.origin), Set(list.items.map { $0.id })) },
      uniquingKeysWith: { first, second in first.union(second) }
    )
    for reference in references where !isUnreadable(reference.target) {
      let known = ids[reference.target] ?? []
      guard !known.contains(reference.id) else { continue }
      // What a plan does not report may well hold the id.
      if isOpen, known.isEmpty { continue }
      problems.append(
        PlanProblem(
          unknownReference: reference.id,
          to: reference.target,
          among: known,
          at: reference.range,
          path: places.instancePath(of: reference.place)
        )
      )
    }
    if !isOpen, unreadable.isEmpty { findUnusedIDs() }
  }

  /// Notes the items of a list that nothing refers to and that refer to nothing, when others of the list are referred to.
  ///
  /// A list that no field uses is a plan's way of not using ids, and an item that refers to others has its place.
  private mutating func findUnusedIDs() {
    var used: [String: Set<String>] = [:]
    for reference in references { used[reference.target, default: []].insert(reference.id) }
    for list in lists {
      let path = places.instancePath(of: list.origin)
      let name = path.description
      guard let used = used[name], !uncertainTargets.contains(name) else { continue }
      guard list.items.contains(where: { used.contains($0.id) }) else { continue }
      let candidates = list.items.filter { !used.contains($0.id) && !$0.refersToOthers }
      guard !candidates.isEmpty else { continue }
      // A name may be used where the schema asks for none.
      let mentioned = root.texts(
        among: Set(candidates.map { $0.id }),
        besides: Set(candidates.map { $0.range })
      )
      let unused = candidates.filter { !mentioned.contains($0.id) }
      guard let first = unused.first else { continue }
      guard case .object(let item) = schema.shapes[list.item].kind else { continue }
      problems.append(
        PlanProblem(unused: unused.map(\.id), of: item.type.name, in: path, at: first.range)
      )
    }
  }
}

extension Node {
  /// Which of some texts stand in this part of the tree, at other places than those.
  fileprivate func texts(
    among wanted: Set<String>,
    besides places: Set<SourceRange>
  ) -> Set<String> {
    let longest = wanted.reduce(0) { max($0, $1.utf8.count) }
    var found: Set<String> = []
    var waiting = [self]
    while let node = waiting.popLast() {
      switch node.kind {
      case .scalar(let scalar):
        guard scalar.text.utf8.count <= longest, wanted.contains(scalar.text) else { continue }
        if !places.contains(node.range) { found.insert(scalar.text) }
      case .sequence(let items): waiting += items
      case .mapping(let entries):
        for entry in entries { waiting.append(entry.value) }
      }
    }
    return found
  }
}

extension Value {
  /// What a word or date in a list is known by, and what is not known: said twice, it is said once.
  fileprivate var word: String? {
    switch kind {
    case .string(let text): text
    case .date(let date): date.description
    case .unknown(let unknown): "\(unknown.attributes.map(\.reason))"
    default: nil
    }
  }
}
