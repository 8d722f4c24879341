package import SourceText

/// What went wrong while evaluating, and in which part of the expression.
///
/// In the sense of cel-spec an error is a value that `&&`, `||` and the macros can absorb:
/// `false && error` is false. Here it is thrown, and they catch it.
package struct EvaluationError: Error, Hashable, Sendable {
  /// What went wrong, without wording.
  package let kind: Kind
  /// The part that failed, in UTF-8 offsets of the text of the program that it belongs to.
  package let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// What went wrong; the wording is made from it last.
  package enum Kind: Error, Hashable, Sendable {
    case unboundVariable(String)
    case cyclicVariable(String)
    case noSuchOverload(String, [String])
    case noSuchField(String, type: String)
    case noSuchKey(String)
    case indexOutOfRange(Int64)
    case invalidRange(start: Int64, end: Int64)
    case divisionByZero
    case remainderByZero
    case overflow
    case conversion(String, to: String)
    case unsupportedKeyType(String)
    case repeatedKey(String)
    case noValue
    case emptyList(String)
    case outOfRange(String)
    case malformed(String)
    case malformedDate(String)
    case limit(Limits.Name, Int)
    /// The expression was not checked, and the checker would have refused this part.
    case refused(CELError.Kind)
  }
}

/// What a function of the library throws; the evaluator adds the place.
typealias Failure = EvaluationError.Kind
