import CEL
import SourceText
import TestSupport
import Testing

@testable import Lint

/// What one rule says of a plan, counted.
struct Tally: Hashable, CustomStringConvertible {
  var passed = 0
  var failed = 0
  var undetermined = 0

  init(_ verdicts: [Verdict]) {
    for verdict in verdicts {
      switch verdict.outcome {
      case .pass: passed += 1
      case .fail: failed += 1
      case .undetermined: undetermined += 1
      case .notApplicable: break
      }
    }
  }

  var subjects: Int { passed + failed + undetermined }

  /// Whether this passes a smaller or equal share; what passes wholly may drop out, since that raises no mean.
  func isAtMost(_ other: Tally) -> Bool {
    if other.subjects == 0 { return true }
    if subjects == 0 { return other.passed == other.subjects }
    return passed * other.subjects <= other.passed * subjects
  }

  /// Whether something that failed no longer does, though nothing was mended.
  func hasFewerFailures(than other: Tally) -> Bool { failed < other.failed }

  /// Whether the shares, sure and possible, are the same.
  func isShare(of other: Tally) -> Bool {
    (subjects == 0) == (other.subjects == 0)
      && passed * other.subjects == other.passed * subjects
      && undetermined * other.subjects == other.undetermined * subjects
  }

  var description: String { "\(passed) pass, \(failed) fail, \(undetermined) undetermined" }
}

/// The laws that every rule must keep, whatever the plan.
enum RuleLaw: String, CaseIterable, Sendable {
  /// Removing or emptying a field raises nothing, unless a `when` reads it.
  case removal
  /// Saying the same twice changes nothing.
  case repetition
  /// The order of items changes nothing.
  case order
}

/// A change of a plan of which a law speaks.
struct Change: Sendable, CustomStringConvertible {
  enum Kind: Hashable, Sendable {
    case remove
    case empty
    /// The value becomes unknown.
    case forget
    case `repeat`
    /// A list's items come in the order that a seed gives.
    case shuffle(UInt64)
  }

  var kind: Kind
  var path: PlanTree.Path

  var law: RuleLaw {
    switch kind {
    case .remove, .empty, .forget: .removal
    case .repeat: .repetition
    case .shuffle: .order
    }
  }

  func apply(to tree: PlanTree) -> PlanTree {
    tree.changing(path) { value in
      switch kind {
      case .remove: return nil
      case .empty:
        switch value {
        case .scalar: return .scalar("")
        case .list: return .list([])
        case .map: return .map([])
        }
      case .forget: return .scalar("PM")
      case .repeat:
        guard case .list(let items) = value else { return value }
        return .list(items + items)
      case .shuffle(let seed):
        guard case .list(let items) = value else { return value }
        var random = SplitMix(seed: seed)
        return .list(items.shuffled(using: &random))
      }
    }
  }

  var description: String { "\(kind) $\(path.map(\.description).joined())" }
}

/// A field of an object type, as rules read it.
struct FieldName: Hashable, Sendable {
  var structure: String
  var name: String
}

extension FieldName {
  init(_ field: Program.References.Field) {
    self.init(structure: field.structure, name: field.name)
  }
}

/// The rules of a pack with what they read, ready to be put to the laws.
struct RuleLaws: Sendable {
  /// A class only so that the many looks at it copy nothing.
  final class Subject: Sendable {
    let index: Int
    let compiled: CompiledRule
    let reads: Set<FieldName>
    let relevance: Set<FieldName>
    /// Whether it counts items or adds something up.
    let isCounting: Bool

    init(index: Int, compiled: CompiledRule) {
      self.index = index
      self.compiled = compiled
      reads = Set(compiled.fieldsRead.map(FieldName.init))
      relevance = Set(compiled.fieldsOfRelevance.map(FieldName.init))
      let programs =
        compiled.given + [compiled.body.assertion] + [compiled.body.when].compactMap { $0 }
        + compiled.body.variables.map(\.program)
      isCounting = programs.contains { program in
        ["size()", "sum()", "median()", "exists_one("].contains { program.source.contains($0) }
      }
    }
  }

  let pack: RulePack
  let weights: Ledger.Weights
  let subjects: [Subject]
  /// Places in `subjects`.
  private let readersByField: [FieldName: [Int]]

  init(pack: RulePack) {
    self.pack = pack
    subjects = pack.rules.enumerated().compactMap { index, compiled in
      guard compiled.rule.kind == .problem else { return nil }
      return Subject(index: index, compiled: compiled)
    }
    weights = Ledger.Weights(pack)
    var readers: [FieldName: [Int]] = [:]
    for (place, subject) in subjects.enumerated() {
      for field in subject.reads { readers[field, default: []].append(place) }
    }
    readersByField = readers
  }

  /// The places in `subjects` of the rules that read any of these fields.
  func readers(of fields: Set<FieldName>) -> [Int] {
    Set(fields.flatMap { readersByField[$0] ?? [] }).sorted()
  }

  /// The typed plan, without the schema's complaints, on which no verdict hangs.
  func read(_ tree: PlanTree) -> Plan {
    let node = tree.node
    let isOpen = tree[[.key("herkomst"), .key("volledig")]] == .scalar("nee")
    let file = SourceFile(path: "p", bytes: [])
    var reading = PlanReading(schema: pack.schema, file: file, isOpen: isOpen, root: node)
    let value = reading.read(node, broken: [])
    return Plan(
      file: file,
      status: .judged,
      value: value,
      places: reading.places,
      problems: [],
      isComplete: !isOpen
    )
  }

