import SourceText
import TestSupport
import YAML

extension PlanTree {
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
}
