/// Why a value is not known.
package enum Reason: Hashable, Sendable {
  /// The field is not there, and the input says all there is.
  case absent
  /// The field is not there, and the input does not claim to be complete.
  case notReported
  /// The input itself says that the value is not known yet (`PM`, `onbekend`).
  case stated
  /// There is something, but it could not be read as the declared type.
  case unreadable
  /// The value is known, but not precisely enough to decide (a date known to the month).
  case imprecise
  /// The input says that the question does not apply (`n.v.t.`).
  case notApplicable
}

/// One thing that would have to be known: a place in the input, and the fields below it.
///
/// Its path is that of `origin`, followed by `.a.b` for a trail of `a` and `b`.
package struct Attribute: Hashable, Sendable {
  // In this order it takes least room.

  /// The fields below that place, from the top down.
  package let trail: [String]
  /// The place that was read; nil for a value that comes from no input.
  package let origin: Origin?
  /// Why it is not known.
  package let reason: Reason

  /// What would have to be known at a place, or in a field below it.
  package init(origin: Origin?, trail: [String] = [], reason: Reason) {
    self.origin = origin
    self.trail = trail
    self.reason = reason
  }

  /// The attribute of a field below this one.
  func appending(_ field: String) -> Attribute {
    Attribute(origin: origin, trail: trail + [field], reason: reason)
  }
}

/// What keeps a result from being known: attributes in the order they were met, without duplicates.
///
/// Unknowns pass through operators as cel-spec describes: `unknown || true` is true.
package struct UnknownSet: Hashable, Sendable {
  private var content: Content
  /// Whether operators combined it; an unknown that was only read can be selected from further.
  private(set) var isDerived: Bool

  /// Most unknowns are one attribute, which takes no list.
  private enum Content: Hashable, Sendable {
    case one(Attribute)
    case many([Attribute])
  }

  /// What is not known because of several attributes.
  package init(_ attributes: [Attribute]) {
    var distinct = DistinctAttributes()
    distinct.insert(attributes)
    self.init(distinct, isDerived: false)
  }

  fileprivate init(_ distinct: DistinctAttributes, isDerived: Bool) {
    let attributes = distinct.attributes
    content = attributes.count == 1 ? .one(attributes[0]) : .many(attributes)
    self.isDerived = isDerived
  }

  /// What is not known because of one attribute.
  package init(_ attribute: Attribute) {
    content = .one(attribute)
    self.isDerived = false
  }

  /// What would have to be known; the first one met comes first.
  package var attributes: [Attribute] {
    switch content {
    case .one(let attribute): [attribute]
    case .many(let attributes): attributes
    }
  }

  /// The first one met.
  package var first: Attribute? {
    switch content {
    case .one(let attribute): attribute
    case .many(let attributes): attributes.first
    }
  }

  /// Whether all of it is questions that do not apply.
  package var isWaived: Bool {
    allSatisfy { $0.reason == .notApplicable }
  }

  /// What would have to be known, but for questions that do not apply.
  package var applicable: [Attribute] {
    switch content {
    case .one(let attribute): attribute.reason == .notApplicable ? [] : [attribute]
    case .many(let attributes): attributes.filter { $0.reason != .notApplicable }
    }
  }

  /// Whether something in it does not apply; that weighs more than what is merely unknown.
  package var isNotApplicable: Bool {
    !allSatisfy { $0.reason != .notApplicable }
  }

  /// Whether all of it is absent from an input that says all there is.
  var isAbsent: Bool {
    !isDerived && allSatisfy { $0.reason == .absent }
  }

  /// Whether something stands at this very place, though it could not be read.
  var isWritten: Bool {
    !isDerived && allSatisfy { $0.reason == .unreadable && $0.trail.isEmpty }
  }

  @inline(__always)
  private func allSatisfy(_ condition: (Attribute) -> Bool) -> Bool {
    switch content {
    case .one(let attribute): condition(attribute)
    case .many(let attributes): attributes.allSatisfy(condition)
    }
  }

  /// The same attributes, as the outcome of computing.
  var derived: UnknownSet {
    var copy = self
    copy.isDerived = true
    return copy
  }

  /// The attributes of both; first those of this one.
  func union(_ other: UnknownSet) -> UnknownSet {
    var collector = UnknownCollector()
    collector.add(self)
    collector.add(other)
    return collector.unknown ?? derived
  }

  /// The unknown that results from selecting a field of a value that is not known.
  func selecting(_ field: String) -> UnknownSet {
    if isDerived { return self }
    var result = self
    switch content {
    case .one(let attribute): result.content = .one(attribute.appending(field))
    case .many(let attributes): result.content = .many(attributes.map { $0.appending(field) })
    }
    return result
  }

  fileprivate func add(to distinct: inout DistinctAttributes) {
    switch content {
    case .one(let attribute): distinct.insert(attribute)
    case .many(let attributes): distinct.insert(attributes)
    }
  }
}

/// Attributes in the order they were met, each once.
private struct DistinctAttributes {
  /// How many are compared one by one.
  private static let fewest = 16

  private(set) var attributes: [Attribute] = []
  /// All of them, once there are many.
  private var known: Set<Attribute> = []

  init() {}

  /// Those of a set, with room for a few more.
  init(_ set: UnknownSet) {
    attributes.reserveCapacity(4)
    set.add(to: &self)
  }

  mutating func insert(_ attribute: Attribute) {
    if isNew(attribute) { attributes.append(attribute) }
  }

  mutating func insert(_ others: [Attribute]) {
    for attribute in others { insert(attribute) }
  }

  private mutating func isNew(_ attribute: Attribute) -> Bool {
    guard attributes.count >= Self.fewest else { return !attributes.contains(attribute) }
    if known.isEmpty { known = Set(attributes) }
    return known.insert(attribute).inserted
  }
}

/// Gathers the unknowns of several operands.
struct UnknownCollector {
  /// The only one so far.
  private var single: UnknownSet?
  /// All of them, once there are several.
  private var several: DistinctAttributes?

  /// All of them; nil when there were none.
  var unknown: UnknownSet? {
    several.map { UnknownSet($0, isDerived: true) } ?? single?.derived
  }

  /// Whether there were none.
  var isEmpty: Bool { single == nil }

  mutating func add(_ other: UnknownSet) {
    guard let single else {
      single = other
      return
    }
    // Taken out, so that it is not copied.
    var distinct = several.take() ?? DistinctAttributes(single)
    other.add(to: &distinct)
    several = distinct
  }

  /// Adds the value when it is unknown, and says whether it was.
  mutating func collect(_ value: borrowing Value) -> Bool {
    guard case .unknown(let set) = value.kind else { return false }
    add(set)
    return true
  }
}
