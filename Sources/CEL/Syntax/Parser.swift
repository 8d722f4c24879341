import SourceText

/// Reads an expression by recursive descent and precedence climbing.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax>.
struct Parser {
  var lexer: Lexer
  private(set) var token: Token
  /// Where the token before the current one ended.
  private var lastEnd = 0
  private var depth = 0
  let limits: Limits

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

  mutating func advance() throws(CELError) {
    lastEnd = token.range.end
    token = try lexer.next()
  }

  mutating func accept(_ kind: Token.Kind) throws(CELError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(CELError) {
    guard try accept(kind) else { throw unexpected(expected: what) }
  }

  func unexpected(expected: String? = nil) -> CELError {
    token.kind == .end
      ? CELError(.unexpectedEnd(expected: expected), token.range)
      : CELError(.unexpectedToken(lexer.text(of: token), expected: expected), token.range)
  }

  /// An expression from `start` up to where the parser is, above parts of at most this height.
  func node(
    _ kind: Expression.Kind,
    _ start: Int,
    above height: Int = 0
  ) throws(CELError) -> Expression {
    let range = SourceRange(start, lastEnd)
    if height >= limits.depth { throw CELError(.limit(.depth, limits.depth), range) }
    return Expression(kind, range, height: height + 1)
  }

  // MARK: Operators

  mutating func expression() throws(CELError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth { throw CELError(.limit(.depth, limits.depth), token.range) }
    let start = token.range.start
    let condition = try binary(above: 0)
    guard try accept(.question) else { return condition }
    let yes = try binary(above: 0)
    try expect(.colon, "':'")
    let no = try expression()
    return try node(
      .conditional(condition, yes, no),
      start,
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
    let start = token.range.start
    var left = try unary()
    while let (found, tightness) = currentOperator, tightness > precedence {
      try advance()
      let right = try binary(above: tightness)
      switch found {
      case .binary(let found):
        left = try node(
          .binary(found, left, right),
          start,
          above: max(left.height, right.height)
        )
      case .logical(let found):
        var operands = [left, right]
        while let (next, _) = currentOperator, case .logical(found) = next {
          try advance()
          operands.append(try binary(above: tightness))
        }
        left = try node(.logical(found, operands), start, above: operands.height)
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
    default: return try member(try primary(), from: start)
    }
    depth += 1
    defer { depth -= 1 }
    if depth > limits.depth { throw CELError(.limit(.depth, limits.depth), token.range) }
    try advance()
    if found == .negate {
      switch token.kind {
      case .int, .hexInt, .double: return try member(try number(negativeFrom: start), from: start)
      default: break
      }
    }
    let operand = try unary()
    return try node(.unary(found, operand), start, above: operand.height)
  }
}

extension [Expression] {
  /// The height of the highest one.
  var height: Int { map(\.height).max() ?? 0 }
}
