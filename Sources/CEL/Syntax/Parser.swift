import SourceText

/// Reads an expression by recursive descent and precedence climbing.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax>.
struct Parser {
  private var lexer: Lexer
  private var token: Token
  /// Where the token before the current one ended.
  private var lastEnd = 0
  private var depth = 0
  private let limits: Limits

  /// Parses a whole text.
  ///
  /// - Throws: The first mistake that is met, or the limit that the text passes.
  static func parse(_ source: String, limits: Limits = Limits()) throws(CELError) -> Expression {
    let bytes = Array(source.utf8)
    if bytes.count > limits.expressionSize, source.codePointCount > limits.expressionSize {
      throw CELError(
        .limit(.expressionSize, limits.expressionSize),
        SourceRange(0, bytes.count)
      )
    }
    var parser = try Parser(bytes, limits)
    let expression = try parser.expression()
    if parser.token.kind != .end { throw parser.unexpected() }
    return expression
  }

  private init(_ bytes: [UInt8], _ limits: Limits) throws(CELError) {
    self.lexer = Lexer(bytes)
    self.limits = limits
    self.token = try lexer.next()
  }

  // MARK: Tokens

  private mutating func advance() throws(CELError) {
    lastEnd = token.range.end
    token = try lexer.next()
  }

  private mutating func accept(_ kind: Token.Kind) throws(CELError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ kind: Token.Kind, _ what: String) throws(CELError) {
    guard try accept(kind) else { throw unexpected(expected: what) }
  }

  private func unexpected(expected: String? = nil) -> CELError {
    token.kind == .end
      ? CELError(.unexpectedEnd(expected: expected), token.range)
      : CELError(.unexpectedToken(lexer.text(of: token), expected: expected), token.range)
  }

  /// An expression from `start` up to where the parser is, above parts of at most this height.
  private func node(
    _ kind: Expression.Kind,
    _ start: Int,
    above height: Int = 0
  ) throws(CELError) -> Expression {
    let range = SourceRange(start, lastEnd)
    if height >= limits.depth { throw CELError(.limit(.depth, limits.depth), range) }
    return Expression(kind, range, height: height + 1)
  }

  // MARK: Operators

  private mutating func expression() throws(CELError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth { throw CELError(.limit(.depth, limits.depth), token.range) }
    let condition = try binary(above: 0)
    guard try accept(.question) else { return condition }
    let yes = try binary(above: 0)
    try expect(.colon, "':'")
    let no = try expression()
    return try node(
      .conditional(condition, yes, no),
      condition.range.start,
      above: max(condition.height, yes.height, no.height)
    )
  }

  private enum Operator {
    case logical(Expression.LogicalOperator)
    case binary(Expression.BinaryOperator)
  }

  /// The operator that the current token is, and how tightly it binds.
  private var currentOperator: (Operator, precedence: Int)? {
    switch token.kind {
    case .or: (.logical(.or), 1)
    case .and: (.logical(.and), 2)
    case .equal: (.binary(.equal), 3)
    case .notEqual: (.binary(.notEqual), 3)
    case .less: (.binary(.less), 3)
    case .lessOrEqual: (.binary(.lessOrEqual), 3)
    case .greater: (.binary(.greater), 3)
    case .greaterOrEqual: (.binary(.greaterOrEqual), 3)
    case .contained: (.binary(.contained), 3)
    case .plus: (.binary(.add), 4)
    case .minus: (.binary(.subtract), 4)
    case .star: (.binary(.multiply), 5)
    case .slash: (.binary(.divide), 5)
    case .percent: (.binary(.remainder), 5)
    default: nil
    }
  }

  /// Operands joined by operators that bind more tightly than `precedence`.
  private mutating func binary(above precedence: Int) throws(CELError) -> Expression {
    var left = try unary()
    while let (found, tightness) = currentOperator, tightness > precedence {
      try advance()
      let right = try binary(above: tightness)
      switch found {
      case .binary(let found):
        left = try node(
          .binary(found, left, right),
          left.range.start,
          above: max(left.height, right.height)
        )
      case .logical(let found):
        var operands = [left, right]
        while let (next, _) = currentOperator, case .logical(found) = next {
          try advance()
          operands.append(try binary(above: tightness))
        }
        left = try node(.logical(found, operands), left.range.start, above: operands.height)
      }
    }
    return left
  }

  private mutating func unary() throws(CELError) -> Expression {
    let start = token.range.start
    let found: Expression.UnaryOperator
    switch token.kind {
    case .bang: found = .not
    case .minus: found = .negate
    default: return try member(try primary())
    }
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth { throw CELError(.limit(.depth, limits.depth), token.range) }
    try advance()
    if found == .negate {
      switch token.kind {
      case .int, .hexInt, .double: return try member(try number(negativeFrom: start))
      default: break
      }
    }
    let operand = try unary()
    return try node(.unary(found, operand), start, above: operand.height)
  }

