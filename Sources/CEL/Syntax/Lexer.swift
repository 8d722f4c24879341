import SourceText

/// Cuts the text of an expression into tokens, one at a time.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax>.
struct Lexer {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token; `end` once the text is used up.
  mutating func next() throws(CELError) -> Token {
    skipBlanks()
    let start = position
    guard let byte = peek() else { return Token(kind: .end, range: SourceRange(start, start)) }
    let kind: Token.Kind =
      if let style = textStyle() {
        try text(style)
      } else if isIdentifierStart(byte) {
        identifier()
      } else if isDigit(byte) || byte == UInt8(ascii: ".") && peek(1).map(isDigit) == true {
        number()
      } else if byte == UInt8(ascii: "`") {
        try quotedIdentifier()
      } else {
        try punctuation(byte)
      }
    return Token(kind: kind, range: SourceRange(start, position))
  }

  /// The text that a token covers.
  func text(of token: Token) -> String {
    String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while let byte = peek(), byte != 0x0A { position += 1 }
      default: return
      }
    }
  }

  private mutating func identifier() -> Token.Kind {
    let start = position
    while let byte = peek(), isIdentifierStart(byte) || isDigit(byte) { position += 1 }
    let isIn =
      position - start == 2 && bytes[start] == UInt8(ascii: "i")
      && bytes[start + 1] == UInt8(ascii: "n")
    return isIn ? .contained : .identifier
  }

  private mutating func quotedIdentifier() throws(CELError) -> Token.Kind {
    let start = position
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      guard isIdentifierStart(byte) || isDigit(byte) || " -./".utf8.contains(byte) else { break }
      position += 1
    }
    guard peek() == UInt8(ascii: "`"), position > start + 1 else {
      throw CELError(.malformedQuotedName, SourceRange(start, position))
    }
    position += 1
    return .quotedIdentifier
  }

  private mutating func number() -> Token.Kind {
    if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") || peek(1) == UInt8(ascii: "X"),
      peek(2).map(isHexDigit) == true
    {
      position += 2
      while let byte = peek(), isHexDigit(byte) { position += 1 }
      return unsignedSuffix() ? .hexUint : .hexInt
    }
    skipDigits()
    var isDouble = false
    if peek() == UInt8(ascii: "."), peek(1).map(isDigit) == true {
      isDouble = true
      position += 1
      skipDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if peek(hasSign ? 2 : 1).map(isDigit) == true {
        isDouble = true
        position += hasSign ? 2 : 1
        skipDigits()
      }
    }
    if isDouble { return .double }
    return unsignedSuffix() ? .uint : .int
  }

  private mutating func skipDigits() {
    while let byte = peek(), isDigit(byte) { position += 1 }
  }

  private mutating func unsignedSuffix() -> Bool {
    guard peek() == UInt8(ascii: "u") || peek() == UInt8(ascii: "U") else { return false }
    position += 1
    return true
  }

  /// The style of the literal that begins here, or nil when none does.
  private func textStyle() -> Token.TextStyle? {
    var distance = 0
    var isBytes = false
    var isRaw = false
    if peek() == UInt8(ascii: "b") || peek() == UInt8(ascii: "B") {
      isBytes = true
      distance += 1
    }
    if peek(distance) == UInt8(ascii: "r") || peek(distance) == UInt8(ascii: "R") {
      isRaw = true
      distance += 1
    }
    guard let quote = peek(distance), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { return nil }
    let isTriple = peek(distance + 1) == quote && peek(distance + 2) == quote
    return Token.TextStyle(isBytes: isBytes, isRaw: isRaw, isTriple: isTriple)
  }

  private mutating func text(_ style: Token.TextStyle) throws(CELError) -> Token.Kind {
    let start = position
    position += style.opening
    let quote = bytes[position - 1]
    while let byte = peek() {
      if byte == quote, !style.isTriple || peek(1) == quote && peek(2) == quote {
        position += style.closing
        return .text(style)
      }
      if !style.isTriple, byte == 0x0A || byte == 0x0D { break }
      position += byte == UInt8(ascii: "\\") && !style.isRaw && peek(1) != nil ? 2 : 1
    }
    throw CELError(.unterminatedText, SourceRange(start, position))
  }

  private mutating func punctuation(_ byte: UInt8) throws(CELError) -> Token.Kind {
    func followed(by next: Unicode.Scalar) -> Bool {
      peek(1).map { UInt32($0) == next.value } ?? false
    }
    let kind: (Token.Kind, length: Int)? =
      switch byte {
      case UInt8(ascii: "("): (.leftParenthesis, 1)
      case UInt8(ascii: ")"): (.rightParenthesis, 1)
      case UInt8(ascii: "["): (.leftBracket, 1)
      case UInt8(ascii: "]"): (.rightBracket, 1)
      case UInt8(ascii: "{"): (.leftBrace, 1)
      case UInt8(ascii: "}"): (.rightBrace, 1)
      case UInt8(ascii: "."): (.dot, 1)
      case UInt8(ascii: ","): (.comma, 1)
      case UInt8(ascii: ":"): (.colon, 1)
      case UInt8(ascii: "?"): (.question, 1)
      case UInt8(ascii: "+"): (.plus, 1)
      case UInt8(ascii: "-"): (.minus, 1)
      case UInt8(ascii: "*"): (.star, 1)
      case UInt8(ascii: "/"): (.slash, 1)
      case UInt8(ascii: "%"): (.percent, 1)
      case UInt8(ascii: "!"): followed(by: "=") ? (.notEqual, 2) : (.bang, 1)
      case UInt8(ascii: "="): followed(by: "=") ? (.equal, 2) : nil
      case UInt8(ascii: "<"): followed(by: "=") ? (.lessOrEqual, 2) : (.less, 1)
      case UInt8(ascii: ">"): followed(by: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
      case UInt8(ascii: "&"): followed(by: "&") ? (.and, 2) : nil
      case UInt8(ascii: "|"): followed(by: "|") ? (.or, 2) : nil
      default: nil
      }
    guard let kind else {
      let length = codePointLength()
      let range = SourceRange(position, position + length)
      let character = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
      throw CELError(.strayCharacter(character), range)
    }
    position += kind.length
    return kind.0
  }

  private func codePointLength() -> Int {
    var length = 1
    while let byte = peek(length), byte & 0xC0 == 0x80 { length += 1 }
    return length
  }

  private func isIdentifierStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
