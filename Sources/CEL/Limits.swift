/// How far parsing and evaluating may go; passing one is an error that names it.
package struct Limits: Hashable, Sendable {
  /// How deep expressions may be nested.
  package var depth: Int
  /// How many code points an expression may have.
  package var expressionSize: Int
  /// How many steps one evaluation may take; a node is one, texts and lists count by their size.
  package var cost: Int
  /// How many elements a list or map that is made may have.
  package var listSize: Int

  /// Limits; each default is far beyond what a rule needs.
  package init(
    depth: Int = 200,
    expressionSize: Int = 100_000,
    cost: Int = 1_000_000,
    listSize: Int = 100_000
  ) {
    self.depth = depth
    self.expressionSize = expressionSize
    self.cost = cost
    self.listSize = listSize
  }

  /// The name of a limit.
  package enum Name: String, Sendable, CaseIterable {
    case depth
    case expressionSize
    case cost
    case listSize
  }
}
