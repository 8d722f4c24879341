import CEL
import JSONSchema
import SourceText
import YAML

/// The reading of a plan straight from YAML's events, for plans in whose form little or nothing is wrong.
///
/// It vouches for what it gives: that `PlanReading` makes the same of the file, and finds the same wrong with its notation and
/// references, and that neither the YAML reader nor the schema's validator has anything else against it. At the first thing
/// for which it cannot vouch it gives up, and says nothing of why: reading the file again from the start finds that out.
struct SoundReading {
  /// How many subschemas may hold for one value, and how deep values may be nested: less than what would
  /// take a validator to its limits.
  static let chainLimit = 8
  private static let deepest = 24
  private static let stepLimit = 2_500_000
  /// How many values may be of another type than the schema says; a validator keeps no more than 2500.
  private static let misfitLimit = 2000

  struct GiveUp: Error {}

  let forms: FormTable
  private let schema: PlanSchema
  private let file: SourceFile
  /// Whether absence means only that something was not reported.
  let isOpen: Bool
  private let nodeLimit: Int
  private let depthLimit: Int
  private(set) var places: PlaceTable
  private var problems: [PlanProblem] = []
  var ledger: ReferenceLedger
  /// Whether the plan says of itself that it does not tell all.
  private(set) var saysOpen = false

  private var depth = 0
  private var nodes = 0
  private var steps = 0
  private var misfits = 0
  /// The range of the value that was read last.
  private var lastRange = SourceRange(0, 0)
  /// By what the object is known that was read last.
  private var lastTag = Tag()
  /// Whether the scalar that was read last is a text for YAML, for certain.
  var lastIsText = false

  /// By what an item of a list is known.
  private struct Tag {
    var rank = FormTable.Field.noTag
    var range = SourceRange(0, 0)
    var text: String?
  }

  private init(_ file: SourceFile, schema: PlanSchema, limits: YAML.Limits, isOpen: Bool) {
    self.file = file
    self.schema = schema
    forms = schema.forms
    ledger = ReferenceLedger(lists: schema.forms.targetCount)
    places = PlaceTable(root: SourceRange(0, 0), firstKey: nil)
    nodeLimit = limits.nodes
    depthLimit = min(limits.depth, Self.deepest)
    self.isOpen = isOpen
  }

  /// The plan that a file holds; nil when it cannot be vouched for.
  static func read(_ file: SourceFile, by schema: PlanSchema, limits: YAML.Limits) -> Plan? {
    guard schema.forms.forms[schema.root].kind == .object else { return nil }
    let parser = Parser(limits: limits)
    // Whether a plan tells all is said in it, after what depends on it: guessed first, and read again when that was wrong.
    let guess = seemsOpen(file)
    for isOpen in [guess, !guess] {
      var mustTurn = false
      let plan = parser.walk(file) { walk -> Plan? in
        var reading = SoundReading(file, schema: schema, limits: limits, isOpen: isOpen)
        let value = try? reading.readDocument(&walk, as: schema.root, bytes: file.bytes.count)
        guard reading.saysOpen == isOpen else {
          mustTurn = value != nil || reading.saysOpen
          return nil
        }
        guard let value else { return nil }
        return Plan(
          file: file,
          status: .judged,
          value: value,
          places: reading.places,
          problems: reading.problems,
          isComplete: !isOpen
        )
      }
      if plan != nil || !mustTurn { return plan }
    }
    return nil
  }

  /// Whether `volledig: nee` stands in the beginning of a file.
  private static func seemsOpen(_ file: SourceFile) -> Bool {
    let words = PlanSchema.completeness.field + ": nee"
    return file.bytes.withUnsafeBytes { text in
      let text = UnsafeRawBufferPointer(rebasing: text.prefix(2048))
      guard let first = words.utf8.first else { return false }
      var next = 0
      while let start = text.first(first, from: next) {
        if text[start...].starts(with: words.utf8) { return true }
        next = start + 1
      }
      return false
    }
  }

