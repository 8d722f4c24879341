package import SourceText

/// What is wrong with the text of an expression: it cannot be parsed, or its types do not fit.
///
/// The range is in UTF-8 offsets of the expression's own text.
package struct CELError: Error, Hashable, Sendable {
  /// What is wrong, without wording.
  package let kind: Kind
  /// The part that is wrong, in UTF-8 offsets.
  package let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// What is wrong; the wording is made from it last.
  package enum Kind: Hashable, Sendable {
    // Reading the text.
    case strayCharacter(String)
    case unterminatedText
    case malformedEscape(String)
    case malformedQuotedName
    case numberOutOfRange(String)
    case reservedWord(String)
    case unexpectedToken(String, expected: String?)
    case unexpectedEnd(expected: String?)
    case hasNeedsField
    case macroNeedsVariable(String)
    case macroArgumentCount(String, ClosedRange<Int>, found: Int)
    case repeatedVariable(String)
    case limit(Limits.Name, Int)
    // Names.
    case undeclaredReference(String, suggestion: String?)
    case undeclaredFunction(String, suggestion: String?)
    case unknownField(String, structure: String, suggestion: String?)
    case unknownStructure(String, suggestion: String?)
    case repeatedField(String)
    // Types.
    case noMatchingOverload(String, [CELType])
    case notSelectable(field: String, CELType)
    case notIterable(CELType)
    case notBool(CELType)
    case notOptional(CELType)
    case unsupportedKeyType(CELType)
    case wrongFieldType(String, expected: CELType, found: CELType)
    case wrongResultType(expected: CELType, found: CELType)
    case notInEnumeration(String, allowed: [String], suggestion: String?)
    case malformedArgument(function: String, reason: String)
  }
}

/// All that is wrong with an expression, in the order of the text.
package struct CELErrors: Error, Hashable, Sendable {
  /// At least one error; at most `cap`.
  package let errors: [CELError]
  /// How many more there were.
  package let truncated: Int

  /// How many errors of one expression are kept.
  package static let cap = 100

  init(_ errors: [CELError]) {
    let sorted = errors.sorted { $0.range < $1.range }
    self.errors = Array(sorted.prefix(Self.cap))
    self.truncated = max(0, sorted.count - Self.cap)
  }
}
