package import SourceText

/// A checked expression, ready to be evaluated any number of times and by many threads at once.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class Program: Sendable {
  /// The type that the checker found for the result.
  package let type: CELType
  /// The parsed text; nil for a program from an archive.
  package let expression: Expression?
  /// The variables that the expression reads, in the order they are first read.
  let variablesRead: [VariableID]
  private let fieldsRead: @Sendable () -> [References.Field]
  let root: NodeID
  let code: Code

  /// A program; the fields that it reads are worked out when somebody asks.
  init(
    type: CELType,
    expression: Expression?,
    variablesRead: [VariableID],
    fieldsRead: @escaping @Sendable () -> [References.Field],
    root: NodeID,
    code: Code
  ) {
    self.type = type
    self.expression = expression
    self.variablesRead = variablesRead
    self.fieldsRead = fieldsRead
    self.root = root
    self.code = code
  }

  /// The text, as it was given.
  package var source: String { code.sourceMap.source }

  /// About how much there is to do in it, to choose between expressions: its operations, those with a loop for many.
  package var weight: Int { code.nodes.count + 16 * code.loops.count }

  /// Whether it reads a variable.
  package func reads(_ variable: VariableID) -> Bool { variablesRead.contains(variable) }

  /// What the expression reads, for documentation and for laws about rules.
  package var references: References {
    References(variables: variablesRead, fields: fieldsRead())
  }

  /// What an expression reads.
  package struct References: Sendable {
    /// The variables, in the order they are first read.
    package internal(set) var variables: [VariableID] = []
    /// The fields of object types, in the order they are first read.
    package internal(set) var fields: [Field] = []

    /// A field of an object type.
    package struct Field: Hashable, Sendable {
      /// The name of the object type.
      package let structure: String
      /// The name of the field.
      package let name: String
    }
  }
}

extension Program.References {
  mutating func insert(_ variable: VariableID) {
    if !variables.contains(variable) { variables.append(variable) }
  }

  mutating func insert(_ field: Field) {
    if !fields.contains(field) { fields.append(field) }
  }
}

extension Program {
  /// The value of the expression; an unknown is a value too.
  ///
  /// - Throws: The error that the expression as a whole comes to, when nothing absorbs it.
  package func evaluate(in frame: inout Frame) throws(EvaluationError) -> Value {
    try frame.run(self)
  }

  /// What the expression comes to as a condition; the same as its value.
  ///
  /// - Throws: The same as `evaluate`.
  package func condition(in frame: inout Frame) throws(EvaluationError) -> Condition {
    try frame.decide(self, seeking: nil)
  }

  /// Whether the expression is certain to be true, or false: the same as asking whether its value is that, but sooner found.
  ///
  /// An error as much as an unknown makes it uncertain, and so does passing a limit. Of what need not be looked at no
  /// steps are counted.
  package func isCertain(_ answer: Bool, in frame: inout Frame) -> Bool {
    do throws(EvaluationError) {
      return try frame.decide(self, seeking: answer).isCertain(answer)
    } catch {
      return false
    }
  }

  /// The value with the operands that decided it, in the order they were read.
  ///
  /// - Throws: The same as `evaluate`.
  package func explain(in frame: inout Frame) throws(EvaluationError) -> (Value, [Evidence]) {
    try frame.explain(self)
  }
}

/// An operand that decided a result: a field or variable that was read, with its value.
package struct Evidence: Sendable {
  /// Where the operand stands in the expression; for what a lazy variable read, where that variable stands.
  package internal(set) var range: SourceRange
  /// The operand as it was written: `plan.programma.start`.
  package let expression: String
  /// What the operand was; of an absent field an unknown.
  package let value: Value

  /// The place the value was read from.
  package var origin: Origin? { value.origin }

  /// What is missing, when the value is unknown.
  package var attribute: Attribute? { value.unknown?.first }
}
