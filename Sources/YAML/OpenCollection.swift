import SourceText

/// A sequence or mapping whose end has not come yet.
struct OpenCollection {
  enum Shape {
    case sequence
    case mapping
  }

  /// More repeated keys of one mapping than anybody reads.
  private static let problemLimit = 2500

  let shape: Shape
  let isFlow: Bool
  let anchor: String?
  let tag: String?
  let start: SourceRange
  private var items: [Node] = []
  private var entries: [Node.Entry] = []
  private var key: Node?

  init(shape: Shape, isFlow: Bool, anchor: String?, tag: String?, start: SourceRange) {
    self.shape = shape
    self.isFlow = isFlow
    self.anchor = anchor
    self.tag = tag
    self.start = start
  }

  mutating func add(_ node: Node) {
    switch (shape, key) {
    case (.sequence, _): items.append(node)
    case (.mapping, nil): key = node
    case (.mapping, let name?):
      entries.append(Node.Entry(key: name, value: node))
      key = nil
    }
  }

  /// The node, and what was wrong with its keys.
  func finished(at end: SourceRange) -> (Node, [Problem]) {
    switch shape {
    case .sequence:
      let range = range(endingAt: end, lastChild: items.last?.range)
      return (Node(kind: .sequence(items), range: range, tag: tag), [])
    case .mapping:
      let last = entries.last.map { $0.value.range.isEmpty ? $0.key.range : $0.value.range }
      let (unique, problems) = merged(entries)
      let range = range(endingAt: end, lastChild: last)
      return (Node(kind: .mapping(unique), range: range, tag: tag), problems)
    }
  }

  /// libyaml ends a block collection where the next token starts; we end it at its last child.
  private func range(endingAt end: SourceRange, lastChild: SourceRange?) -> SourceRange {
    isFlow ? start.union(end) : SourceRange(start.start, lastChild?.end ?? start.end)
  }

  /// Drops second entries of a key, and puts in what `<<` brings, which never replaces a key.
  private func merged(_ entries: [Node.Entry]) -> ([Node.Entry], [Problem]) {
    if hasOnlyPlainKeys(entries) { return (entries, []) }
    var unique: [Node.Entry] = []
    unique.reserveCapacity(entries.count)
    var places: [String: SourceRange] = [:]
    var merges: [Node] = []
    var problems: [Problem] = []
    for entry in entries {
      guard let name = entry.key.text else {
        unique.append(entry)
        continue
      }
      if name == "<<", entry.key.scalar?.style == .plain {
        merges.append(entry.value)
      } else if let first = places.updateValue(entry.key.range, forKey: name) {
        places[name] = first
        guard problems.count < Self.problemLimit else { continue }
        problems.append(Problem(.duplicateKey(name), at: entry.key.range, related: first))
      } else {
        unique.append(entry)
      }
    }
    for merge in merges {
      for source in merge.sequence ?? [merge] {
        guard let added = source.mapping else {
          problems.append(Problem(.badMerge, at: source.range))
          continue
        }
        for entry in added {
          guard let name = entry.key.text, places[name] == nil else { continue }
          places[name] = entry.key.range
          unique.append(entry)
        }
      }
    }
    return (unique, problems)
  }

  /// Whether a few keys all differ and none of them merges: the common case, settled without a table.
  private func hasOnlyPlainKeys(_ entries: [Node.Entry]) -> Bool {
    guard entries.count <= 24 else { return false }
    for (index, entry) in entries.enumerated() {
      guard let name = entry.key.text, name != "<<" else { return false }
      for other in entries[..<index] where other.key.text == name { return false }
    }
    return true
  }
}
