import SourceText

/// The position of an operation in its code.
struct NodeID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }
}

/// One step of a checked expression: what to do with which other steps and tables.
///
/// Operations are plain numbers, without references to count, so that walking over them is cheap.
enum Operation: Sendable {
  case constant(Int32)
  case variable(Int32)
  case local(Int32)
  /// A field of a structure, by its slot.
  case field(NodeID, slot: Int32, name: Int32)
  /// A field of what may be anything, by its name.
  case select(NodeID, name: Int32)
  case optionalSelect(NodeID, name: Int32)
  /// Whether a field is there; its slot is negative when only its name is known.
  case has(NodeID, slot: Int32, name: Int32)
  case index(NodeID, NodeID)
  case optionalIndex(NodeID, NodeID)
  case not(NodeID)
  case negate(NodeID)
  case arithmetic(Arithmetic, NodeID, NodeID)
  case equal(NodeID, NodeID, isNegated: Bool)
  case compare(Order, NodeID, NodeID)
  case contained(NodeID, NodeID)
  case logical(ChildRange, deciding: Bool)
  case conditional(NodeID, NodeID, NodeID)
  case list(ChildRange)
  case map(ChildRange)
  case structure(type: Int32, ChildRange)
  case comprehension(Int32)
  case bind(local: Int32, value: NodeID, body: NodeID)
  case optionalMap(NodeID, local: Int32, body: NodeID, isFlat: Bool)
  case unaryCall(Int32, NodeID)
  case binaryCall(Int32, NodeID, NodeID)
  case call(Int32, ChildRange)
  /// A match with a pattern that was compiled with the expression.
  case matches(NodeID, pattern: Int32)
  case matchesComputed(NodeID, NodeID)
  case known(NodeID)
  case or(NodeID, NodeID)
  case orValue(NodeID, NodeID)
  case failure(Int32)
}

enum Arithmetic: CaseIterable, Sendable {
  case add
  case subtract
  case multiply
  case divide
  case remainder
}

enum Order: CaseIterable, Sendable {
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
}

/// Consecutive children of one operation.
struct ChildRange: Sendable {
  let first: Int32
  let count: Int32

  var indices: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// An operand of an operation with any number of them.
struct Child: Sendable {
  let node: NodeID
  /// Whether an optional without value leaves this element or entry out.
  var isOptional = false
  /// The slot of a structure's field.
  var slot: Int32 = 0
}

/// A call of a function: which overloads it may mean.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
final class Call: Sendable {
  let name: String
  let candidates: [Overload]
  /// The positions of the candidates among the overloads of the function.
  let numbers: [Int]
  /// Whether the checker found the one overload, so that arguments need not be looked at again.
  let isResolved: Bool

  init(name: String, candidates: [Overload], numbers: [Int], isResolved: Bool) {
    self.name = name
    self.candidates = candidates
    self.numbers = numbers
    self.isResolved = isResolved
  }
}

/// A macro over elements, its variables resolved to locals.
struct Loop: Sendable {
  let macro: Macro
  let range: NodeID
  /// The local of the first variable; that of the second, when there is one, follows it.
  let local: Int
  let hasTwoVariables: Bool
  /// The condition of `transformList` and `map` with three arguments.
  let condition: NodeID?
  let body: NodeID
}

/// A checked expression as operations and the tables they refer to.
struct Code: Sendable {
  var nodes: [Node] = []
  var children: [Child] = []
  var constants: [Value] = []
  var names: [String] = []
  var calls: [Call] = []
  var loops: [Loop] = []
  var patterns: [Pattern] = []
  var structures: [StructType] = []
  private(set) var failures: [EvaluationError.Kind] = []
  /// How many locals an evaluation needs.
  var localCount = 0
  let limits: Limits
  /// The text with the places in it, of code that is compiled here.
  private var compiled: SourceMap
  /// The same of code from an archive, which has no other.
  private let archived: SourceMap.Archived?

  /// An operation.
  struct Node: Sendable {
    var operation: Operation
    /// Whether its value is evidence: it is a whole chain of selections.
    var isEvidence = false
  }

  /// Code of a text, still without operations.
  init(source: String, limits: Limits) {
    self.limits = limits
    compiled = SourceMap(source: source)
    archived = nil
  }

  /// Code of which the text lies in an archive, still without operations.
  init(_ archived: SourceMap.Archived, limits: Limits) {
    self.limits = limits
    compiled = SourceMap(source: "")
    self.archived = archived
  }

  /// The text with the places in it.
  var sourceMap: SourceMap { archived?.map ?? compiled }

  subscript(node: NodeID) -> Operation { nodes[Int(node.index)].operation }

  func isEvidence(_ node: NodeID) -> Bool { nodes[Int(node.index)].isEvidence }

  func range(of node: NodeID) -> SourceRange { sourceMap.range(of: node) }
}

// MARK: Building

extension Code {
  mutating func append(_ operation: Operation, _ range: SourceRange) -> NodeID {
    nodes.append(Node(operation: operation))
    compiled.places.append(SourceMap.Place(start: Int32(range.start), end: Int32(range.end)))
    return NodeID(nodes.count - 1)
  }

  /// Replaces the last operation appended, once its value turned out to be constant.
  mutating func replaceLast(with value: Value) {
    nodes[nodes.count - 1].operation = .constant(add(constant: value))
  }

  mutating func markEvidence(_ node: NodeID) {
    nodes[Int(node.index)].isEvidence = true
  }

  /// The value of an operation that is a constant.
  func constant(_ node: NodeID) -> Value? {
    guard case .constant(let index) = self[node] else { return nil }
    return constants[Int(index)]
  }

  mutating func add(constant: Value) -> Int32 {
    constants.append(constant)
    return Int32(constants.count - 1)
  }

  mutating func add(children added: [Child]) -> ChildRange {
    let range = ChildRange(first: Int32(children.count), count: Int32(added.count))
    children += added
    return range
  }

  mutating func add(name: String) -> Int32 {
    if let index = names.firstIndex(where: { $0.isIdentical(to: name) }) { return Int32(index) }
    names.append(name)
    return Int32(names.count - 1)
  }

  mutating func add(variable: VariableID, named name: String) {
    if compiled.name(ofVariable: variable.index) == nil {
      compiled.variableNames.append((variable.index, name))
    }
  }

  mutating func add(call: Call) -> Int32 {
    calls.append(call)
    return Int32(calls.count - 1)
  }

  mutating func add(loop: Loop) -> Int32 {
    loops.append(loop)
    return Int32(loops.count - 1)
  }

  mutating func add(pattern: Pattern) -> Int32 {
    patterns.append(pattern)
    return Int32(patterns.count - 1)
  }

  mutating func add(structure: StructType) -> Int32 {
    structures.append(structure)
    return Int32(structures.count - 1)
  }

  mutating func add(failure: EvaluationError.Kind) -> Int32 {
    failures.append(failure)
    return Int32(failures.count - 1)
  }
}
