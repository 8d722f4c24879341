/// A row of the library: a function or operator with everything there is to say about it.
package struct Function: Sendable {
  /// The name; operators are written with `_` for their operands: `_+_`.
  package let name: String
  /// What it does, in one line.
  package let documentation: String
  /// The ways to call it; the first that takes the arguments is used.
  package let overloads: [Overload]
  /// At least one; each is also a test.
  package let examples: [Example]

  /// A row; `documentation` is one line that ends with a full stop.
  package init(
    _ name: String,
    _ documentation: String,
    _ overloads: [Overload],
    examples: [Example]
  ) {
    self.name = name
    self.documentation = documentation
    self.overloads = overloads
    self.examples = examples
  }

  /// An expression and what it gives, as values are printed.
  package struct Example: Sendable {
    /// Source that evaluates without variables.
    package let expression: String
    /// The description of the value.
    package let result: String

    /// An expression with the description of its value.
    package init(_ expression: String, _ result: String) {
      self.expression = expression
      self.result = result
    }
  }
}

/// One way to call a function: the types it takes and what it does with them.
package struct Overload: Sendable {
  /// How a call is written.
  package enum Style: Sendable {
    /// `f(x, y)`, and all operators.
    case global
    /// `x.f(y)`; the target is the first parameter.
    case member
  }

  /// How the call is written.
  package let style: Style
  /// The types of the arguments; type parameters are `CELType.parameter`.
  package let parameters: [CELType]
  /// The type of what it gives.
  package let result: CELType
  /// Whether the last parameter may be repeated.
  package let isVariadic: Bool
  let implementation: Implementation
  /// Whether it can do with lists that are partial or hold unknowns; others are unknown then.
  let acceptsUnknownElements: Bool
  /// Whether its types have parameters.
  let isGeneric: Bool

  init(
    _ style: Style,
    _ parameters: [CELType],
    _ result: CELType,
    isVariadic: Bool = false,
    acceptsUnknownElements: Bool = false,
    _ implementation: Implementation
  ) {
    self.style = style
    self.parameters = parameters
    self.result = result
    self.isVariadic = isVariadic
    self.acceptsUnknownElements = acceptsUnknownElements
    self.implementation = implementation
    self.isGeneric = parameters.contains(where: \.hasParameter) || result.hasParameter
  }

  /// The types of so many arguments, or nil when it does not take that many.
  func parameters(count: Int) -> [CELType]? {
    guard isVariadic, let last = parameters.last else {
      return count == parameters.count ? parameters : nil
    }
    guard count >= parameters.count else { return nil }
    return parameters + repeatElement(last, count: count - parameters.count)
  }

  /// An overload that is declared for the checker only; calling it is an error.
  package static func declared(
    _ style: Style,
    _ parameters: [CELType],
    _ result: CELType
  ) -> Overload {
    Overload(style, parameters, result, .operation)
  }

  /// An overload that a caller of the module brings along; its arguments are known values.
  ///
  /// When the body gives nil, the arguments cannot be used, which is an evaluation error.
  package static func custom(
    _ style: Style,
    _ parameters: [CELType],
    _ result: CELType,
    _ body: @escaping @Sendable ([Value]) -> Value?
  ) -> Overload {
    Overload(
      style,
      parameters,
      result,
      .variadic { (arguments, _) throws(Failure) in
        guard let value = body(arguments) else {
          throw .malformed("the arguments cannot be used")
        }
        return value
      }
    )
  }
}

/// What an overload does with arguments that are known values of the declared types.
enum Implementation: Sendable {
  /// The evaluator has an operation of its own for it.
  case operation
  case unary(@Sendable (Value) throws(Failure) -> Value)
  case binary(@Sendable (Value, Value) throws(Failure) -> Value)
  /// Any number of arguments, and work that is counted.
  case variadic(@Sendable ([Value], inout Budget) throws(Failure) -> Value)
}

extension CELType {
  fileprivate var hasParameter: Bool {
    if case .parameter = self { return true }
    return parts.contains(where: \.hasParameter)
  }
}
