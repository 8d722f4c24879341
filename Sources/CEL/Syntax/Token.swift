import SourceText

/// The smallest piece of an expression that has a meaning: `plan`, `>=`, `'tekst'`.
struct Token {
  enum Kind: Equatable {
    case identifier
    case quotedIdentifier
    case int
    case hexInt
    case uint
    case hexUint
    case double
    case text(TextStyle)
    case leftParenthesis
    case rightParenthesis
    case leftBracket
    case rightBracket
    case leftBrace
    case rightBrace
    case dot
    case comma
    case colon
    case question
    case plus
    case minus
    case star
    case slash
    case percent
    case contained
    case bang
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case and
    case or
    case end
  }

  /// How a string or bytes literal is written: `r'''…'''`, `b"…"`.
  struct TextStyle: Equatable {
    let isBytes: Bool
    let isRaw: Bool
    let isTriple: Bool

    /// The length of prefix and opening quotes.
    var opening: Int { (isBytes ? 1 : 0) + (isRaw ? 1 : 0) + closing }

    /// The length of the closing quotes.
    var closing: Int { isTriple ? 3 : 1 }
  }

  let kind: Kind
  let range: SourceRange
}