  private mutating func readDocument(
    _ walk: inout EventWalk,
    as root: PlanShape.ID,
    bytes: Int
  ) throws(GiveUp) -> Value {
    while case .other = walk.kind { try advance(&walk) }
    guard case .documentStart = walk.kind else { throw GiveUp() }
    try advance(&walk)
    guard case .mappingStart = walk.kind else { throw GiveUp() }
    places = PlaceTable(root: walk.range, firstKey: nil, names: forms.names)
    places.reserveCapacity(bytes / 16 + 16)
    guard let value = try read(root, at: PlaceTable.root, way: 0, &walk) else { throw GiveUp() }
    while true {
      try advance(&walk)
      switch walk.kind {
      case .other: continue
      case .streamEnd:
        let found = ledger.problems(in: value, places, texts: forms.texts, isOpen: isOpen)
        guard let found else { throw GiveUp() }
        problems += found
        problems.sort { $0.range.start < $1.range.start }
        // Which of two problems at one place comes first is for the thorough reading to say.
        for (one, next) in zip(problems, problems.dropFirst())
        where one.range.start == next.range.start {
          throw GiveUp()
        }
        return value
      default: throw GiveUp()
      }
    }
  }

  private func advance(_ walk: inout EventWalk) throws(GiveUp) {
    guard walk.advance() else { throw GiveUp() }
  }

  /// Counts a node.
  private mutating func count() throws(GiveUp) {
    nodes += 1
    guard nodes <= nodeLimit else { throw GiveUp() }
  }

  /// Notes a value whose type may be another than the schema says.
  mutating func noteMisfit() throws(GiveUp) {
    misfits += 1
    guard misfits <= Self.misfitLimit else { throw GiveUp() }
  }

  /// Notes a value that is not written as it should be, if it is not; a validator has nothing to add to that.
  mutating func note(_ kind: PlanProblem.Kind?, at origin: Origin, _ range: SourceRange) {
    guard let kind else { return }
    problems.append(PlanProblem(kind, at: range, path: places.instancePath(of: origin)))
  }

  /// Notes what a validator has against a value, to be told at the first line of a range.
  mutating func note(_ kind: PlanProblem.Kind, on range: SourceRange, _ path: InstancePath) {
    problems.append(PlanProblem(kind, onFirstLineOf: range, in: file, path: path))
  }

  /// The value that begins at the event at hand; nil when it is empty, which counts as absent.
  ///
  /// `way` leads to the lists whose ids are referred to.
  private mutating func read(
    _ id: PlanShape.ID,
    at origin: Origin,
    way: Int32,
    target: Int32 = -1,
    _ walk: inout EventWalk
  ) throws(GiveUp) -> Value? {
    let form = forms.forms[id]
    guard !walk.hasProperties else { throw GiveUp() }
    try count()
    steps += Int(form.steps)
    guard steps <= Self.stepLimit else { throw GiveUp() }
    if case .scalar = walk.kind {
      lastRange = walk.range
      return try readScalar(form, at: origin, &walk)
    }
    guard depth < depthLimit else { throw GiveUp() }
    depth += 1
    defer { depth -= 1 }
    switch (form.kind, walk.kind) {
    case (.object, .mappingStart):
      return try read(forms.objects[Int(form.detail)], at: origin, way: way, &walk)
    case (.list, .sequenceStart): return try readList(form, at: origin, target: target, &walk)
    case (.map, .mappingStart): return try readMap(form, at: origin, &walk)
    default: throw GiveUp()
    }
  }

