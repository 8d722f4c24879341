import SourceText

/// Calls that are macros, because of their name and the number of their arguments.
extension Parser {
  func globalMacro(
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

  func memberMacro(
    _ target: Expression,
    _ name: Expression.Name,
    _ arguments: [Expression],
    from start: Int
  ) throws(CELError) -> Expression? {
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
