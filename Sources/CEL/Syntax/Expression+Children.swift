extension Expression {
  /// The expressions directly below this one, in the order of the source.
  package var children: [Expression] {
    switch kind {
    case .literal, .identifier: []
    case .select(let operand, _, _), .unary(_, let operand), .has(let operand, _),
      .known(let operand):
      [operand]
    case .index(let left, let right, _), .binary(_, let left, let right),
      .bind(_, let left, let right), .optionalMap(let left, _, let right, _):
      [left, right]
    case .logical(_, let operands), .call(_, _, let operands): operands
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .memberCall(let target, _, let arguments): [target] + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .structure(_, _, let fields): fields.map(\.value)
    case .comprehension(let comprehension): [comprehension.range] + comprehension.arguments
    }
  }

  /// The same expression with another one in the place of the child at an index of `children`.
  package func replacing(child index: Int, with new: Expression) -> Expression {
    var children = children
    children[index] = new
    return replaced(by: kind(with: children))
  }

  /// Another expression in the place of this one.
  ///
  /// It is for printing: how deep it is nested is counted again when its text is parsed.
  package func replaced(by kind: Kind) -> Expression {
    Expression(kind, range, height: height)
  }

  /// The list without one of its elements.
  package func removing(element index: Int) -> Expression {
    guard case .list(var elements) = kind else { return self }
    elements.remove(at: index)
    return replaced(by: .list(elements))
  }

  private func kind(with new: [Expression]) -> Kind {
    switch kind {
    case .literal, .identifier: kind
    case .select(_, let field, let isOptional): .select(new[0], field, isOptional: isOptional)
    case .unary(let found, _): .unary(found, new[0])
    case .has(_, let field): .has(new[0], field)
    case .known: .known(new[0])
    case .index(_, _, let isOptional): .index(new[0], new[1], isOptional: isOptional)
    case .binary(let found, _, _): .binary(found, new[0], new[1])
    case .bind(let name, _, _): .bind(name, new[0], new[1])
    case .optionalMap(_, let name, _, let isFlat):
      .optionalMap(new[0], name, new[1], isFlat: isFlat)
    case .logical(let found, _): .logical(found, new)
    case .call(let name, let isAbsolute, _): .call(name, isAbsolute: isAbsolute, new)
    case .conditional: .conditional(new[0], new[1], new[2])
    case .memberCall(_, let name, _): .memberCall(new[0], name, Array(new.dropFirst()))
    case .list(let elements):
      .list(zip(elements, new).map { Element(value: $1, isOptional: $0.isOptional) })
    case .map(let entries):
      .map(
        entries.enumerated().map { index, entry in
          Entry(
            key: new[2 * index],
            value: new[2 * index + 1],
            isOptional: entry.isOptional
          )
        }
      )
    case .structure(let name, let isAbsolute, let fields):
      .structure(
        name,
        isAbsolute: isAbsolute,
        zip(fields, new).map {
          FieldValue(name: $0.name, value: $1, isOptional: $0.isOptional)
        }
      )
    case .comprehension(let found):
      .comprehension(
        Comprehension(
          macro: found.macro,
          range: new[0],
          variables: found.variables,
          arguments: Array(new.dropFirst())
        )
      )
    }
  }
}