  private mutating func read(
    _ object: FormTable.Object,
    at origin: Origin,
    way: Int32,
    _ walk: inout EventWalk
  ) throws(GiveUp) -> Value? {
    let (start, isFlow) = (walk.range, walk.isFlow)
    var slots = Self.emptySlots(Int(object.fieldCount))
    var seen: UInt64 = 0
    var strange: [String] = []
    var isEmpty = true
    var end = start.end
    var index = -1
    var tag = Tag()
    while true {
      try advance(&walk)
      if case .mappingEnd = walk.kind { break }
      guard case .scalar = walk.kind, !walk.hasProperties else { throw GiveUp() }
      guard let found = forms.index(ofField: walk.content, in: object, guess: index + 1) else {
        try passOver(object, at: origin, isFirst: seen == 0 && strange.isEmpty, &strange, &walk)
        end = lastRange.end
        continue
      }
      guard seen & (1 << UInt64(found)) == 0 else { throw GiveUp() }
      try count()
      let key = walk.range
      if seen == 0, strange.isEmpty, origin.isPlan { places.setKey(key, of: origin) }
      index = found
      seen |= 1 << UInt64(index)
      try advance(&walk)
      let number = Int(object.firstField) + index
      let field = forms.fields[number]
      let next = forms.step(from: way, field: number)
      let isScalar = walk.isAtScalar
      let place = places.add(name: Int32(number), to: origin, range: walk.range, key: key)
      let value = try read(
        Int(field.form),
        at: place,
        way: next.to,
        target: next.target,
        &walk
      )
      end = lastRange.isEmpty ? key.end : lastRange.end
      if field.tagRank < tag.rank, !lastRange.isEmpty {
        tag.rank = field.tagRank
        tag.range = lastRange
        tag.text = isScalar ? Self.text(value, walk.content) : nil
      }
      guard let value else { continue }
      if origin.isPlan { try checkCompleteness(value, field: index) }
      slots[index] = value
      isEmpty = false
    }
    guard seen != 0 || !origin.isPlan else { throw GiveUp() }
    finish(origin, isFlow ? start.union(walk.range) : SourceRange(start.start, end))
    lastTag = tag
    if object.required & ~seen != 0 { try noteMissing(object.required & ~seen, of: object, origin) }
    guard !isEmpty || origin.isPlan else { return nil }
    let structure = StructValue(
      type: forms.types[Int(object.type)],
      slots: slots,
      origin: origin,
      isOpen: isOpen
    )
    return Value(.structure(structure), origin: origin)
  }

  /// Room for the values of an object; filled one by one, for a tenth of the work of an array that repeats.
  private static func emptySlots(_ count: Int) -> [Value?] {
    var slots: [Value?] = []
    slots.reserveCapacity(count)
    for _ in 0..<count { slots.append(nil) }
    return slots
  }

  /// Passes over a field that an object does not have, if it holds a single scalar.
  ///
  /// Of names that may mean something nonetheless the thorough reading knows more.
  private mutating func passOver(
    _ object: FormTable.Object,
    at origin: Origin,
    isFirst: Bool,
    _ strange: inout [String],
    _ walk: inout EventWalk
  ) throws(GiveUp) {
    let name = String(decoding: walk.content, as: UTF8.self)
    guard object.isClosed, let first = name.utf8.first, Notation.isLetter(first),
      name.utf8.allSatisfy({ $0 < 0x80 }),
      !PlanReading.tagFields.contains(name), !strange.contains(name)
    else { throw GiveUp() }
    try count()
    try noteMisfit()
    let key = walk.range
    if isFirst, origin.isPlan { places.setKey(key, of: origin) }
    strange.append(name)
    try advance(&walk)
    guard walk.isAtScalar, !walk.hasProperties else { throw GiveUp() }
    try count()
    mention(walk.content)
    let known = forms.types[Int(object.type)].fields.map(\.name)
    note(
      .unknownField(name, among: known, schema),
      on: key,
      places.instancePath(of: origin).appending(.key(name))
    )
    lastRange = SourceRange(key.start, walk.range.isEmpty ? key.end : walk.range.end)
  }

