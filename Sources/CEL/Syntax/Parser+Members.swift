import SourceText

/// What stands behind a primary: selections, indexes, calls, and the fields of an object.
extension Parser {
  /// What follows a target, whose text begins at `start`, parentheses included.
  mutating func member(_ target: Expression, from start: Int) throws(CELError) -> Expression {
    var target = target
    while true {
      switch token.kind {
      case .dot: target = try selection(of: target, from: start)
      case .leftBracket:
        try advance()
        let isOptional = try accept(.question)
        let index = try expression()
        try expect(.rightBracket, "']'")
        target = try node(
          .index(target, index, isOptional: isOptional),
          start,
          above: max(target.height, index.height)
        )
      case .leftBrace:
        guard let (name, isAbsolute) = qualifiedName(target) else { return target }
        target = try structure(name, isAbsolute: isAbsolute, from: start)
      default: return target
      }
    }
  }

  private mutating func selection(
    of target: Expression,
    from start: Int
  ) throws(CELError) -> Expression {
    try advance()
    let isOptional = try accept(.question)
    let isQuoted = token.kind == .quotedIdentifier
    let name = try selector()
    guard !isOptional, !isQuoted, token.kind == .leftParenthesis else {
      return try node(.select(target, name, isOptional: isOptional), start, above: target.height)
    }
    let arguments = try arguments()
    if let macro = try memberMacro(target, name, arguments, from: start) { return macro }
    return try node(
      .memberCall(target, name, arguments),
      start,
      above: max(target.height, arguments.height)
    )
  }

  /// A field's or method's name: any identifier, reserved or not, or one in backticks.
  mutating func selector() throws(CELError) -> Expression.Name {
    let range = token.range
    let text = lexer.text(of: token)
    switch token.kind {
    case .identifier where Self.literal(word: text) == nil:
      try advance()
      return Expression.Name(text: text, range: range)
    case .quotedIdentifier:
      try advance()
      return Expression.Name(text: String(text.dropFirst().dropLast()), range: range)
    default: throw unexpected(expected: "a field name")
    }
  }

  mutating func arguments() throws(CELError) -> [Expression] {
    try expect(.leftParenthesis, "'('")
    var arguments: [Expression] = []
    if try accept(.rightParenthesis) { return arguments }
    repeat {
      arguments.append(try expression())
    } while try accept(.comma)
    try expect(.rightParenthesis, "',' or ')'")
    return arguments
  }

  /// The dotted name that a chain of selections spells, if it spells one.
  private func qualifiedName(
    _ expression: Expression
  ) -> (name: Expression.Name, isAbsolute: Bool)? {
    switch expression.kind {
    case .identifier(let name, let isAbsolute): return (name, isAbsolute)
    case .select(let operand, let field, isOptional: false):
      guard let (name, isAbsolute) = qualifiedName(operand) else { return nil }
      let range = name.range.union(field.range)
      return (Expression.Name(text: "\(name.text).\(field.text)", range: range), isAbsolute)
    default: return nil
    }
  }

  private mutating func structure(
    _ name: Expression.Name,
    isAbsolute: Bool,
    from start: Int
  ) throws(CELError) -> Expression {
    try expect(.leftBrace, "'{'")
    var fields: [Expression.FieldValue] = []
    while token.kind != .rightBrace {
      let isOptional = try accept(.question)
      let field = try selector()
      try expect(.colon, "':'")
      let value = try expression()
      fields.append(Expression.FieldValue(name: field, value: value, isOptional: isOptional))
      guard try accept(.comma) else { break }
    }
    try expect(.rightBrace, "',' or '}'")
    return try node(
      .structure(name, isAbsolute: isAbsolute, fields),
      start,
      above: fields.map(\.value).height
    )
  }
}
