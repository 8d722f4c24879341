import SourceText

extension Checker {
  /// Checks an identifier, a selection or an index, without marking it as evidence.
  ///
  /// - Parameters:
  ///   - expression: The chain; anything else is checked as it is.
  ///   - isPlain: Whether it is known that no part of the chain is a name with dots.
  /// - Returns: The value that the chain selects.
  mutating func chain(_ expression: Expression, isPlain: Bool = false) -> Term {
    switch expression.kind {
    case .identifier(let name, let isAbsolute):
      return checkName(name.text, isAbsolute: isAbsolute, expression.range)
        ?? report(
          .undeclaredReference(name.text, suggestion: suggestion(for: name.text)),
          name.range
        )
    case .select(let operand, let field, let isOptional):
      let isPlain = isPlain || startsPlainly(expression)
      if !isPlain, !isOptional, let term = checkQualified(expression) { return term }
      let target = isChain(operand) ? chain(operand, isPlain: isPlain) : check(operand)
      return isOptional
        ? optionalField(field, of: target, expression.range)
        : self.field(field, of: target, expression.range)
    case .index(let operand, let index, let isOptional):
      let target = isChain(operand) ? chain(operand, isPlain: isPlain) : check(operand)
      return checkIndex(target, check(index), isOptional: isOptional, expression.range)
    default: return check(expression)
    }
  }

  /// A chain of selections that is a name with dots, or whose first name is declared nowhere.
  ///
  /// Nil when the chain selects fields of something that is declared.
  private mutating func checkQualified(_ expression: Expression) -> Term? {
    guard let (name, isAbsolute) = qualifiedName(expression) else { return nil }
    return checkName(name, isAbsolute: isAbsolute, expression.range)
      ?? undeclared(name, isAbsolute: isAbsolute, expression.range)
  }

  /// Whether a chain begins with a declared name, and that name does not begin others with dots.
  private func startsPlainly(_ expression: Expression) -> Bool {
    guard let (head, isAbsolute) = head(of: expression) else { return false }
    if !isAbsolute, local(named: head) != nil { return true }
    return environment.container.isEmpty && !environment.isNamespace(head)
      && environment.isDeclared(head)
  }

  /// The first name of a chain of selections.
  func head(of expression: Expression) -> (name: String, isAbsolute: Bool)? {
    switch expression.kind {
    case .identifier(let name, let isAbsolute): (name.text, isAbsolute)
    case .select(let operand, _, isOptional: false): head(of: operand)
    default: nil
    }
  }

  /// The dotted name that a chain of selections spells.
  func qualifiedName(_ expression: Expression) -> (name: String, isAbsolute: Bool)? {
    switch expression.kind {
    case .identifier(let name, let isAbsolute): (name.text, isAbsolute)
    case .select(let operand, let field, isOptional: false):
      qualifiedName(operand).map { ("\($0.name).\(field.text)", $0.isAbsolute) }
    default: nil
    }
  }

