/// The text by which `exists` looks for an element, as in `list.exists(x, x.id == this.bron && …)`.
///
/// Elements with another text are passed over at a glance, without evaluating the condition for them.
struct LoopKey {
  /// The field of elements that holds the text.
  let slot: Int32
  let text: String
  /// The steps that finding out the long way takes.
  let steps: Int

  /// Whether an element holds another text for certain, so that the condition does not hold for it.
  func isOther(than element: borrowing Value) -> Bool {
    guard case .structure(let object) = element.kind else { return false }
    return object.isText(text, in: slot) == false
  }
}

extension Code {
  /// What a macro looks for, when that is one text for all elements.
  func key(of loop: Loop, _ frame: inout Frame) -> LoopKey? {
    guard case .exists = loop.macro else { return nil }
    let local = Int32(truncatingIfNeeded: loop.local)
    guard case .logical(let operands, deciding: false) = self[loop.body] else {
      return key(in: loop.body, local, steps: 3, &frame)
    }
    // One condition that does not hold decides, also where the others come to an error.
    for index in operands.indices {
      let steps = 4 + index - operands.indices.lowerBound
      if let key = key(in: children[index].node, local, steps: steps, &frame) { return key }
    }
    return nil
  }

  /// What an operation compares a field of the local with.
  private func key(
    in node: NodeID,
    _ local: Int32,
    steps: Int,
    _ frame: inout Frame
  ) -> LoopKey? {
    guard case .equal(let left, let right, isNegated: false) = self[node],
      case .field(let object, let slot, _) = self[left], case .local(local) = self[object],
      let text = text(right, without: local, &frame)
    else { return nil }
    return LoopKey(slot: slot, text: text, steps: steps + text.utf8.count >> 4)
  }

  /// The text that an operation gives at once, whatever the local holds.
  private func text(_ node: NodeID, without local: Int32, _ frame: inout Frame) -> String? {
    switch self[node] {
    case .constant(let index):
      if case .string(let text) = constants[Int(index)].kind { return text }
    case .local(let other):
      if other != local, case .string(let text) = frame.locals[frame.base + Int(other)].kind {
        return text
      }
    case .field(let object, let slot, _):
      var root = object
      while case .field(let further, _, _) = self[root] { root = further }
      if case .local(local) = self[root] { return nil }
      if case .string(let text)? = field(slot, of: object, &frame)?.kind { return text }
    default: break
    }
    return nil
  }
}
