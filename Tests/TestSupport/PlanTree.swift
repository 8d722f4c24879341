/// A plan's text as a tree that tests can change; `PlanLayout` writes it as YAML.
package indirect enum PlanTree: Hashable, Sendable, CustomStringConvertible {
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: PlanTree

    package init(key: String, value: PlanTree) {
      self.key = key
      self.value = value
    }
  }

  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package typealias Path = [Step]

  case scalar(String)
  case list([PlanTree])
  case map([Entry])

  package var description: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// The paths of all values below this one, the outer before the inner.
  package var paths: [Path] {
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

  package subscript(path: ArraySlice<Step>) -> PlanTree? {
    guard let step = path.first else { return self }
    switch (self, step) {
    case (.list(let items), .index(let index)) where items.indices.contains(index):
      return items[index][path.dropFirst()]
    case (.map(let entries), .key(let key)):
      return entries.first { $0.key == key }?.value[path.dropFirst()]
    default: return nil
    }
  }

  package subscript(path: Path) -> PlanTree? { self[path[...]] }

  /// The tree with the value at a path changed, or taken away when `change` gives nil.
  package func changing(_ path: ArraySlice<Step>, _ change: (PlanTree) -> PlanTree?) -> PlanTree {
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

  package func changing(_ path: Path, _ change: (PlanTree) -> PlanTree?) -> PlanTree {
    changing(path[...], change)
  }

  package func removing(_ path: Path) -> PlanTree {
    changing(path) { _ in nil }
  }
}

extension PlanTree.Step: CustomStringConvertible {
  package var description: String {
    switch self {
    case .key(let key): ".\(key)"
    case .index(let index): "[\(index)]"
    }
  }
}

extension PlanTree {
  /// The smallest tree that can be had by taking parts away while it still fails.
  package func shrunk(while fails: (PlanTree) -> Bool) -> PlanTree {
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
