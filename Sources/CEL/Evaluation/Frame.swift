import SourceText

/// All that changes while evaluating: the values of variables, what lazy ones came to, and what is traced.
///
/// A frame belongs to one thread; a program can run in any number of frames at once. Its variables are those
/// of the environment it is made for, or of one derived from that.
package struct Frame: Sendable {
  private(set) var slots: [Slot]
  private var lazies: [Lazy] = []
  /// What decided the values of lazy variables, by their index; only of those that were traced.
  private var lazyEvidence: [Int: [Evidence]] = [:]
  var locals: [Value] = []
  /// Where the locals of the running program begin.
  private(set) var base = 0
  private var top = 0
  var budget = Budget(Limits())
  /// Whether evidence is gathered.
  private(set) var isTracing = false {
    didSet { isPlain = !isTracing && noted == nil }
  }
  private(set) var evidence: [Evidence] = []
  /// What conditions came to; nil when nobody wants to know.
  var noted: Set<Decision>? {
    didSet { isPlain = !isTracing && noted == nil }
  }
  /// Whether nobody wants to know more than the result.
  private(set) var isPlain = true
  /// Copies of a frame share it, so that a pattern is compiled once for all subjects and inputs.
  let patterns = PatternCache()

  /// What a variable holds.
  enum Slot: Sendable {
    case unbound
    case value(Value)
    /// Bound to a program that has yet to run; the index is that of the lazy variable.
    case pending(Int)
    /// What the program came to.
    case computed(Int, Value)
    indirect case failed(Int, EvaluationError)
    case running
  }

  /// A variable that is evaluated on first use.
  private struct Lazy: Sendable {
    let variable: VariableID
    let program: Program
    /// The variables it reads, also through other lazy ones.
    let dependencies: VariableSet
  }

  /// A frame in which no variable has a value yet.
  package init(_ environment: Environment) {
    slots = Array(repeating: .unbound, count: environment.variables.count)
  }

  /// A frame with room for so many variables, none of which has a value yet.
  package init(slots count: Int) {
    slots = Array(repeating: .unbound, count: count)
  }

  /// A frame without variables.
  init() {
    slots = []
  }

  /// Starts over as a copy of another frame, but for variables that keep their values; patterns need not be compiled again.
  package mutating func restart(as other: Frame, keeping kept: VariableSet) {
    while slots.count > other.slots.count { slots.removeLast() }
    for index in slots.indices where !kept.contains(index) {
      slots[index] = other.slots[index]
    }
    for index in slots.count..<other.slots.count { slots.append(other.slots[index]) }
    if !lazies.isEmpty || !other.lazies.isEmpty { lazies = other.lazies }
    if !lazyEvidence.isEmpty || !other.lazyEvidence.isEmpty { lazyEvidence = other.lazyEvidence }
    (base, top) = (other.base, other.top)
    if isTracing { isTracing = false }
    if !evidence.isEmpty { evidence = [] }
    if noted != nil || other.noted != nil { noted = other.noted }
  }

  /// Gives a variable its value, and forgets what lazy variables computed from the former one.
  package mutating func set(_ variable: VariableID, _ value: consuming Value) {
    makeRoom(for: variable)
    slots[Int(variable.index)] = .value(consume value)
    if !lazies.isEmpty { forgetDependents(of: variable) }
  }

  /// Binds a variable to a program that runs when the variable is first read.
  ///
  /// The value is kept until a variable it depends on is set, or until `forget`. Variables that the program
  /// itself reads lazily must be bound before it.
  package mutating func bind(_ variable: VariableID, to program: Program) {
    makeRoom(for: variable)
    var dependencies = VariableSet(program.variablesRead)
    for read in program.variablesRead {
      if let index = lazyIndex(of: read) { dependencies.formUnion(lazies[index].dependencies) }
    }
    let lazy = Lazy(variable: variable, program: program, dependencies: dependencies)
    if let index = lazies.firstIndex(where: { $0.variable == variable }) {
      lazies[index] = lazy
      lazyEvidence[index] = nil
      slots[Int(variable.index)] = .pending(index)
    } else {
      slots[Int(variable.index)] = .pending(lazies.count)
      lazies.append(lazy)
    }
    forgetDependents(of: variable)
  }

  /// Forgets what a lazy variable computed; a set one loses its value.
  package mutating func forget(_ variable: VariableID) {
    makeRoom(for: variable)
    if let index = lazyIndex(of: variable) {
      forgetComputed(index)
    } else {
      slots[Int(variable.index)] = .unbound
    }
    forgetDependents(of: variable)
  }

  /// Forgets what all lazy variables computed.
  package mutating func forgetComputed() {
    for index in lazies.indices { forgetComputed(index) }
  }

  private mutating func forgetDependents(of variable: VariableID) {
    for index in lazies.indices where lazies[index].dependencies.mayContain(variable) {
      forgetComputed(index)
    }
  }

  /// Forgets what a lazy variable computed, unless it was given a value meanwhile.
  private mutating func forgetComputed(_ index: Int) {
    let variable = lazies[index].variable
    guard lazyIndex(of: variable) == index else { return }
    slots[Int(variable.index)] = .pending(index)
    if !lazyEvidence.isEmpty { lazyEvidence[index] = nil }
  }

  /// The environment of a program may declare more variables than the one the frame was made for.
  @inline(__always)
  private mutating func makeRoom(for variable: VariableID) {
    while slots.count <= Int(variable.index) { slots.append(.unbound) }
  }

  private func lazyIndex(of variable: VariableID) -> Int? {
    Int(variable.index) < slots.count ? slots[Int(variable.index)].lazyIndex : nil
  }
}

