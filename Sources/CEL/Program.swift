package import SourceText
import Synchronization

/// A checked expression, ready to be evaluated any number of times and by many threads at once.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing. One that lies in an archive is taken
/// from it when it is first needed.
package final class Program: Sendable {
  /// All that the checker found.
  final class Content: Sendable {
    let type: CELType
    let references: References
    let root: NodeID
    let code: Code

    init(type: CELType, references: References, root: NodeID, code: Code) {
      self.type = type
      self.references = references
      self.root = root
      self.code = code
    }
  }

  /// The parsed text; nil for a program from an archive.
  package let expression: Expression?
  private let made = AtomicLazyReference<Content>()
  private let make: @Sendable () -> Content

  /// A program of an expression that was just checked.
  init(_ content: Content, of expression: Expression) {
    self.expression = expression
    make = { content }
  }

  /// A program that is made when it is needed.
  init(_ make: @escaping @Sendable () -> Content) {
    expression = nil
    self.make = make
  }

  var content: Content { made.load() ?? made.storeIfNil(make()) }

  /// The text, as it was given.
  package var source: String { content.code.source }

  /// The type that the checker found for the result.
  package var type: CELType { content.type }

  /// What the expression reads, for documentation and for laws about rules.
  package var references: References { content.references }

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
  package var attribute: Attribute? { value.unknown?.attributes.first }
}
