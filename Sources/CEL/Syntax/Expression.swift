package import SourceText

/// A parsed expression with its place in the source; macros stay the macros that were written.
///
/// Two expressions are equal when they say the same, wherever they stand.
package struct Expression: Sendable {
  /// What the expression says.
  package let kind: Kind
  /// Where it stands, in UTF-8 offsets; parentheses around it are left out.
  package let range: SourceRange
  /// How many expressions are nested in the deepest part, this one included.
  let height: Int

  init(_ kind: Kind, _ range: SourceRange, height: Int) {
    self.kind = kind
    self.range = range
    self.height = height
  }

  /// A name as it stands in the source.
  package struct Name: Sendable, Equatable {
    /// The name, without backticks.
    package let text: String
    /// Where it stands, backticks included.
    package let range: SourceRange

    package static func == (left: Name, right: Name) -> Bool {
      left.text.isIdentical(to: right.text)
    }
  }

  /// What an expression is.
  package indirect enum Kind: Sendable, Equatable {
    case literal(Literal)
    /// `x`, or `.x` for the name outside every container.
    case identifier(Name, isAbsolute: Bool)
    /// `operand.field`, or `operand.?field`.
    case select(Expression, Name, isOptional: Bool)
    /// `operand[index]`, or `operand[?index]`.
    case index(Expression, Expression, isOptional: Bool)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// Two operands or more: `a && b && c` is one expression.
    case logical(LogicalOperator, [Expression])
    case conditional(Expression, Expression, Expression)
    case call(Name, isAbsolute: Bool, [Expression])
    case memberCall(Expression, Name, [Expression])
    case list([Element])
    case map([Entry])
    case structure(Name, isAbsolute: Bool, [FieldValue])
    /// `has(operand.field)`.
    case has(Expression, Name)
    /// `known(e)`.
    case known(Expression)
    case comprehension(Comprehension)
    /// `cel.bind(name, value, body)`.
    case bind(Name, Expression, Expression)
    /// `operand.optMap(name, body)`, or `operand.optFlatMap(name, body)`.
    case optionalMap(Expression, Name, Expression, isFlat: Bool)
  }

  /// A constant as it is written.
  package enum Literal: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])

    package static func == (left: Literal, right: Literal) -> Bool {
      switch (left, right) {
      case (.null, .null): true
      case (.bool(let left), .bool(let right)): left == right
      case (.int(let left), .int(let right)): left == right
      case (.uint(let left), .uint(let right)): left == right
      case (.double(let left), .double(let right)): left == right
      case (.string(let left), .string(let right)): left.isIdentical(to: right)
      case (.bytes(let left), .bytes(let right)): left == right
      default: false
      }
    }
  }

  /// An operator before its operand.
  package enum UnaryOperator: String, Sendable {
    case not = "!"
    case negate = "-"
  }

  /// An operator between two operands.
  package enum BinaryOperator: String, Sendable {
    case multiply = "*"
    case divide = "/"
    case remainder = "%"
    case add = "+"
    case subtract = "-"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
  }

  /// An operator that one operand may decide.
  package enum LogicalOperator: String, Sendable {
    case and = "&&"
    case or = "||"
  }

  /// An element of a list; `?e` is left out when `e` is an optional without value.
  package struct Element: Sendable, Equatable {
    package let value: Expression
    package let isOptional: Bool
  }

  /// An entry of a map; `?k: e` is left out when `e` is an optional without value.
  package struct Entry: Sendable, Equatable {
    package let key: Expression
    package let value: Expression
    package let isOptional: Bool
  }

  /// A field of an object that is built: `Type{field: value}`.
  package struct FieldValue: Sendable, Equatable {
    package let name: Name
    package let value: Expression
    package let isOptional: Bool
  }

  /// A macro that evaluates its arguments for each element: `range.all(x, p)`, `range.exists(i, x, p)`.
  package struct Comprehension: Sendable, Equatable {
    /// Which macro it is.
    package let macro: Macro
    /// The list or map that it goes over.
    package let range: Expression
    /// One variable (element or key), or two (index or key, then element or value).
    package let variables: [Name]
    /// What follows the variables.
    package let arguments: [Expression]
  }
}

extension Expression: Equatable {
  package static func == (left: Expression, right: Expression) -> Bool {
    left.kind == right.kind
  }
}
