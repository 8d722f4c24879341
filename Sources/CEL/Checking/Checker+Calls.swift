import SourceText

/// What a call was found to mean.
struct Resolution {
  let candidates: [Overload]
  /// Their positions among the overloads of the function.
  let numbers: [Int]
  let result: CELType
  /// Whether the one candidate is certain, whatever is found when evaluating.
  let isCertain: Bool
}

extension Checker {
  mutating func checkCall(
    _ name: Expression.Name,
    isAbsolute: Bool,
    _ arguments: [Expression],
    _ range: SourceRange
  ) -> Term {
    let terms = arguments.map { check($0) }
    if name.text == "dyn", arguments.count == 1 {
      return Term(node: terms[0].node, type: .dyn)
    }
    guard let function = function(named: name.text, isAbsolute: isAbsolute) else {
      return undeclaredFunction(name, .global)
    }
    return call(function, .global, terms, arguments, name: name, range)
  }

  mutating func checkMemberCall(
    _ target: Expression,
    _ name: Expression.Name,
    _ arguments: [Expression],
    _ range: SourceRange
  ) -> Term {
    if let function = qualifiedFunction(target, name) {
      let terms = arguments.map { check($0) }
      return call(function, .global, terms, arguments, name: name, range)
    }
    if let counts = Self.macroArgumentCounts(name.text),
      function(named: name.text, isAbsolute: false) == nil
    {
      return report(.macroArgumentCount(name.text, counts, found: arguments.count), name.range)
    }
    let terms = ([target] + arguments).map { check($0) }
    switch (name.text, arguments.count) {
    case ("or", 1), ("orValue", 1):
      return checkOr(terms[0], terms[1], isValue: name.text == "orValue", range)
    default: break
    }
    guard let function = function(named: name.text, isAbsolute: false) else {
      return undeclaredFunction(name, .member)
    }
    return call(function, .member, terms, [target] + arguments, name: name, range)
  }

  /// The function whose name has dots, of which the last part looks like a method: `math.abs(x)`.
  private func qualifiedFunction(_ target: Expression, _ name: Expression.Name) -> Function? {
    guard let (head, _) = head(of: target), local(named: head) == nil,
      environment.functions.isNamespace(head) || !environment.container.isEmpty,
      let (prefix, isAbsolute) = qualifiedName(target)
    else { return nil }
    return function(named: "\(prefix).\(name.text)", isAbsolute: isAbsolute)
  }

  private static func macroArgumentCounts(_ name: String) -> ClosedRange<Int>? {
    switch name {
    case "exists_one": Macro.existsOne.argumentCounts
    case "optMap", "optFlatMap": 2...2
    default: Macro(rawValue: name)?.argumentCounts
    }
  }

  private func function(named name: String, isAbsolute: Bool) -> Function? {
    for candidate in environment.candidates(for: name, isAbsolute: isAbsolute) {
      if let function = environment.functions[candidate] { return function }
    }
    return nil
  }

  private mutating func undeclaredFunction(
    _ name: Expression.Name,
    _ style: Overload.Style
  ) -> Term {
    guard isChecked else {
      return fail(.refused(.undeclaredFunction(name.text, suggestion: nil)), name.range)
    }
    let known = environment.functions.functions.lazy.filter { function in
      function.overloads.contains { $0.style == style }
    }
    let names = known.map(\.name) + Macro.allCases.map(\.rawValue)
    let meant = nearestName(to: name.text, among: names)
    return report(.undeclaredFunction(name.text, suggestion: meant), name.range)
  }

  private mutating func call(
    _ function: Function,
    _ style: Overload.Style,
    _ terms: [Term],
    _ arguments: [Expression],
    name: Expression.Name,
    _ range: SourceRange
  ) -> Term {
    guard let resolution = resolve(function.overloads, style, terms.map(\.type)) else {
      let types = terms.map { substitution.finish($0.type) }
      return isChecked
        ? report(.noMatchingOverload(function.name, types), range)
        : fail(.noSuchOverload(function.name, types.map(\.typeName)), range)
    }
    if function.name == "matches", terms.count == 2 {
      if let pattern = code.constant(terms[1].node), case .string(let text) = pattern.kind {
        return matches(terms[0], text, arguments[1].range, range)
      }
      return emit(.matchesComputed(terms[0].node, terms[1].node), .bool, range)
    }
    let index = code.add(
      call: Call(
        name: function.name,
        candidates: resolution.candidates,
        numbers: resolution.numbers,
        isResolved: resolution.isCertain
      )
    )
    let operation: Operation =
      switch terms.count {
      case 1: .unaryCall(index, terms[0].node)
      case 2: .binaryCall(index, terms[0].node, terms[1].node)
      default: .call(index, code.add(children: terms.map { Child(node: $0.node) }))
      }
    return emitFolding(operation, resolution.result, range, terms)
  }

