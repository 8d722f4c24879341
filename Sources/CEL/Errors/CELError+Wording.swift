extension CELError {
  /// What is wrong, in one sentence.
  package var message: String { kind.message }

  /// What the author can do about it, when that is known.
  package var help: String? { kind.help }
}

extension CELError: CustomStringConvertible {
  /// The message alone; the place is for the reader of the source to show.
  package var description: String { message }
}

extension CELError.Kind {
  /// What is wrong, in one sentence.
  package var message: String {
    switch self {
    case .strayCharacter(let character): "'\(character)' has no meaning in an expression"
    case .unterminatedText: "this text has no closing quote"
    case .malformedEscape(let escape): "'\(escape)' is no escape sequence"
    case .malformedQuotedName:
      "a name in backticks holds letters, digits, '_', '-', '.', '/' or spaces"
    case .numberOutOfRange(let number): "the number '\(number)' is out of range"
    case .reservedWord(let word): "'\(word)' is a reserved word and cannot be a name"
    case .unexpectedToken(let token, let expected):
      "unexpected '\(token)'" + (expected.map { ", expected \($0)" } ?? "")
    case .unexpectedEnd(let expected):
      "the expression ends too early" + (expected.map { ", expected \($0)" } ?? "")
    case .hasNeedsField: "'has' asks for a field, as in 'has(x.field)'"
    case .macroNeedsVariable(let macro): "'\(macro)' asks for the name of a variable here"
    case .macroArgumentCount(let macro, let counts, let found):
      "'\(macro)' takes \(Self.count(counts)), not \(found)"
    case .repeatedVariable(let name): "'\(name)' names two variables of one macro"
    case .limit(let limit, let value): limit.message(value)
    case .undeclaredReference(let name, _): "'\(name)' is not declared"
    case .undeclaredFunction(let name, _): "there is no function '\(name)'"
    case .unknownField(let field, let structure, _): "'\(structure)' has no field '\(field)'"
    case .unknownStructure(let name, _): "there is no type '\(name)'"
    case .repeatedField(let name): "the field '\(name)' is given twice"
    case .noMatchingOverload(let function, let types): Self.noOverload(function, types)
    case .notSelectable(let field, let type):
      "'\(type)' has no fields, so '.\(field)' cannot be read"
    case .notIterable(let type): "a macro goes over a list or a map, not over '\(type)'"
    case .notBool(let type): "expected 'bool', found '\(type)'"
    case .notOptional(let type): "'?' asks for an optional, found '\(type)'"
    case .unsupportedKeyType(let type): "'\(type)' cannot be the key of a map"
    case .wrongFieldType(let field, let expected, let found):
      "the field '\(field)' is '\(expected)', not '\(found)'"
    case .wrongResultType(let expected, let found):
      "the expression should give '\(expected)', but gives '\(found)'"
    case .notInEnumeration(let value, _, _): "'\(value)' is not one of the allowed values"
    case .malformedArgument(let function, let reason): "'\(function)': \(reason)"
    }
  }

  /// What the author can do about it, when that is known.
  package var help: String? {
    switch self {
    case .undeclaredReference(_, let suggestion), .undeclaredFunction(_, let suggestion),
      .unknownField(_, _, let suggestion), .unknownStructure(_, let suggestion):
      return suggestion.map { "did you mean '\($0)'?" }
    case .notInEnumeration(_, let allowed, let suggestion):
      let list = allowed.map { "'\($0)'" }.joined(separator: ", ")
      return (suggestion.map { "did you mean '\($0)'? " } ?? "") + "allowed: \(list)"
    case .noMatchingOverload(let function, let types): return Self.overloadHelp(function, types)
    case .strayCharacter("="): return "compare with '=='"
    case .strayCharacter("&"): return "'and' is written '&&'"
    case .strayCharacter("|"): return "'or' is written '||'"
    case .strayCharacter, .unterminatedText, .malformedEscape, .malformedQuotedName,
      .numberOutOfRange, .reservedWord, .unexpectedToken, .unexpectedEnd, .hasNeedsField,
      .macroNeedsVariable, .macroArgumentCount, .repeatedVariable, .limit, .repeatedField,
      .notSelectable, .notIterable, .notBool, .notOptional, .unsupportedKeyType, .wrongFieldType,
      .wrongResultType, .malformedArgument:
      return nil
    }
  }

  private static func count(_ counts: ClosedRange<Int>) -> String {
    let upper = "\(counts.upperBound) argument\(counts.upperBound == 1 ? "" : "s")"
    return counts.count == 1 ? upper : "\(counts.lowerBound) or \(upper)"
  }

  /// Operators are named `_+_` in the library; a reader knows them as `+`.
  private static func noOverload(_ function: String, _ types: [CELType]) -> String {
    let names = types.map { "'\($0)'" }
    switch (function, names.count) {
    case ("_?_:_", 3):
      return "the branches of '? :' must agree, found \(names[1]) and \(names[2])"
    case ("_[_]", 2), ("_[?_]", 2): return "\(names[0]) cannot be indexed with \(names[1])"
    case ("@in", 2): return "'in' does not look for \(names[0]) in \(names[1])"
    case (let name, 2) where name.hasPrefix("_"):
      return "'\(name.dropFirst().dropLast())' does not take \(names[0]) and \(names[1])"
    case (let name, 1) where name.hasSuffix("_"):
      return "'\(name.dropLast())' does not take \(names[0])"
    case (_, 0): return "'\(function)' does not go without arguments"
    default: return "'\(function)' does not take (\(names.joined(separator: ", ")))"
    }
  }

  private static func overloadHelp(_ function: String, _ types: [CELType]) -> String? {
    if ["_==_", "_!=_"].contains(function), types.contains(.null) {
      return "a field that is not there is unknown, not null: ask 'has(…)'"
    }
    guard ["_+_", "_-_", "_*_", "_/_"].contains(function), types.count == 2 else { return nil }
    switch (types[0], types[1]) {
    case (.int, .double), (.double, .int): return "convert the whole number with 'double(…)'"
    case (.string, .int), (.string, .double), (.int, .string), (.double, .string):
      guard function == "_+_" else { return nil }
      return "convert the number with 'string(…)'"
    default: return nil
    }
  }
}

extension Limits.Name {
  /// What passing the limit is called, with its value.
  func message(_ value: Int) -> String {
    switch self {
    case .depth: "the expression is nested deeper than the limit 'depth' of \(value)"
    case .expressionSize:
      "the expression is longer than the limit 'expressionSize' of \(value) code points"
    case .cost: "evaluating takes more steps than the limit 'cost' of \(value)"
    case .listSize: "a list or map is larger than the limit 'listSize' of \(value) elements"
    }
  }
}
