package import SourceText

/// A condition that came to true or false while evaluating: an operand of `&&` or `||`, the condition of `?:`,
/// or what a macro asks of each element.
package struct Decision: Hashable, Sendable {
  /// The text of the program in which the condition stands.
  package let source: String
  /// Where the condition stands in it.
  package let range: SourceRange
  package let holds: Bool

  package init(source: String, range: SourceRange, holds: Bool) {
    self.source = source
    self.range = range
    self.holds = holds
  }
}

extension Frame {
  /// The conditions that were evaluated since `noteDecisions`, by what they came to; nil when none are noted.
  package var decisions: Set<Decision>? { noted }

  /// Notes from now on what conditions come to.
  package mutating func noteDecisions() {
    noted = noted ?? []
  }

  /// Notes what a condition came to, when somebody wants to know.
  @inline(__always)
  mutating func note(_ condition: NodeID, _ holds: Bool, in code: borrowing Code) {
    guard noted != nil else { return }
    insert(condition, holds, in: code)
  }

  @inline(never)
  private mutating func insert(_ condition: NodeID, _ holds: Bool, in code: borrowing Code) {
    let map = code.sourceMap
    noted?.insert(Decision(source: map.source, range: map.range(of: condition), holds: holds))
  }
}

extension Expression {
  /// The range under which what this expression comes to is noted.
  package var decisionRange: SourceRange {
    // The operation behind `has(a.b)` stands at `a.b`.
    if case .has(let operand, let field) = kind { operand.range.union(field.range) } else { range }
  }
}