  /// A name that stands for a local, a variable or a type; nil when it stands for nothing.
  private mutating func checkName(
    _ name: String,
    isAbsolute: Bool,
    _ range: SourceRange
  ) -> Term? {
    if !isAbsolute, let local = local(named: name) {
      return emit(.local(Int32(local)), scope[local].type, range)
    }
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      if let variable = environment.variable(named: candidate) {
        references.insert(variable)
        code.add(variable: variable, named: candidate)
        let type = environment.declaration(of: variable).type
        return emit(.variable(variable.index), type, range)
      }
      if let type = CELType.named[candidate] {
        return constant(Value(.type(type)), .type(type), range)
      }
      if environment.structure(named: candidate) != nil {
        let type = CELType.structure(candidate)
        return constant(Value(.type(type)), .type(type), range)
      }
    }
    return nil
  }

  /// The report of a chain whose first name is declared nowhere; nil when part of the chain is.
  private mutating func undeclared(
    _ name: String,
    isAbsolute: Bool,
    _ range: SourceRange
  ) -> Term? {
    var parts = name.split(separator: ".")[...]
    while !parts.isEmpty {
      let prefix = parts.joined(separator: ".")
      for candidate in environment.candidates(for: prefix, isAbsolute: isAbsolute)
      where environment.isDeclared(candidate) {
        return nil
      }
      parts = parts.dropLast()
    }
    // Of `parameters.min_wekn`, where `parameters.min_weken` is declared, the whole name is wrong.
    let meant = suggestion(for: name)
    if environment.isNamespace(String(name.prefix { $0 != "." })) || meant != nil {
      return report(.undeclaredReference(name, suggestion: meant), range)
    }
    return nil
  }

  private func suggestion(for name: String) -> String? {
    let names = scope.reversed().map(\.name) + environment.variables.map(\.name)
    return nearestName(to: name, among: names)
  }

  // MARK: Fields

  mutating func field(_ field: Expression.Name, of target: Term, _ range: SourceRange) -> Term {
    let name = code.add(name: field.text)
    switch fieldType(field, of: target.type) {
    case .slot(let slot, let type):
      return emit(.field(target.node, slot: Int32(slot), name: name), type, range)
    case .dynamic(let type): return emit(.select(target.node, name: name), type, range)
    case .refused(let kind): return report(kind, field.range)
    }
  }

  private mutating func optionalField(
    _ field: Expression.Name,
    of target: Term,
    _ range: SourceRange
  ) -> Term {
    let operation = Operation.optionalSelect(target.node, name: code.add(name: field.text))
    switch fieldType(field, of: target.type) {
    case .slot(_, let type), .dynamic(let type):
      if case .optional = type { return emit(operation, type, range) }
      return emit(operation, .optional(type), range)
    case .refused(let kind): return report(kind, field.range)
    }
  }

  mutating func checkHas(_ operand: Expression, _ field: Expression.Name) -> Term {
    let target = isChain(operand) ? chain(operand) : check(operand)
    let name = code.add(name: field.text)
    let range = operand.range.union(field.range)
    switch fieldType(field, of: target.type) {
    case .slot(let slot, _):
      return emit(.has(target.node, slot: Int32(slot), name: name), .bool, range)
    case .dynamic: return emit(.has(target.node, slot: -1, name: name), .bool, range)
    case .refused(let kind): return report(kind, field.range)
    }
  }

  private func isChain(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .identifier, .select, .index: true
    default: false
    }
  }

  /// What selecting a field comes to.
  private enum FieldType {
    case slot(Int, CELType)
    case dynamic(CELType)
    case refused(CELError.Kind)
  }

  private mutating func fieldType(_ field: Expression.Name, of type: CELType) -> FieldType {
    switch substitution.head(type) {
    case .structure(let name):
      guard let structure = environment.structure(named: name) else { return .dynamic(.dyn) }
      guard let slot = structure.index(of: field.text) else {
        let meant = nearestName(to: field.text, among: structure.fields.map(\.name))
        return .refused(.unknownField(field.text, structure: name, suggestion: meant))
      }
      references.insert(Program.References.Field(structure: name, name: field.text))
      return .slot(slot, structure.fields[slot].type)
    case .map(let key, let value):
      guard substitution.assign(.string, to: key) else {
        return .refused(.notSelectable(field: field.text, substitution.finish(type)))
      }
      return .dynamic(value)
    case .optional(let wrapped):
      switch fieldType(field, of: wrapped) {
      case .slot(_, let type), .dynamic(let type):
        if case .optional = type { return .dynamic(type) }
        return .dynamic(.optional(type))
      case .refused(let kind): return .refused(kind)
      }
    case .dyn, .free: return .dynamic(.dyn)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .list, .type, .nullable, .abstract, .parameter:
      return .refused(.notSelectable(field: field.text, substitution.finish(type)))
    }
  }
}