  // MARK: Members

  private mutating func member(_ target: Expression) throws(CELError) -> Expression {
    var target = target
    while true {
      switch token.kind {
      case .dot: target = try selection(from: target)
      case .leftBracket:
        try advance()
        let isOptional = try accept(.question)
        let index = try expression()
        try expect(.rightBracket, "']'")
        target = try node(
          .index(target, index, isOptional: isOptional),
          target.range.start,
          above: max(target.height, index.height)
        )
      case .leftBrace:
        guard let (name, isAbsolute) = qualifiedName(target) else { return target }
        target = try structure(name, isAbsolute: isAbsolute)
      default: return target
      }
    }
  }

  private mutating func selection(from target: Expression) throws(CELError) -> Expression {
    let start = target.range.start
    try advance()
    let isOptional = try accept(.question)
    let isQuoted = token.kind == .quotedIdentifier
    let name = try selector()
    guard !isOptional, !isQuoted, token.kind == .leftParenthesis else {
      return try node(.select(target, name, isOptional: isOptional), start, above: target.height)
    }
    let arguments = try arguments()
    if let macro = try memberMacro(target, name, arguments) { return macro }
    return try node(
      .memberCall(target, name, arguments),
      start,
      above: max(target.height, arguments.height)
    )
  }

  /// A field's or method's name: any identifier, reserved or not, or one in backticks.
  private mutating func selector() throws(CELError) -> Expression.Name {
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

  private mutating func arguments() throws(CELError) -> [Expression] {
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
    isAbsolute: Bool
  ) throws(CELError) -> Expression {
    let start = name.range.start
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

  // MARK: Primaries

  /// Words that cannot be names of their own; fields and methods may be called so.
  private static let reservedWords: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  private mutating func primary() throws(CELError) -> Expression {
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

  private static func literal(word: String) -> Expression.Literal? {
    switch word {
    case "true": .bool(true)
    case "false": .bool(false)
    case "null": .null
    default: nil
    }
  }

  private mutating func number(negativeFrom sign: Int?) throws(CELError) -> Expression {
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

  // MARK: Macros

  private func globalMacro(
    _ name: Expression.Name,
    _ arguments: [Expression]
  ) throws(CELError) -> Expression? {
    guard arguments.count == 1 else { return nil }
    let argument = arguments[0]
    switch name.text {
    case "has":
      guard case .select(let operand, let field, isOptional: false) = argument.kind else {
        throw CELError(.hasNeedsField, argument.range)
      }
      return try node(.has(operand, field), name.range.start, above: operand.height)
    case "known": return try node(.known(argument), name.range.start, above: argument.height)
    default: return nil
    }
  }

  private func memberMacro(
    _ target: Expression,
    _ name: Expression.Name,
    _ arguments: [Expression]
  ) throws(CELError) -> Expression? {
    let start = target.range.start
    let height = max(target.height, arguments.height)
    if let macro = Macro(name: name.text, argumentCount: arguments.count) {
      let count = macro.variableCount(argumentCount: arguments.count)
      var variables: [Expression.Name] = []
      for argument in arguments.prefix(count) {
        let variable = try variable(argument, of: name)
        if variables.contains(variable) {
          throw CELError(.repeatedVariable(variable.text), variable.range)
        }
        variables.append(variable)
      }
      return try node(
        .comprehension(
          Expression.Comprehension(
            macro: macro,
            range: target,
            variables: variables,
            arguments: Array(arguments.dropFirst(count))
          )
        ),
        start,
        above: height
      )
    }
    switch (name.text, arguments.count) {
    case ("optMap", 2), ("optFlatMap", 2):
      let variable = try variable(arguments[0], of: name)
      return try node(
        .optionalMap(target, variable, arguments[1], isFlat: name.text == "optFlatMap"),
        start,
        above: height
      )
    case ("bind", 3):
      guard case .identifier(let scope, isAbsolute: false) = target.kind, scope.text == "cel" else {
        return nil
      }
      let variable = try variable(arguments[0], of: name)
      return try node(.bind(variable, arguments[1], arguments[2]), start, above: height)
    default: return nil
    }
  }

  private func variable(
    _ argument: Expression,
    of macro: Expression.Name
  ) throws(CELError) -> Expression.Name {
    guard case .identifier(let name, isAbsolute: false) = argument.kind else {
      throw CELError(.macroNeedsVariable(macro.text), argument.range)
    }
    return name
  }
}

extension [Expression] {
  /// The height of the highest one.
  fileprivate var height: Int { map(\.height).max() ?? 0 }
}