  func verdicts(_ subject: Subject, _ plan: Plan) -> [Verdict] {
    var judge = Judge(
      rule: subject.compiled,
      at: subject.index,
      on: plan,
      date: plan.referenceDate,
      pack: pack
    )
    return judge.verdicts()
  }

  /// Whether a rule keeps the law of a change, given what it said before and says after.
  func keeps(
    _ law: RuleLaw,
    _ subject: Subject,
    changed: Set<FieldName>,
    isNameless: Bool,
    _ before: [Verdict],
    _ after: [Verdict]
  ) -> Bool {
    let (old, new) = (Tally(before), Tally(after))
    switch law {
    case .removal:
      if !subject.relevance.isDisjoint(with: changed) { return true }
      if isOtherSubjects(subject, before, after) { return true }
      if isWaived(before, after) { return !new.hasFewerFailures(than: old) }
      return new.isAtMost(old)
    case .repetition:
      // Two items without an id are two where a rule counts or adds up.
      if isNameless, subject.isCounting { return true }
      return new.isShare(of: old)
    case .order: return new == old
    }
  }

  /// Whether a subject drops out because the plan itself says `n.v.t.`, which may come to matter when a fact is left out.
  private func isWaived(_ before: [Verdict], _ after: [Verdict]) -> Bool {
    before.count == after.count && zip(before, after).contains { !$0.isWaived && $1.isWaived }
  }

  /// Whether two items without id have become, or were, the same item: then the plan is about something else.
  private func isOtherSubjects(_ subject: Subject, _ before: [Verdict], _ after: [Verdict]) -> Bool
  {
    guard subject.compiled.given.count == 1, before.count != after.count else { return false }
    return !(after.count == 1 && after[0].subject == PlaceTable.root)
  }

  /// The first law that a rule breaks when a plan is changed.
  func isBroken(by change: Change, on tree: PlanTree, _ subject: Subject) -> Bool {
    guard tree[change.path] != nil else { return false }
    let (before, after) = (read(tree), read(change.apply(to: tree)))
    guard value(at: change.path, in: before) != nil else { return false }
    return !keeps(
      change.law,
      subject,
      changed: Self.difference(before.value, after.value),
      isNameless: repeatsNameless(change, in: tree),
      verdicts(subject, before),
      verdicts(subject, after)
    )
  }

  /// Whether a change repeats an item that has no id.
  func repeatsNameless(_ change: Change, in tree: PlanTree) -> Bool {
    guard change.kind == .repeat, case .list(let items)? = tree[change.path] else { return false }
    return items.contains { item in
      if case .map(let entries) = item { !entries.contains { $0.key == "id" } } else { false }
    }
  }

  /// What a plan says at a place; nil when it says nothing there.
  func value(at path: PlanTree.Path, in plan: Plan) -> Value? {
    var value: Value? = plan.value
    for step in path {
      switch (step, value?.kind) {
      case (.key(let key), .structure(let structure)?): value = structure[key]
      case (.key(let key), .map(let map)?): value = map[key]
      case (.index(let index), .list(let list)?):
        value = list.elements.indices.contains(index) ? list.elements[index] : nil
      default: return nil
      }
    }
    return value
  }

  /// The fields whose values differ between two readings.
  static func difference(_ before: Value?, _ after: Value?) -> Set<FieldName> {
    guard let before else { return after.map { difference($0, nil) } ?? [] }
    var fields: Set<FieldName> = []
    switch (before.kind, after?.kind) {
    case (.structure(let left), .structure(let right)?):
      for (index, field) in left.type.fields.enumerated() {
        let (old, new) = (left.slots[index], right.slots[index])
        let inner = difference(old, new)
        if !inner.isEmpty || isChanged(old, new) {
          fields.formUnion(inner)
          fields.insert(FieldName(structure: left.type.name, name: field.name))
        }
      }
    case (.structure(let left), _):
      for (index, field) in left.type.fields.enumerated() where left.slots[index] != nil {
        fields.insert(FieldName(structure: left.type.name, name: field.name))
        fields.formUnion(difference(left.slots[index], nil))
      }
    case (.list(let left), .list(let right)?) where left.elements.count == right.elements.count:
      for (old, new) in zip(left.elements, right.elements) {
        fields.formUnion(difference(old, new))
      }
    case (.list(let left), _):
      for element in left.elements { fields.formUnion(difference(element, nil)) }
    default: break
    }
    return fields
  }

  /// Whether two values differ as a whole, apart from the fields in them.
  private static func isChanged(_ old: Value?, _ new: Value?) -> Bool {
    guard let old, let new else { return old != nil || new != nil }
    switch (old.kind, new.kind) {
    case (.structure, .structure), (.unknown, .unknown): return false
    case (.list(let left), .list(let right)):
      return left.elements.count != right.elements.count
        || zip(left.elements, right.elements).contains { isChanged($0, $1) }
    case (.map(let left), .map(let right)): return left.count != right.count
    default: return old.description != new.description
    }
  }
}
