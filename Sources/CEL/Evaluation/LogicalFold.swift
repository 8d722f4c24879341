/// Joins the answers of `&&` or `||`, or of the elements of `all` and `exists`.
///
/// One answer decides the whole. Without it an unknown weighs more than an error, because the error need not
/// arise once the unknown is known. See
/// <https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators>.
struct LogicalFold {
  /// The answer that decides: false for `&&`, true for `||`.
  let deciding: Bool
  /// The one answer that somebody seeks; nil when it matters what is not known.
  private let sought: Bool?
  private(set) var unknowns = UnknownCollector()
  private var error: EvaluationError?
  private var neutralEvidence: [Evidence] = []
  private var unknownEvidence: [Evidence] = []

  init(deciding: Bool, seeking sought: Bool? = nil) {
    self.deciding = deciding
    self.sought = sought
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
    let found: Condition
    do throws(EvaluationError) {
      found = try code.condition(operand, seeking: sought, &frame)
    } catch {
      if frame.isTracing { _ = frame.takeEvidence(from: mark) }
      try take(error)
      return false
    }
    return try isDecided(by: found, of: operand, in: code, from: mark, &frame)
  }

  /// Takes what an operand came to, and says whether that decides the whole.
  ///
  /// The evidence for it begins at the mark; without one there is none.
  mutating func isDecided(
    by found: Condition,
    of operand: NodeID,
    in code: borrowing Code,
    from mark: Int? = nil,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    switch found {
    case .yes: return isDecided(by: true, of: operand, in: code, from: mark, &frame)
    case .no: return isDecided(by: false, of: operand, in: code, from: mark, &frame)
    case .other(let value):
      let evidence = frame.isTracing ? frame.takeEvidence(from: mark ?? frame.mark) : []
      if case .unknown(let set) = value.kind {
        if sought == nil || unknowns.isEmpty { unknowns.add(set) }
        if !evidence.isEmpty { unknownEvidence += evidence }
      } else {
        try take(code.noOverload(deciding ? "_||_" : "_&&_", [value], operand))
      }
      return false
    }
  }

  private mutating func isDecided(
    by holds: Bool,
    of operand: NodeID,
    in code: borrowing Code,
    from mark: Int?,
    _ frame: inout Frame
  ) -> Bool {
    frame.note(operand, holds, in: code)
    if holds == deciding { return true }
    if frame.isTracing { neutralEvidence += frame.takeEvidence(from: mark ?? frame.mark) }
    return false
  }

  /// Remembers the first error; passing a limit stops the whole.
  mutating func take(_ error: EvaluationError) throws(EvaluationError) {
    if case .limit = error.kind { throw error }
    self.error = self.error ?? error
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
    seeking sought: Bool? = nil,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    guard frame.isPlain else {
      var fold = LogicalFold(deciding: deciding)
      return try logical(operands.indices, &fold, &frame)
    }
    // As a rule all operands are true or false, and nobody asks for evidence.
    for index in operands.indices {
      let rest = index + 1..<operands.indices.upperBound
      let found: Condition
      do throws(EvaluationError) {
        found = try condition(children[index].node, seeking: sought, &frame)
      } catch {
        if sought == !deciding { throw error }
        var fold = LogicalFold(deciding: deciding, seeking: sought)
        try fold.take(error)
        return try logical(rest, &fold, &frame)
      }
      switch found {
      case .yes: if deciding { return .yes }
      case .no: if !deciding { return .no }
      case .other:
        if sought == !deciding { return found }
        var fold = LogicalFold(deciding: deciding, seeking: sought)
        _ = try fold.isDecided(by: found, of: children[index].node, in: self, &frame)
        return try logical(rest, &fold, &frame)
      }
    }
    return Condition(!deciding)
  }

  private func logical(
    _ operands: Range<Int>,
    _ fold: inout LogicalFold,
    _ frame: inout Frame
  ) throws(EvaluationError) -> Condition {
    for index in operands where try fold.isDecided(by: children[index].node, in: self, &frame) {
      return Condition(fold.deciding)
    }
    return Condition(try fold.result(&frame))
  }
}
