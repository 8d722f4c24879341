/// Joins the answers of `&&` or `||`, or of the elements of `all` and `exists`.
///
/// One answer decides the whole. Without it an unknown weighs more than an error, because the error need not
/// arise once the unknown is known. See
/// <https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators>.
struct LogicalFold {
  /// The answer that decides: false for `&&`, true for `||`.
  let deciding: Bool
  private(set) var unknowns = UnknownCollector()
  private var error: EvaluationError?
  private var neutralEvidence: [Evidence] = []
  private var unknownEvidence: [Evidence] = []

  init(deciding: Bool) {
    self.deciding = deciding
  }

  /// Evaluates one more operand, and says whether it decides the whole.
  ///
  /// The evidence of what does not decide is taken off the frame until it is clear what does.
  mutating func isDecided(
    by operand: NodeID,
    in code: borrowing Code,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    let mark = frame.mark
    do throws(EvaluationError) {
      let value = try code.value(operand, &frame)
      if case .bool(let holds) = value.kind { frame.note(operand, holds, in: code) }
      switch value.kind {
      case .bool(deciding): return true
      case .bool: if frame.isTracing { neutralEvidence += frame.takeEvidence(from: mark) }
      case .unknown(let set):
        unknowns.add(set)
        if frame.isTracing { unknownEvidence += frame.takeEvidence(from: mark) }
      default:
        if frame.isTracing { _ = frame.takeEvidence(from: mark) }
        throw code.noOverload(deciding ? "_||_" : "_&&_", [value], operand)
      }
    } catch {
      if frame.isTracing { _ = frame.takeEvidence(from: mark) }
      // Passing a limit stops the whole.
      if case .limit = error.kind { throw error }
      self.error = self.error ?? error
    }
    return false
  }

  /// Adds what is not known about elements that were never seen.
  mutating func add(rest: UnknownSet) {
    unknowns.add(rest)
  }

  /// The answer when no operand decided; `otherwise` is evidence for when the operands gave none.
  func result(_ frame: inout Frame, otherwise: [Evidence] = []) throws(EvaluationError) -> Value {
    if frame.isTracing {
      let decisive = unknowns.unknown == nil ? neutralEvidence : unknownEvidence
      frame.trace(decisive.isEmpty ? otherwise : decisive)
    }
    if let unknown = unknowns.unknown { return .unknown(unknown) }
    if let error { throw error }
    return .bool(!deciding)
  }
}

extension Code {
  func logical(
    _ operands: ChildRange,
    deciding: Bool,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Value {
    var fold = LogicalFold(deciding: deciding)
    for index in operands.indices
    where try fold.isDecided(by: children[index].node, in: self, &frame) {
      return .bool(deciding)
    }
    return try fold.result(&frame)
  }
}