extension Frame.Slot {
  /// The index of the lazy variable that it holds.
  @inline(__always)
  fileprivate var lazyIndex: Int? {
    switch self {
    case .pending(let index): index
    case .computed(let index, _): index
    case .failed(let index, _): index
    case .unbound, .value, .running: nil
    }
  }
}

// MARK: Running programs

extension Frame {
  mutating func run(_ program: Program) throws(EvaluationError) -> Value {
    if isTracing { isTracing = false }
    budget = Budget(program.code.limits)
    return try enter(program)
  }

  mutating func decide(
    _ program: Program,
    seeking sought: Bool?
  ) throws(EvaluationError) -> Condition {
    if isTracing { isTracing = false }
    budget = Budget(program.code.limits)
    let saved = makeRoom(for: program)
    defer { (base, top) = saved }
    return try program.code.condition(program.root, seeking: sought, &self)
  }

  mutating func explain(_ program: Program) throws(EvaluationError) -> (Value, [Evidence]) {
    isTracing = true
    evidence.removeAll(keepingCapacity: true)
    defer { isTracing = false }
    budget = Budget(program.code.limits)
    let value = try enter(program)
    // Mostly a few, which are compared one by one.
    var distinct: [Evidence] = []
    var seen: Set<EvidenceKey> = []
    for item in evidence {
      let isNew =
        evidence.count > 16
        ? seen.insert(EvidenceKey(item)).inserted
        : !distinct.contains { EvidenceKey($0) == EvidenceKey(item) }
      if isNew { distinct.append(item) }
    }
    return (value, distinct)
  }

  /// Evidence about one place of the input has one key, whatever it was called where it was read.
  private struct EvidenceKey: Hashable {
    let origin: Origin?
    let unknown: UnknownSet?

    init(_ evidence: Evidence) {
      origin = evidence.origin
      unknown = evidence.value.unknown?.derived
    }
  }

  private mutating func enter(_ program: Program) throws(EvaluationError) -> Value {
    let saved = makeRoom(for: program)
    defer { (base, top) = saved }
    return try program.code.value(program.root, &self)
  }

  /// Gives a program locals of its own, and tells where those of the one before it lie.
  private mutating func makeRoom(for program: Program) -> (base: Int, top: Int) {
    let saved = (base, top)
    base = top
    top = base + program.code.localCount
    if locals.count < top {
      locals.append(contentsOf: repeatElement(.null, count: top - locals.count))
    }
    return saved
  }

  /// The value of a variable.
  @inline(__always)
  mutating func variable(
    _ slot: Int32,
    _ node: NodeID,
    in code: borrowing Code
  ) throws(EvaluationError) -> Value {
    if Int(slot) < slots.count, case .value(let value) = slots[Int(slot)] { return value }
    return try lazyVariable(Int(slot), node, in: code)
  }

  @inline(never)
  private mutating func lazyVariable(
    _ slot: Int,
    _ node: NodeID,
    in code: borrowing Code
  ) throws(EvaluationError) -> Value {
    func name() -> String { code.sourceMap.name(ofVariable: Int32(slot)) ?? "" }
    switch slot < slots.count ? slots[slot] : .unbound {
    case .value(let value): return value
    case .unbound: throw code.failure(.unboundVariable(name()), node)
    case .running: throw code.failure(.cyclicVariable(name()), node)
    case .failed(_, let error): throw code.failure(error.kind, node)
    case .computed(let index, let value):
      guard isTracing else { return value }
      guard let decisive = lazyEvidence[index] else {
        return try compute(index, slot, node, in: code)
      }
      replay(decisive, at: code.range(of: node))
      return value
    case .pending(let index): return try compute(index, slot, node, in: code)
    }
  }

  /// Runs the program of a lazy variable and remembers what it comes to.
  private mutating func compute(
    _ index: Int,
    _ slot: Int,
    _ node: NodeID,
    in code: borrowing Code
  ) throws(EvaluationError) -> Value {
    let program = lazies[index].program
    slots[slot] = .running
    let outer = evidence
    evidence = []
    do {
      let value = try enter(program)
      slots[slot] = .computed(index, value)
      if isTracing { lazyEvidence[index] = evidence }
      let decisive = evidence
      evidence = outer
      if !decisive.isEmpty { replay(decisive, at: code.range(of: node)) }
      return value
    } catch {
      evidence = outer
      // Passing the limit says nothing about the variable: another evaluation may have more steps left.
      if case .limit(.cost, _) = error.kind {
        slots[slot] = .pending(index)
      } else {
        slots[slot] = .failed(index, error)
      }
      throw code.failure(error.kind, node)
    }
  }
}

// MARK: Tracing

extension Frame {
  /// Where the evidence of what comes next begins.
  var mark: Int { evidence.count }

  mutating func trace(_ evidence: Evidence) {
    self.evidence.append(evidence)
  }

  mutating func trace(_ evidence: [Evidence]) {
    self.evidence += evidence
  }

  /// Takes off the evidence that was gathered since a mark.
  mutating func takeEvidence(from mark: Int) -> [Evidence] {
    guard evidence.count > mark else { return [] }
    let taken = Array(evidence[mark...])
    evidence.removeSubrange(mark...)
    return taken
  }

  private mutating func replay(_ decisive: [Evidence], at range: SourceRange) {
    for var item in decisive {
      item.range = range
      evidence.append(item)
    }
  }
}
