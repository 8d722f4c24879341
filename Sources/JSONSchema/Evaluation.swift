import SourceText
import YAML

/// One run of a schema over one instance: where it is, and what it found.
///
/// Keyword functions report to it and know nothing of paths. It works in two ways: collecting every
/// violation, or only deciding whether there is one, which is how branches are tried.
struct Evaluation {
  private let schema: Schema
  private let options: Validator.Options
  private let formats: [FormatCheck?]
  private let root: Node

  private var violations: [Violation] = []
  private var isDeciding = false
  private var hasFailed = false
  /// The first limit that was hit; it counts whether collecting or deciding.
  private var exceeded: Violation?
  private var depth = 0
  private var steps = 0

  /// The entries and items on the way from the root, by their index.
  private var way: [Int] = []
  /// Whether the instance at hand is a key, which is never exempt.
  private var isAtKey = false
  private var current: Schema.ID
  /// The keyword at work, by its place among the schema's checks.
  private var check: Int?
  /// Which entries or items of the instance at hand a keyword has looked at (core, section 11).
  private var evaluated: Set<Int> = []

  init(
    of root: Node,
    by schema: Schema,
    options: Validator.Options,
    formats: [FormatCheck?]
  ) {
    self.root = root
    self.schema = schema
    self.options = options
    self.formats = formats
    current = schema.root
  }

  mutating func run() -> [Violation] {
    apply(schema.root, to: Instance(root))
    if let exceeded { violations.append(exceeded) }
    return Self.inOrder(violations)
  }

  mutating func decide() -> Bool {
    isDeciding = true
    apply(schema.root, to: Instance(root))
    return !hasFailed && exceeded == nil
  }

  /// By place; what stands at one place in the order it was found.
  private static func inOrder(_ violations: [Violation]) -> [Violation] {
    guard violations.count > 1 else { return violations }
    return violations.enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
  }

  func isExempt(_ node: Node) -> Bool {
    guard let isExempt = options.isExempt, case .scalar = node.kind else { return false }
    return isExempt(node)
  }

  /// Whether a deciding run already has its answer.
  var isDecided: Bool { isDeciding && hasFailed }

  /// What the `$ref` at work leads to.
  var reference: Schema.ID? { schema[current].reference }
}

extension Evaluation {
  /// Applies a subschema to the same instance.
  mutating func apply(_ id: Schema.ID, to instance: borrowing Instance) {
    guard enter(instance.node) else { return }
    let id = schema.programs[id.index].entry
    let outer = (current, check)
    current = id
    if schema.tracksEvaluation {
      let outer = evaluated
      evaluated = []
      runChecks(of: id, on: instance)
      evaluated.formUnion(outer)
    } else {
      runChecks(of: id, on: instance)
    }
    (current, check) = outer
    depth -= 1
  }

  private mutating func runChecks(of id: Schema.ID, on instance: borrowing Instance) {
    for index in schema.programs[id.index].checks
    where !schema.checks[index].types.isDisjoint(with: instance.types) {
      check = index
      schema.checks[index].run(instance, &self)
      if isDecided { return }
    }
  }

  /// Applies a subschema to an item of the instance.
  mutating func apply(_ id: Schema.ID, toItem index: Int, of items: [Node]) {
    guard !isDecided else { return }
    descend(id, to: Instance(items[index]), at: index)
  }

  /// Applies a subschema to the value of an entry of the instance.
  mutating func apply(_ id: Schema.ID, toEntry index: Int, of entries: [Node.Entry]) {
    guard !isDecided else { return }
    descend(id, to: Instance(entries[index].value), at: index)
  }

  /// Applies a subschema to the key of an entry of the instance; no key is exempt.
  mutating func apply(_ id: Schema.ID, toKey index: Int, of entries: [Node.Entry]) {
    guard !isDecided else { return }
    isAtKey = true
    descend(id, to: Instance(key: entries[index].key), at: index)
    isAtKey = false
  }

  private mutating func descend(_ id: Schema.ID, to child: borrowing Instance, at index: Int) {
    way.append(index)
    if schema.tracksEvaluation {
      let outer = evaluated
      apply(id, to: child)
      evaluated = outer
    } else {
      apply(id, to: child)
    }
    way.removeLast()
  }

  /// Whether a subschema holds for the same instance.
  mutating func holds(_ id: Schema.ID, for instance: borrowing Instance) -> Bool {
    let outer = (isDeciding, hasFailed, evaluated)
    (isDeciding, hasFailed) = (true, false)
    apply(id, to: instance)
    let holds = !hasFailed
    (isDeciding, hasFailed) = (outer.0, outer.1)
    if !holds { evaluated = outer.2 }
    return holds
  }