  /// Notes the field that an object lacks; of several the thorough reading knows the order.
  private mutating func noteMissing(
    _ missing: UInt64,
    of object: FormTable.Object,
    _ origin: Origin
  ) throws(GiveUp) {
    guard missing.nonzeroBitCount == 1 else { throw GiveUp() }
    try noteMisfit()
    let name = forms.types[Int(object.type)].fields[missing.trailingZeroBitCount].name
    note(.missingField(name: name), on: places.range(of: origin), places.instancePath(of: origin))
  }

  /// The text of the scalar at hand, of which this is the value.
  private static func text(_ value: Value?, _ content: UnsafeBufferPointer<UInt8>) -> String {
    if case .string(let text)? = value?.kind { return text }
    return String(decoding: content, as: UTF8.self)
  }

  /// Says where a collection stands, now that its end is known.
  private mutating func finish(_ origin: Origin, _ range: SourceRange) {
    places.setEnd(range.end, of: origin)
    lastRange = range
  }

  /// Sees whether the plan tells all, when a section of it is the one that says so.
  private mutating func checkCompleteness(_ value: Value, field: Int) throws(GiveUp) {
    guard let completeness = forms.completeness, completeness.section == Int32(field),
      case .structure(let section) = value.kind,
      let said = section.slots[Int(completeness.field)]
    else { return }
    switch said.kind {
    case .bool(let tellsAll): saysOpen = !tellsAll
    case .string(let text):
      if case .value(.bool(false)) = DutchFormat.yesNo.read(YAML.Scalar(text)) { saysOpen = true }
    default: return
    }
    if saysOpen, !isOpen { throw GiveUp() }
  }
}

extension SoundReading {
  private mutating func readList(
    _ form: FormTable.Form,
    at origin: Origin,
    target: Int32,
    _ walk: inout EventWalk
  ) throws(GiveUp) -> Value? {
    let (start, isFlow) = (walk.range, walk.isFlow)
    let item = Int(form.detail)
    let hasObjects = forms.forms[item].kind == .object
    var end = start.end
    var values: [Value] = []
    values.reserveCapacity(4)
    var words = ListWords(isUnique: form.isUnique)
    var tags = ListTags()
    var index = 0
    while true {
      try advance(&walk)
      if case .sequenceEnd = walk.kind { break }
      let place = places.add(index, to: origin, range: walk.range)
      let isObject = hasObjects && !walk.isAtScalar
      guard walk.isAtScalar || !form.isUnique else { throw GiveUp() }
      let earlier = (references: ledger.count, problems: problems.count)
      let value = try read(item, at: place, way: -1, &walk)
      // A validator compares what is written.
      guard !form.isUnique || problems.count == earlier.problems else { throw GiveUp() }
      end = lastRange.end
      if isObject, lastTag.rank != FormTable.Field.noTag {
        let isID = lastTag.rank == 0 && lastTag.text?.isEmpty == false
        guard let occurrence = tags.occurrence(of: lastTag.text ?? "", isID: isID) else {
          throw GiveUp()
        }
        places.setTag(lastTag.range, name: lastTag.text, occurrence: occurrence, of: place)
        if isID, let id = lastTag.text {
          places.setID(id, of: place)
          if target >= 0 {
            ledger.add(
              ReferenceLedger.Item(
                id: id,
                range: lastTag.range,
                refersToOthers: ledger.count > earlier.references
              ),
              of: forms.types[Int(forms.objects[Int(forms.forms[item].detail)].type)].name,
              to: Int(target),
              at: origin
            )
          }
        }
      }
      let read = value ?? Self.unknown(.stated, at: place)
      guard words.accept(read, behind: values, isAbsent: value == nil, isText: lastIsText) else {
        throw GiveUp()
      }
      values.append(read)
      index += 1
    }
    finish(origin, isFlow ? start.union(walk.range) : SourceRange(start.start, end))
    guard index > 0 else { return nil }
    let rest = isOpen ? UnknownSet(Attribute(origin: origin, reason: .notReported)) : nil
    return Value(.list(ListValue(values, rest: rest)), origin: origin)
  }

