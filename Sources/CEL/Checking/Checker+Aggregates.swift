import SourceText

extension Checker {
  mutating func checkList(_ elements: [Expression.Element], _ range: SourceRange) -> Term {
    var terms: [Term] = []
    var children: [Child] = []
    var joined: CELType?
    for element in elements {
      let term = check(element.value)
      let type = element.isOptional ? unwrapped(term, element.value.range) : term.type
      joined = join(joined, type)
      terms.append(term)
      children.append(Child(node: term.node, isOptional: element.isOptional))
    }
    let type = CELType.list(joined ?? substitution.makeFree())
    return emitFolding(.list(code.add(children: children)), type, range, terms)
  }

  mutating func checkMap(_ entries: [Expression.Entry], _ range: SourceRange) -> Term {
    var terms: [Term] = []
    var children: [Child] = []
    var keyType: CELType?
    var valueType: CELType?
    for entry in entries {
      let key = check(entry.key)
      requireKey(key, entry.key.range)
      keyType = join(keyType, key.type)
      let value = check(entry.value)
      let type = entry.isOptional ? unwrapped(value, entry.value.range) : value.type
      valueType = join(valueType, type)
      terms += [key, value]
      children += [Child(node: key.node, isOptional: entry.isOptional), Child(node: value.node)]
    }
    let type = CELType.map(
      keyType ?? substitution.makeFree(),
      valueType ?? substitution.makeFree()
    )
    return emitFolding(.map(code.add(children: children)), type, range, terms)
  }

  mutating func checkStructure(
    _ name: Expression.Name,
    isAbsolute: Bool,
    _ fields: [Expression.FieldValue],
    _ range: SourceRange
  ) -> Term {
    let candidates = environment.candidates(for: name.text, isAbsolute: isAbsolute)
    let found = candidates.compactMap { environment.structure(named: $0) }
    guard let structure = found.first else {
      let meant = nearestName(to: name.text, among: environment.structures.keys.sorted())
      for field in fields { _ = check(field.value) }
      return report(.unknownStructure(name.text, suggestion: meant), name.range)
    }
    var children: [Child] = []
    for field in fields {
      let value = check(field.value)
      guard let slot = structure.index(of: field.name.text) else {
        let meant = nearestName(to: field.name.text, among: structure.fields.map(\.name))
        return report(
          .unknownField(field.name.text, structure: structure.name, suggestion: meant),
          field.name.range
        )
      }
      if children.contains(where: { $0.slot == Int32(slot) }) {
        return report(.repeatedField(field.name.text), field.name.range)
      }
      require(value, field, structure.fields[slot].type)
      children.append(Child(node: value.node, isOptional: field.isOptional, slot: Int32(slot)))
    }
    let type = code.add(structure: structure)
    return emit(
      .structure(type: type, code.add(children: children)),
      .structure(structure.name),
      range
    )
  }

  private mutating func require(
    _ value: Term,
    _ field: Expression.FieldValue,
    _ expected: CELType
  ) {
    guard isChecked else { return }
    let type = field.isOptional ? unwrapped(value, field.value.range) : value.type
    if !substitution.assign(type, to: expected) {
      let found = substitution.finish(type)
      report(.wrongFieldType(field.name.text, expected: expected, found: found), field.value.range)
    }
  }

  /// The type that a list or map holds once it also holds this one: `dyn` when nothing else covers both.
  private mutating func join(_ known: CELType?, _ type: CELType) -> CELType {
    guard isChecked, let known else { return type }
    return substitution.join(known, type) ?? .dyn
  }

  private mutating func unwrapped(_ term: Term, _ range: SourceRange) -> CELType {
    let wrapped = substitution.makeFree()
    if isChecked, !substitution.assign(term.type, to: .optional(wrapped)) {
      report(.notOptional(substitution.finish(term.type)), range)
    }
    return substitution.resolve(wrapped)
  }

  private mutating func requireKey(_ key: Term, _ range: SourceRange) {
    switch substitution.head(key.type) {
    case .bool, .int, .uint, .string, .enumeration, .dyn, .free, .parameter: break
    case .null, .double, .bytes, .timestamp, .duration, .date, .list, .map, .optional, .structure,
      .type, .nullable, .abstract:
      if isChecked { report(.unsupportedKeyType(substitution.finish(key.type)), range) }
    }
  }

  // MARK: Macros

  mutating func check(_ comprehension: Expression.Comprehension, _ range: SourceRange) -> Term {
    let target = check(comprehension.range)
    let types = iterationTypes(
      target,
      comprehension.variables.count,
      comprehension.range.range
    )
    var local: Int32 = 0
    for (offset, (variable, type)) in zip(comprehension.variables, types).enumerated() {
      let pushed = push(variable, type)
      if offset == 0 { local = pushed }
    }
    let arguments = comprehension.arguments.map { check($0) }
    pop(comprehension.variables.count)
    let macro = comprehension.macro
    let hasCondition = arguments.count > 1
    if hasCondition { require(bool: arguments[0], comprehension.arguments[0].range) }
    let body = arguments[arguments.count - 1]
    let type = resultType(
      macro,
      target,
      types,
      body,
      comprehension.arguments[arguments.count - 1].range
    )
    let loop = Loop(
      macro: macro,
      range: target.node,
      local: Int(local),
      hasTwoVariables: comprehension.variables.count == 2,
      condition: hasCondition ? arguments[0].node : nil,
      body: body.node
    )
    return emit(.comprehension(code.add(loop: loop)), type, range)
  }

  /// The types of the variables of a macro over what has this type.
  private mutating func iterationTypes(
    _ target: Term,
    _ count: Int,
    _ range: SourceRange
  ) -> [CELType] {
    guard isChecked else { return [.dyn, .dyn] }
    switch substitution.head(target.type) {
    case .list(let element): return count == 1 ? [element] : [.int, element]
    case .map(let key, let value): return [key, value]
    case .dyn, .free, .parameter: return [.dyn, .dyn]
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
      .enumeration, .optional, .structure, .type, .nullable, .abstract:
      report(.notIterable(substitution.finish(target.type)), range)
      return [.dyn, .dyn]
    }
  }

  private mutating func resultType(
    _ macro: Macro,
    _ target: Term,
    _ types: [CELType],
    _ body: Term,
    _ range: SourceRange
  ) -> CELType {
    guard isChecked else { return .dyn }
    switch macro {
    case .all, .exists, .existsOne:
      require(bool: body, range)
      return .bool
    case .filter:
      require(bool: body, range)
      return .list(types[0])
    case .map, .transformList: return .list(body.type)
    case .transformMap:
      if case .list = substitution.resolve(target.type) { return .map(.int, body.type) }
      return .map(types[0], body.type)
    case .transformMapEntry:
      let key = substitution.makeFree()
      let value = substitution.makeFree()
      if !substitution.assign(body.type, to: .map(key, value)) {
        report(.noMatchingOverload(macro.rawValue, [substitution.finish(body.type)]), range)
      }
      return .map(key, value)
    case .sortBy:
      if resolve(operator: "_<_", [body.type, body.type], range) == nil { return .dyn }
      return .list(types[0])
    }
  }
}