  /// A match with a pattern that is known already is compiled once, and its mistakes are found now.
  private mutating func matches(
    _ operand: Term,
    _ pattern: String,
    _ patternRange: SourceRange,
    _ range: SourceRange
  ) -> Term {
    do throws(Failure) {
      let index = code.add(pattern: try Pattern(pattern))
      return emitFolding(.matches(operand.node, pattern: index), .bool, range, [operand])
    } catch {
      return isChecked
        ? report(.malformedArgument(function: "matches", reason: error.message), patternRange)
        : fail(error, range)
    }
  }

  // MARK: Optionals

  private mutating func checkOr(
    _ optional: Term,
    _ other: Term,
    isValue: Bool,
    _ range: SourceRange
  ) -> Term {
    let name = isValue ? "orValue" : "or"
    guard isChecked else {
      return emit(
        isValue ? .orValue(optional.node, other.node) : .or(optional.node, other.node),
        .dyn,
        range
      )
    }
    guard let function = environment.functions[name],
      let resolution = resolve(function.overloads, .member, [optional.type, other.type])
    else {
      let types = [optional.type, other.type].map { substitution.finish($0) }
      return report(.noMatchingOverload(name, types), range)
    }
    return emit(
      isValue ? .orValue(optional.node, other.node) : .or(optional.node, other.node),
      resolution.result,
      range
    )
  }

  mutating func checkOptionalMap(
    _ operand: Expression,
    _ name: Expression.Name,
    _ body: Expression,
    isFlat: Bool,
    _ range: SourceRange
  ) -> Term {
    let target = check(operand)
    let wrapped = substitution.makeFree()
    if isChecked, !substitution.assign(target.type, to: .optional(wrapped)) {
      report(.notOptional(substitution.finish(target.type)), operand.range)
    }
    let local = push(name, substitution.resolve(wrapped))
    let result = check(body)
    pop()
    var type = CELType.optional(result.type)
    if isFlat {
      type = result.type
      if isChecked, !substitution.assign(result.type, to: .optional(substitution.makeFree())) {
        report(.notOptional(substitution.finish(result.type)), body.range)
      }
    }
    return emit(
      .optionalMap(target.node, local: local, body: result.node, isFlat: isFlat),
      type,
      range
    )
  }

  // MARK: Overloads

  /// The overloads that take these types, and the type they give together.
  mutating func resolve(
    _ overloads: [Overload],
    _ style: Overload.Style,
    _ types: [CELType]
  ) -> Resolution? {
    var candidates: [Overload] = []
    var numbers: [Int] = []
    var result: CELType?
    let mayBeOther = types.contains { substitution.head($0).mayBeOther }
    for index in overloads.indices where overloads[index].style == style {
      guard var parameters = overloads[index].parameters(count: types.count) else { continue }
      var given = overloads[index].result
      if overloads[index].isGeneric {
        var instances: [(name: String, type: CELType)] = []
        parameters = parameters.map { instantiate($0, &instances) }
        given = instantiate(given, &instances)
      } else if !mayBeOther, types == parameters {
        // No other overload takes exactly these types.
        return Resolution(
          candidates: [overloads[index]],
          numbers: [index],
          result: given,
          isCertain: isChecked
        )
      }
      guard substitution.assign(types, to: parameters) else { continue }
      candidates.append(overloads[index])
      numbers.append(index)
      let type = substitution.resolve(given)
      result = result.map { $0 == type ? type : .dyn } ?? type
    }
    guard let result else { return nil }
    let isCertain = isChecked && candidates.count == 1 && !mayBeOther
    return Resolution(
      candidates: candidates,
      numbers: numbers,
      result: result,
      isCertain: isCertain
    )
  }

  /// The type with a free type for each of its parameters.
  private mutating func instantiate(
    _ type: CELType,
    _ instances: inout [(name: String, type: CELType)]
  ) -> CELType {
    if case .parameter(let name) = type {
      if let instance = instances.first(where: { $0.name == name }) { return instance.type }
      let instance = substitution.makeFree()
      instances.append((name, instance))
      return instance
    }
    if type.parts.isEmpty { return type }
    var parts = type.parts.map { instantiate($0, &instances) }[...]
    return type.mapParts { _ in parts.popFirst() ?? .dyn }
  }
}

extension CELType {
  /// Whether a value of another type may be found here when evaluating.
  fileprivate var mayBeOther: Bool {
    switch self {
    case .dyn, .free, .parameter, .nullable, .null: true
    case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .enumeration,
      .list, .map, .optional, .structure, .type, .abstract:
      false
    }
  }
}
