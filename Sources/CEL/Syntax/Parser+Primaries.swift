import SourceText

/// Literals, names, lists and maps.
extension Parser {
  /// Words that cannot be names of their own; fields and methods may be called so.
  private static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  mutating func primary() throws(CELError) -> Expression {
    let start = token.range.start
    switch token.kind {
    case .int, .hexInt, .uint, .hexUint, .double: return try number(negativeFrom: nil)
    case .text(let style): return try text(style)
    case .identifier: return try name(isAbsolute: false, from: start)
    case .dot:
      try advance()
      return try name(isAbsolute: true, from: start)
    case .leftParenthesis:
      try advance()
      let inner = try expression()
      try expect(.rightParenthesis, "')'")
      return inner
    case .leftBracket: return try list()
    case .leftBrace: return try map()
    default: throw unexpected(expected: "an expression")
    }
  }

  private mutating func name(isAbsolute: Bool, from start: Int) throws(CELError) -> Expression {
    let text = lexer.text(of: token)
    let range = token.range
    guard token.kind == .identifier else { throw unexpected(expected: "a name") }
    if let literal = Self.literal(word: text) {
      if isAbsolute { throw unexpected(expected: "a name") }
      try advance()
      return try node(.literal(literal), start)
    }
    if Self.reservedWords.contains(text) { throw CELError(.reservedWord(text), range) }
    try advance()
    let name = Expression.Name(text: text, range: range)
    guard token.kind == .leftParenthesis else {
      return try node(.identifier(name, isAbsolute: isAbsolute), start)
    }
    let arguments = try arguments()
    if !isAbsolute, let macro = try globalMacro(name, arguments) { return macro }
    return try node(
      .call(name, isAbsolute: isAbsolute, arguments),
      start,
      above: arguments.height
    )
  }

  static func literal(word: String) -> Expression.Literal? {
    switch word {
    case "true": .bool(true)
    case "false": .bool(false)
    case "null": .null
    default: nil
    }
  }

  mutating func number(negativeFrom sign: Int?) throws(CELError) -> Expression {
    let start = sign ?? token.range.start
    let text = lexer.text(of: token)
    let signed = sign == nil ? text : "-\(text)"
    let literal: Expression.Literal? =
      switch token.kind {
      case .int: Int64(signed).map(Expression.Literal.int)
      case .hexInt:
        Int64("\(sign == nil ? "" : "-")\(text.dropFirst(2))", radix: 16)
          .map(Expression.Literal.int)
      case .uint: UInt64(text.dropLast()).map(Expression.Literal.uint)
      case .hexUint: UInt64(text.dropFirst(2).dropLast(), radix: 16).map(Expression.Literal.uint)
      default: Double(signed).flatMap { $0.isFinite ? .double($0) : nil }
      }
    guard let literal else {
      throw CELError(.numberOutOfRange(signed), SourceRange(start, token.range.end))
    }
    try advance()
    return try node(.literal(literal), start)
  }

  private mutating func text(_ style: Token.TextStyle) throws(CELError) -> Expression {
    let bytes = try TextLiteral.decode(lexer.bytes, token.range, style)
    let start = token.range.start
    try advance()
    return try node(
      .literal(style.isBytes ? .bytes(bytes) : .string(String(decoding: bytes, as: UTF8.self))),
      start
    )
  }

  private mutating func list() throws(CELError) -> Expression {
    let start = token.range.start
    try advance()
    var elements: [Expression.Element] = []
    while token.kind != .rightBracket {
      let isOptional = try accept(.question)
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBracket, "',' or ']'")
    return try node(.list(elements), start, above: elements.map(\.value).height)
  }

  private mutating func map() throws(CELError) -> Expression {
    let start = token.range.start
    try advance()
    var entries: [Expression.Entry] = []
    while token.kind != .rightBrace {
      let isOptional = try accept(.question)
      let key = try expression()
      try expect(.colon, "':'")
      let value = try expression()
      entries.append(Expression.Entry(key: key, value: value, isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBrace, "',' or '}'")
    return try node(
      .map(entries),
      start,
      above: entries.map { max($0.key.height, $0.value.height) }.max() ?? 0
    )
  }
}
