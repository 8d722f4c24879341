import SourceText

/// Builds nodes from events (YAML 1.2.2, section 3.1.2: compose).
///
/// Works with a stack of its own, so that depth costs memory and not the call stack.
struct Composer {
  private(set) var root: Node?
  private(set) var problems: [Problem] = []

  private let limits: Limits
  private var open: [OpenCollection] = []
  private var anchors: [String: Node] = [:]
  private var openAnchors: Set<String> = []
  private var count = 0

  init(limits: Limits) {
    self.limits = limits
  }

  /// Makes ready for another text, with the anchors and the count of those before.
  mutating func begin() {
    root = nil
    problems = []
    open = []
    openAnchors = []
  }

  /// Reads the first document; a second one is a problem, and is not read.
  mutating func compose(_ stream: inout EventStream) throws(Problem) {
    var documents = 0
    while true {
      let (event, range) = try stream.next()
      switch event {
      case .streamEnd: return
      case .other: continue
      case .documentStart:
        documents += 1
        if documents == 2 {
          problems.append(Problem(.severalDocuments, at: range))
          return
        }
      case .scalar(let scalar, let anchor, let tag):
        let node = Node(kind: .scalar(scalar), range: range, tag: tag)
        try place(node, anchor: anchor)
      case .alias(let name):
        try place(try resolve(name, at: range), anchor: nil, at: range)
      case .sequenceStart(let isFlow, let anchor, let tag):
        try begin(.sequence, isFlow: isFlow, anchor: anchor, tag: tag, at: range)
      case .mappingStart(let isFlow, let anchor, let tag):
        try begin(.mapping, isFlow: isFlow, anchor: anchor, tag: tag, at: range)
      case .sequenceEnd, .mappingEnd:
        guard let collection = open.popLast() else {
          preconditionFailure("libyaml closes only what it opened")
        }
        if let anchor = collection.anchor { openAnchors.remove(anchor) }
        let (node, found) = collection.finished(at: range)
        problems += found
        try place(node, anchor: collection.anchor)
      }
    }
  }

  private mutating func begin(
    _ shape: OpenCollection.Shape,
    isFlow: Bool,
    anchor: String?,
    tag: String?,
    at range: SourceRange
  ) throws(Problem) {
    guard open.count < limits.depth else {
      throw Problem(.tooDeep(limit: limits.depth), at: range)
    }
    if let anchor { openAnchors.insert(anchor) }
    open.append(
      OpenCollection(shape: shape, isFlow: isFlow, anchor: anchor, tag: tag, start: range)
    )
  }

  private func resolve(_ name: String, at range: SourceRange) throws(Problem) -> Node {
    if let node = anchors[name] { return node }
    throw Problem(
      openAnchors.contains(name) ? .recursiveAlias(name) : .unknownAlias(name),
      at: range
    )
  }

  /// Puts a finished node where it belongs; `range` is that of its alias, if it came by one.
  private mutating func place(
    _ node: Node,
    anchor: String?,
    at range: SourceRange? = nil
  ) throws(Problem) {
    // A collection's children were counted when they came; what comes by alias counts in full.
    count += range == nil ? 1 : node.expandedCount
    guard count <= limits.nodes else {
      throw Problem(.tooManyNodes(limit: limits.nodes), at: range ?? node.range)
    }
    if let anchor { anchors[anchor] = node }
    let placed = range.map { Node(kind: node.kind, range: $0, tag: node.tag) } ?? node
    if open.isEmpty {
      root = placed
    } else {
      open[open.count - 1].add(placed)
    }
  }
}
