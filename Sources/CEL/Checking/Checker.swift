import SourceText

/// Finds the types of an expression, resolves its names, and writes its code, in one walk over the tree.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#type-checking>. When it does not check,
/// every type is `dyn`, and what it would have refused becomes an error when evaluating.
struct Checker {
  /// A part that was checked: its operation and its type.
  struct Term {
    let node: NodeID
    let type: CELType
  }

  /// A variable of a macro that is in scope.
  struct Local {
    let name: String
    let type: CELType
  }

  let environment: Environment
  let isChecked: Bool
  var substitution = Substitution()
  var scope: [Local] = []
  var code: Code
  private(set) var errors: [CELError] = []
  var references = Program.References()
  private let source: String

  init(_ environment: Environment, source: String, isChecked: Bool) {
    self.environment = environment
    self.isChecked = isChecked
    self.source = source
    self.code = Code(source: source, limits: environment.limits)
    code.nodes.reserveCapacity(source.utf8.count / 4 + 4)
  }

  /// The program of a whole expression, or all that is wrong with it.
  mutating func program(
    _ expression: Expression,
    expecting expected: CELType?
  ) -> Result<Program, CELErrors> {
    let term = check(expression)
    if let expected, isChecked, errors.isEmpty, !substitution.assign(term.type, to: expected) {
      report(
        .wrongResultType(expected: expected, found: substitution.finish(term.type)),
        expression.range
      )
    }
    guard errors.isEmpty else { return .failure(CELErrors(errors)) }
    return .success(
      Program(
        type: substitution.finish(term.type),
        expression: expression,
        variablesRead: references.variables,
        fieldsRead: { [fields = references.fields] in fields },
        root: term.node,
        code: code
      )
    )
  }

  // MARK: Errors and code

  /// Notes a mistake; the part gets the type `dyn`, so that it does not cause more of them.
  @discardableResult
  mutating func report(_ kind: CELError.Kind, _ range: SourceRange) -> Term {
    if isChecked { errors.append(CELError(kind, range)) }
    return fail(.refused(kind), range)
  }

  /// A part that is an error when evaluated.
  mutating func fail(_ kind: EvaluationError.Kind, _ range: SourceRange) -> Term {
    Term(node: code.append(.failure(code.add(failure: kind)), range), type: .dyn)
  }

  mutating func emit(_ operation: Operation, _ type: CELType, _ range: SourceRange) -> Term {
    Term(node: code.append(operation, range), type: isChecked ? type : .dyn)
  }

  /// Emits an operation, and evaluates it at once when its operands are constants.
  mutating func emitFolding(
    _ operation: Operation,
    _ type: CELType,
    _ range: SourceRange,
    _ operands: [Term]
  ) -> Term {
    let term = emit(operation, type, range)
    guard errors.isEmpty, operands.allSatisfy({ code.constant($0.node) != nil }) else {
      return term
    }
    var frame = Frame()
    frame.budget = Budget(environment.limits)
    do throws(EvaluationError) {
      let value = try code.value(term.node, &frame)
      if !value.isUnknown { code.replaceLast(with: value) }
    } catch {
      // A date that is written in the expression will not get better when evaluating.
      if isChecked, case .malformedDate = error.kind {
        report(.malformedArgument(function: "date", reason: error.message), range)
      }
    }
    return term
  }

  mutating func constant(_ value: Value, _ type: CELType, _ range: SourceRange) -> Term {
    emit(.constant(code.add(constant: value)), type, range)
  }

  // MARK: Walking

  /// Checks an expression; a whole chain of selections is marked as evidence.
  mutating func check(_ expression: Expression) -> Term {
    switch expression.kind {
    case .identifier, .select, .index:
      let term = chain(expression)
      code.markEvidence(term.node)
      return term
    case .literal(let literal): return check(literal, expression.range)
    case .unary(let found, let operand): return check(found, operand, expression.range)
    case .binary(let found, let left, let right):
      return check(found, left, right, expression.range)
    case .logical(let found, let operands): return check(found, operands, expression.range)
    case .conditional(let condition, let yes, let no):
      return checkConditional(condition, yes, no, expression.range)
    case .call(let name, let isAbsolute, let arguments):
      return checkCall(name, isAbsolute: isAbsolute, arguments, expression.range)
    case .memberCall(let target, let name, let arguments):
      return checkMemberCall(target, name, arguments, expression.range)
    case .list(let elements): return checkList(elements, expression.range)
    case .map(let entries): return checkMap(entries, expression.range)
    case .structure(let name, let isAbsolute, let fields):
      return checkStructure(name, isAbsolute: isAbsolute, fields, expression.range)
    case .has(let operand, let field): return checkHas(operand, field)
    case .known(let operand):
      let term = check(operand)
      return emit(.known(term.node), .bool, expression.range)
    case .comprehension(let comprehension): return check(comprehension, expression.range)
    case .bind(let name, let value, let body):
      let value = check(value)
      let local = push(name, value.type)
      let body = check(body)
      pop()
      return emit(
        .bind(local: local, value: value.node, body: body.node),
        body.type,
        expression.range
      )
    case .optionalMap(let operand, let name, let body, let isFlat):
      return checkOptionalMap(operand, name, body, isFlat: isFlat, expression.range)
    }
  }

  private mutating func check(_ literal: Expression.Literal, _ range: SourceRange) -> Term {
    switch literal {
    case .null: constant(.null, .null, range)
    case .bool(let value): constant(.bool(value), .bool, range)
    case .int(let value): constant(.int(value), .int, range)
    case .uint(let value): constant(.uint(value), .uint, range)
    case .double(let value): constant(.double(value), .double, range)
    case .string(let value): constant(.string(value), .string, range)
    case .bytes(let value): constant(.bytes(value), .bytes, range)
    }
  }

  /// Requires a bool.
  mutating func require(bool term: Term, _ range: SourceRange) {
    if isChecked, !substitution.assign(term.type, to: .bool) {
      report(.notBool(substitution.finish(term.type)), range)
    }
  }

  // MARK: Scopes

  /// Brings a variable into scope and gives it a place among the locals.
  mutating func push(_ name: Expression.Name, _ type: CELType) -> Int32 {
    scope.append(Local(name: name.text, type: isChecked ? type : .dyn))
    code.localCount = max(code.localCount, scope.count)
    return Int32(scope.count - 1)
  }

  mutating func pop(_ count: Int = 1) {
    scope.removeLast(count)
  }

  func local(named name: String) -> Int? {
    scope.lastIndex { $0.name.isIdentical(to: name) }
  }
}