  /// Whether a subschema holds for an item of the instance.
  mutating func holds(_ id: Schema.ID, forItem index: Int, of items: [Node]) -> Bool {
    let outer = (isDeciding, hasFailed)
    (isDeciding, hasFailed) = (true, false)
    apply(id, toItem: index, of: items)
    let holds = !hasFailed
    (isDeciding, hasFailed) = outer
    return holds
  }

  /// Whether keywords must look at all they could skip, because an `unevaluated…` will ask.
  var tracksEvaluation: Bool { schema.tracksEvaluation }

  mutating func markEvaluated(_ index: Int) {
    if schema.tracksEvaluation { evaluated.insert(index) }
  }

  func isEvaluated(_ index: Int) -> Bool { evaluated.contains(index) }

  /// What the format with this number says of a value; nil when nobody knows or asks.
  func verdict(ofFormat index: Int, on node: Node) -> FormatVerdict? {
    formats[index]?(node)
  }

  /// Notes that the keyword at work fails for the instance, or for one of its entries or items.
  ///
  /// What is about an entry or item gives its index; what should not be shown at the whole of what failed
  /// gives the range to point to.
  mutating func report(
    _ kind: @autoclosure () -> Violation.Kind,
    _ instance: Node,
    at index: Int? = nil,
    pointingTo range: SourceRange? = nil
  ) {
    // Asked only of what fails, which is little: the answer may be dear. What is about an entry or item
    // is not about its value.
    if index == nil, !isAtKey, isExempt(instance) { return }
    hasFailed = true
    guard !isDeciding else { return }
    guard violations.count < options.limits.violations else {
      exceed(.tooManyViolations(limit: options.limits.violations), instance)
      return
    }
    violations.append(violation(kind(), instance, at: index, pointingTo: range))
  }

  /// Why a branch does not hold: its violations in order.
  mutating func violations(of id: Schema.ID, for instance: borrowing Instance) -> [Violation] {
    let outer = (violations, hasFailed, evaluated)
    violations = []
    apply(id, to: instance)
    let found = violations
    (violations, hasFailed, evaluated) = outer
    return Self.inOrder(found)
  }

  /// Notes that none of the branches holds.
  mutating func reportNoBranch(_ branches: [Schema.ID], _ instance: borrowing Instance) {
    guard !isDeciding else {
      hasFailed = true
      return
    }
    var candidates: [Violation.Branch] = []
    for (index, id) in branches.enumerated() {
      let found = violations(of: id, for: instance)
      candidates.append(Violation.Branch(index: index, schema: id, violations: found))
    }
    let here = path().steps.count
    guard let nearest = candidates.min(by: { $0.distance(from: here) < $1.distance(from: here) })
    else { return }
    report(.noBranch(nearest: nearest), instance.node)
  }
}

extension Evaluation {
  /// Counts a step; false when a limit keeps it from being taken.
  private mutating func enter(_ node: Node) -> Bool {
    guard depth < options.limits.depth else {
      exceed(.tooDeep(limit: options.limits.depth), node)
      return false
    }
    guard takeSteps(1, node) else { return false }
    depth += 1
    return true
  }

  /// Counts what comparing a value costs; false when it is too much.
  mutating func takeSteps(_ count: Int, _ node: Node) -> Bool {
    steps += count
    guard steps <= options.limits.steps else {
      exceed(.tooMuchWork(limit: options.limits.steps), node)
      return false
    }
    return true
  }

  /// How deep values may be compared.
  var depthLeft: Int { options.limits.depth - depth }

  mutating func exceedDepth(_ node: Node) {
    exceed(.tooDeep(limit: options.limits.depth), node)
  }

  private mutating func exceed(_ kind: Violation.Kind, _ node: Node) {
    if exceeded == nil { exceeded = violation(kind, node) }
  }

  private func violation(
    _ kind: Violation.Kind,
    _ instance: Node,
    at index: Int? = nil,
    pointingTo range: SourceRange? = nil
  ) -> Violation {
    let location = schema[current].location
    let keyword = check.map { schema.checks[$0].keyword } ?? ""
    return Violation(
      kind: kind,
      instance: instance,
      range: range ?? instance.range,
      path: path(to: index),
      schema: current,
      keyword: keyword,
      schemaPath: keyword.isEmpty ? location : location + "/" + keyword
    )
  }

  /// The way as keys and indexes, read off the instance.
  private func path(to index: Int? = nil) -> InstancePath {
    var node = root
    var path = InstancePath()
    for index in way + [index].compactMap({ $0 }) {
      switch node.kind {
      case .sequence(let items):
        path.steps.append(.index(index))
        node = items[index]
      case .mapping(let entries):
        path.steps.append(.key(entries[index].key.text ?? ""))
        node = entries[index].value
      case .scalar: return path
      }
    }
    return path
  }
}
