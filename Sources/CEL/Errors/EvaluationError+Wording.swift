extension EvaluationError {
  /// What went wrong, in one sentence.
  package var message: String { kind.message }
}

extension EvaluationError: CustomStringConvertible {
  /// The message alone.
  package var description: String { message }
}

extension EvaluationError.Kind {
  /// What went wrong, in one sentence.
  package var message: String {
    switch self {
    case .unboundVariable(let name): "the variable '\(name)' has no value"
    case .cyclicVariable(let name): "the variable '\(name)' needs itself"
    case .noSuchOverload(let function, let types):
      "no such overload: '\(Self.spoken(function))' does not take (\(types.joined(separator: ", ")))"
    case .noSuchField(let field, let type): "no such field: '\(type)' has no '\(field)'"
    case .noSuchKey(let key): "no such key: \(key)"
    case .indexOutOfRange(let index): "index out of range: \(index)"
    case .invalidRange(let start, let end): "invalid range: start \(start), end \(end)"
    case .divisionByZero: "division by zero"
    case .remainderByZero: "remainder by zero"
    case .overflow: "the number does not fit its type"
    case .conversion(let value, let type): "\(value) cannot be converted to '\(type)'"
    case .unsupportedKeyType(let type): "unsupported key type: '\(type)'"
    case .repeatedKey(let key): "repeated key: \(key)"
    case .noValue: "the optional has no value"
    case .emptyList(let function): "'\(function)' of an empty list"
    case .outOfRange(let what): "out of range: \(what)"
    case .malformed(let what): what
    case .malformedDate(let text): "'\(text)' is no date such as 2025-07-31, 2025-07 or 2025"
    case .limit(let limit, let value): limit.message(value)
    case .refused(let kind): kind.message
    }
  }

  /// The name of a function as an expression writes it; operators are named `_+_` in the library.
  private static func spoken(_ function: String) -> String {
    function == "_?_:_" ? "? :" : String(function.drop { "_@".contains($0) }.prefix { $0 != "_" })
  }
}
