import SourceText
import YAML

/// A plan's text as a tree that tests can change; printed as YAML in flow style.
indirect enum PlanTree: Hashable, Sendable, CustomStringConvertible {
  struct Entry: Hashable, Sendable {
    var key: String
    var value: PlanTree
  }

  enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  typealias Path = [Step]

  case scalar(String)
  case list([PlanTree])
  case map([Entry])

  init(_ node: Node) {
    switch node.kind {
    case .scalar(let scalar): self = .scalar(scalar.text)
    case .sequence(let items): self = .list(items.map(PlanTree.init))
    case .mapping(let entries):
      self = .map(
        entries.map { Entry(key: $0.key.text ?? "", value: PlanTree($0.value)) }
      )
    }
  }

  /// As the YAML reader would give it, without places.
  var node: Node {
    let nowhere = SourceRange(0, 0)
    switch self {
    case .scalar(let text): return Node(kind: .scalar(Scalar(text)), range: nowhere)
    case .list(let items):
      return Node(kind: .sequence(items.map(\.node)), range: nowhere)
    case .map(let entries):
      return Node(
        kind: .mapping(
          entries.map {
            Node.Entry(
              key: Node(kind: .scalar(Scalar($0.key)), range: nowhere),
              value: $0.value.node
            )
          }
        ),
        range: nowhere
      )
    }
  }

  var description: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// The paths of all values below this one, the outer before the inner.
  var paths: [Path] {
    switch self {
    case .scalar: []
    case .list(let items):
      items.enumerated().flatMap { index, item in
        [[Step.index(index)]] + item.paths.map { [Step.index(index)] + $0 }
      }
    case .map(let entries):
      entries.flatMap { entry in
        [[Step.key(entry.key)]] + entry.value.paths.map { [Step.key(entry.key)] + $0 }
      }
    }
  }

  subscript(path: ArraySlice<Step>) -> PlanTree? {
    guard let step = path.first else { return self }
    switch (self, step) {
    case (.list(let items), .index(let index)) where items.indices.contains(index):
      return items[index][path.dropFirst()]
    case (.map(let entries), .key(let key)):
      return entries.first { $0.key == key }?.value[path.dropFirst()]
    default: return nil
    }
  }

  subscript(path: Path) -> PlanTree? { self[path[...]] }

  /// The tree with the value at a path changed, or taken away when `change` gives nil.
  func changing(_ path: ArraySlice<Step>, _ change: (PlanTree) -> PlanTree?) -> PlanTree {
    guard let step = path.first else { return change(self) ?? self }
    let rest = path.dropFirst()
    switch (self, step) {
    case (.list(var items), .index(let index)) where items.indices.contains(index):
      if !rest.isEmpty {
        items[index] = items[index].changing(rest, change)
      } else if let value = change(items[index]) {
        items[index] = value
      } else {
        items.remove(at: index)
      }
      return .list(items)
    case (.map(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return self }
      if !rest.isEmpty {
        entries[index].value = entries[index].value.changing(rest, change)
      } else if let value = change(entries[index].value) {
        entries[index].value = value
      } else {
        entries.remove(at: index)
      }
      return .map(entries)
    default: return self
    }
  }

  func changing(_ path: Path, _ change: (PlanTree) -> PlanTree?) -> PlanTree {
    changing(path[...], change)
  }

  func removing(_ path: Path) -> PlanTree {
    changing(path) { _ in nil }
  }
}

extension PlanTree.Step: CustomStringConvertible {
  var description: String {
    switch self {
    case .key(let key): ".\(key)"
    case .index(let index): "[\(index)]"
    }
  }
}

extension PlanTree {
  /// The smallest tree that can be had by taking parts away while it still fails.
  func shrunk(while fails: (PlanTree) -> Bool) -> PlanTree {
    var smallest = self
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for path in smallest.paths {
        let smaller = smallest.removing(path)
        if smaller != smallest, fails(smaller) {
          smallest = smaller
          hasChanged = true
          break
        }
      }
    }
    return smallest
  }
}
