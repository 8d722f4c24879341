/// Fields of objects that a chain of names leads to from a variable or a local: the most common steps of all.
///
/// Asked of values where they lie, answers take no copy of them. Each is nil where the evaluator has to look further.
/// The frame is handed on as it is everywhere, though nothing in it changes: handed on to be read it would be copied.
extension Code {
  /// The value of an operation that is most likely a field or a local, for which it need not be called.
  @inline(__always)
  func operand(_ node: NodeID, _ frame: inout Frame) throws(EvaluationError) -> Value {
    switch self[node] {
    case .local(let local) where frame.isPlain:
      try spend(node, &frame)
      return frame.locals[frame.base + Int(local)]
    case .field(let object, let slot, _) where frame.isPlain:
      guard let value = field(slot, of: object, &frame) else { break }
      try spend(node, &frame)
      return value
    default: break
    }
    return try value(node, &frame)
  }

  /// What a field holds, when it is there.
  @inline(__always)
  func field(_ slot: Int32, of operand: NodeID, _ frame: inout Frame) -> Value? {
    object(operand, &frame)?._withUnsafeGuaranteedRef { $0.field(slot) }
  }

  /// Whether a field holds the same text; nil when it holds no text.
  @inline(__always)
  func isText(_ text: String, _ slot: Int32, of operand: NodeID, _ frame: inout Frame) -> Bool? {
    object(operand, &frame)?._withUnsafeGuaranteedRef { $0.isText(text, in: slot) }
  }

  /// Whether a field is there, when that is certain.
  @inline(__always)
  func has(_ slot: Int32, of operand: NodeID, _ frame: inout Frame) -> Bool? {
    guard let object = object(operand, &frame) else { return lacks(operand, &frame) ? false : nil }
    return object._withUnsafeGuaranteedRef { $0.has(slot) }
  }

  /// Whether a chain of fields breaks off at one that is absent for certain.
  private func lacks(_ operand: NodeID, _ frame: inout Frame) -> Bool {
    guard case .field(let further, let slot, _) = self[operand] else { return false }
    guard let object = object(further, &frame) else { return lacks(further, &frame) }
    return object._withUnsafeGuaranteedRef { $0.lacks(slot) }
  }

  /// Whether a field is there and its value known.
  @inline(__always)
  func knows(_ slot: Int32, of operand: NodeID, _ frame: inout Frame) -> Bool? {
    object(operand, &frame)?._withUnsafeGuaranteedRef { $0.knows(slot) }
  }

  /// The object that an operation leads to, without a claim on it: the frame holds it until a variable or local is set.
  @inline(__always)
  private func object(_ node: NodeID, _ frame: inout Frame) -> Unmanaged<StructValue>? {
    switch self[node] {
    case .variable(let variable): frame.object(inVariable: variable)
    case .local(let local): frame.object(inLocal: local)
    case .field(let operand, let slot, _): object(in: slot, of: operand, &frame)
    default: nil
    }
  }

  /// The object in a field of what an operation leads to.
  private func object(
    in slot: Int32,
    of operand: NodeID,
    _ frame: inout Frame
  ) -> Unmanaged<StructValue>? {
    object(operand, &frame)?._withUnsafeGuaranteedRef { $0.object(in: slot) }
  }
}

extension Frame {
  /// The object that a variable holds; the environment of a program may have variables that the frame has no room for.
  @inline(__always)
  fileprivate func object(inVariable slot: Int32) -> Unmanaged<StructValue>? {
    guard Int(slot) < slots.count, case .value(let value) = slots[Int(slot)] else { return nil }
    return value.object
  }

  @inline(__always)
  fileprivate func object(inLocal local: Int32) -> Unmanaged<StructValue>? {
    locals[base + Int(local)].object
  }
}