  private mutating func readMap(
    _ form: FormTable.Form,
    at origin: Origin,
    _ walk: inout EventWalk
  ) throws(GiveUp) -> Value? {
    let (start, isFlow) = (walk.range, walk.isFlow)
    var end = start.end
    var members: [(String, Value)] = []
    var names = TextSet()
    while true {
      try advance(&walk)
      if case .mappingEnd = walk.kind { break }
      guard case .scalar = walk.kind, !walk.hasProperties else { throw GiveUp() }
      try count()
      let key = walk.range
      let name = String(decoding: walk.content, as: UTF8.self)
      guard name != "<<", names.insert(name) else { throw GiveUp() }
      try advance(&walk)
      let place = places.add(name, to: origin, range: walk.range, key: key)
      let value = try read(Int(form.detail), at: place, way: -1, &walk)
      end = lastRange.isEmpty ? key.end : lastRange.end
      if let value { members.append((name, value)) }
    }
    finish(origin, isFlow ? start.union(walk.range) : SourceRange(start.start, end))
    guard !members.isEmpty else { return nil }
    return Value(.map(MapValue(members)), origin: origin)
  }

  static func unknown(_ reason: Reason, at origin: Origin) -> Value {
    Value(.unknown(UnknownSet(Attribute(origin: origin, reason: reason))), origin: origin)
  }
}

/// The words of a list: said twice, they would be said once.
private struct ListWords {
  /// How many words are compared one by one.
  private static let fewest = 16

  let isUnique: Bool
  /// All texts, once there are many.
  private var texts: Set<String> = []
  private var unknowns = 0
  /// Items that may be numbers, which are the same in several notations.
  private var others = 0
  /// Whether a text may be that of something unknown.
  private var hasOddText = false

  init(isUnique: Bool) {
    self.isUnique = isUnique
  }

  /// Whether an item differs from those before it, for certain.
  mutating func accept(
    _ value: Value,
    behind earlier: [Value],
    isAbsent: Bool,
    isText: Bool
  ) -> Bool {
    switch value.kind {
    case .string(let text):
      if text.utf8.first == UInt8(ascii: "[") { hasOddText = true }
      guard isNew(text, behind: earlier) else { return false }
    case .date(let date):
      for case .date(date) in earlier.lazy.map(\.kind) { return false }
    case .unknown: unknowns += 1
    default: break
    }
    // Empty items and words such as `PM` may come again, as far as the schema goes.
    if isUnique, !isText, !isAbsent, !value.isUnknown { others += 1 }
    return unknowns <= 1 && others <= 1 && !(hasOddText && unknowns > 0)
  }

  private mutating func isNew(_ text: String, behind earlier: [Value]) -> Bool {
    if earlier.count < Self.fewest {
      for value in earlier {
        if case .string(let other) = value.kind, other == text { return false }
      }
      return true
    }
    if texts.isEmpty {
      for value in earlier {
        if case .string(let other) = value.kind { texts.insert(other) }
      }
    }
    return texts.insert(text).inserted
  }
}

/// By what the items of a list are known.
private struct ListTags {
  private var ids = TextSet()
  private var counts: [String: Int] = [:]

  /// How many items are known by a name, this one included; nil for an id that another has too.
  mutating func occurrence(of name: String, isID: Bool) -> Int? {
    if isID {
      guard ids.insert(name) else { return nil }
      return counts.isEmpty ? 1 : 1 + counts[name, default: 0]
    }
    counts[name, default: 0] += 1
    return counts[name, default: 1] + (ids.contains(name) ? 1 : 0)
  }
}

extension EventWalk {
  /// Whether the event at hand is a scalar; asked here, where it needs no call that copies the walk.
  @inline(__always)
  fileprivate var isAtScalar: Bool {
    if case .scalar = kind { true } else { false }
  }
}
