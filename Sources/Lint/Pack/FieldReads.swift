import CEL

extension CompiledRule {
  /// The fields of a plan that the rule reads to judge and to name things, as `activiteiten[].budget`, sorted.
  ///
  /// A list that is only gone over is told by the fields of its items.
  package var pathsRead: [String] {
    var reads = FieldReads()
    let subjects = given.map { program -> Reach in
      let reach = reads.visit(program)
      if case .list = program.type { return reach.elements }
      return reach
    }
    reads.bind("this", to: given.isEmpty ? .plan : Reach(subjects.flatMap(\.atoms)))
    for (variable, declared) in zip(body.variables, rule.variables) {
      reads.bind("variables." + declared.name, to: reads.visit(variable.program))
    }
    if let when = body.when { _ = reads.visit(when) }
    _ = reads.visit(body.assertion)
    return reads.fields.sorted()
  }
}

/// The places of a plan that an expression's value may come from.
private struct Reach: Sendable {
  indirect enum Atom: Hashable, Sendable {
    case place(String)
    /// A list that the expression makes, of values from this place.
    case list(Atom)
  }

  var atoms: [Atom]

  init(_ atoms: [Atom]) {
    self.atoms = []
    for atom in atoms where !self.atoms.contains(atom) { self.atoms.append(atom) }
  }

  static let nowhere = Reach([])
  static let plan = Reach([.place("")])

  /// Where the elements come from, when the value is a list; what is no list stays itself.
  var elements: Reach {
    Reach(
      atoms.map { atom in
        switch atom {
        case .place(let path): .place(path.isEmpty ? path : path + "[]")
        case .list(let element): element
        }
      }
    )
  }

  var listed: Reach { Reach(atoms.map(Atom.list)) }

  func field(_ name: String) -> Reach {
    Reach(
      atoms.compactMap { atom in
        if case .place(let path) = atom {
          .place(path.isEmpty ? name : "\(path).\(name)")
        } else {
          nil
        }
      }
    )
  }

  static func + (left: Reach, right: Reach) -> Reach { Reach(left.atoms + right.atoms) }
}

/// Follows expressions by where their values come from, and notes the fields on the way.
private struct FieldReads {
  private var scope: [(name: String, reach: Reach)] = [("plan", .plan)]
  private var places: [String] = []

  /// The fields noted, without those that merely lead to others.
  var fields: [String] {
    places.filter { path in
      !places.contains { $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[]") }
    }
  }

  mutating func bind(_ name: String, to reach: Reach) {
    scope.append((name, reach))
  }

  /// Where a program's value comes from; of one from an archive nobody knows.
  mutating func visit(_ program: Program) -> Reach {
    program.expression.map { visit($0) } ?? .nowhere
  }

  /// Where an expression's value comes from; the chains of fields in it are noted.
  mutating func visit(_ expression: Expression) -> Reach {
    let reach = follow(expression)
    if case .select = expression.kind { note(reach) }
    return reach
  }

  private mutating func note(_ reach: Reach) {
    for case .place(let path) in reach.atoms where !path.isEmpty && !places.contains(path) {
      places.append(path)
    }
  }

  /// As `visit`, for an expression that is selected from: the longer chain will be noted.
  private mutating func follow(_ expression: Expression) -> Reach {
    switch expression.kind {
    case .literal: return .nowhere
    case .identifier(let name, _): return follow(name: name.text)
    case .select(let operand, let field, _):
      if case .identifier(let root, _) = operand.kind {
        let name = "\(root.text).\(field.text)"
        if scope.contains(where: { $0.name == name }) { return follow(name: name) }
      }
      return follow(operand).field(field.text)
    case .has(let operand, let field):
      let reach = follow(operand).field(field.text)
      note(reach)
      return .nowhere
    case .index(let list, let index, _):
      _ = visit(index)
      return visit(list).elements
    case .conditional(let condition, let yes, let no):
      _ = visit(condition)
      return visit(yes) + visit(no)
    case .binary(.add, let left, let right): return visit(left) + visit(right)
    case .call(let name, _, let arguments):
      let reaches = arguments.map { visit($0) }
      return name.text == "stated" ? reaches.first ?? .nowhere : .nowhere
    case .memberCall(let target, let name, let arguments):
      return called(name.text, on: visit(target), arguments.map { visit($0) })
    case .comprehension(let comprehension): return visit(comprehension)
    case .bind(let name, let value, let body):
      return visit(body, with: [(name.text, visit(value))])
    case .optionalMap(let operand, let name, let body, _):
      return visit(body, with: [(name.text, visit(operand))])
    case .list(let elements):
      return Reach(elements.flatMap { visit($0.value).atoms }).listed
    case .unary, .binary, .logical, .map, .structure, .known:
      for child in expression.children { _ = visit(child) }
      return .nowhere
    }
  }

  private mutating func follow(name: String) -> Reach {
    switch name {
    case "peildatum":
      note(Reach([.place(name)]))
      return .nowhere
    case "regeling":
      // Facts of the scheme that the plan names.
      note(Reach([.place("programma.regeling")]))
      return .nowhere
    default: return scope.last { $0.name == name }?.reach ?? .nowhere
    }
  }

  private func called(_ name: String, on target: Reach, _ arguments: [Reach]) -> Reach {
    switch name {
    case "first", "last": target.elements
    case "flatten": target.elements.elements.listed
    case "distinct", "sort", "reverse", "slice", "value": target
    case "or", "orValue": target + (arguments.first ?? .nowhere)
    default: .nowhere
    }
  }

  private mutating func visit(_ comprehension: Expression.Comprehension) -> Reach {
    let range = visit(comprehension.range)
    // Of two variables, the first is an index or a key.
    let element = comprehension.variables.last.map { [($0.text, range.elements)] } ?? []
    let bodies = comprehension.arguments.map { visit($0, with: element) }
    switch comprehension.macro {
    case .filter, .sortBy: return range
    case .map, .transformList: return (bodies.last ?? .nowhere).listed
    case .all, .exists, .existsOne, .transformMap, .transformMapEntry: return .nowhere
    }
  }

  private mutating func visit(_ body: Expression, with names: [(String, Reach)]) -> Reach {
    let outer = scope
    scope += names.map { (name: $0.0, reach: $0.1) }
    defer { scope = outer }
    return visit(body)
  }
}
