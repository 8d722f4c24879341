import YAML

/// Keywords about numbers (JSON Schema 2020-12 validation, section 6.2).
extension Keyword {
  /// `multipleOf: 0.01` (section 6.2.1).
  static let multipleOf = number("multipleOf", .positiveNumber) { number, divisor in
    number.isMultiple(of: divisor) ? nil : .notMultiple(of: divisor)
  }

  /// `maximum: 100` (section 6.2.2).
  static let maximum = number(
    "maximum",
    noting: { $0.maximum = $1 },
    judge: { number, limit in number > limit ? .aboveMaximum(limit) : nil }
  )

  /// `exclusiveMaximum: 100` (section 6.2.3).
  static let exclusiveMaximum = number("exclusiveMaximum") { number, limit in
    number >= limit ? .notBelow(limit) : nil
  }

  /// `minimum: 0` (section 6.2.4).
  static let minimum = number(
    "minimum",
    noting: { $0.minimum = $1 },
    judge: { number, limit in number < limit ? .belowMinimum(limit) : nil }
  )

  /// `exclusiveMinimum: 0` (section 6.2.5).
  static let exclusiveMinimum = number("exclusiveMinimum") { number, limit in
    number <= limit ? .notAbove(limit) : nil
  }

  /// A keyword that holds a number against another; `judge` says what is wrong, and `note` keeps the limit for readers.
  private static func number(
    _ name: String,
    _ value: Shape = .number,
    noting note: @escaping @Sendable (inout Subschema, Number) -> Void = { _, _ in },
    judge: @escaping @Sendable (Number, Number) -> Violation.Kind?
  ) -> Keyword {
    Keyword(name, value, on: .number) { node, compilation in
      guard let limit = Instance(node).number else { return nil }
      note(&compilation.subschema, limit)
      return { instance, evaluation in
        guard let number = instance.number, let kind = judge(number, limit) else { return }
        evaluation.report(kind, instance.node)
      }
    }
  }
}
