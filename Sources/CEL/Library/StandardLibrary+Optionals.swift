extension StandardLibrary {
  private static let t = CELType.parameter("T")
  private static let maybe = CELType.optional(.parameter("T"))

  /// Optionals: values that may not be there.
  static let optionals: [Function] = [
    Function(
      "optional.of",
      "An optional with a value.",
      [
        Overload(
          .global,
          [t],
          maybe,
          acceptsUnknownElements: true,
          .unary { Value(.optional($0)) }
        )
      ],
      examples: [.init("optional.of(1)", "optional.of(1)")]
    ),
    Function(
      "optional.none",
      "An optional without value.",
      [Overload(.global, [], maybe, .variadic { _, _ in .optional(nil) })],
      examples: [.init("optional.none()", "optional.none()")]
    ),
    Function(
      "optional.ofNonZeroValue",
      "An optional that is none for null, false, zero and what is empty.",
      [
        Overload(
          .global,
          [t],
          maybe,
          .unary { .optional($0.isZero ? nil : $0) }
        )
      ],
      examples: [.init("optional.ofNonZeroValue('')", "optional.none()")]
    ),
    Function(
      "hasValue",
      "Whether the optional has a value.",
      [
        Overload(
          .member,
          [maybe],
          .bool,
          acceptsUnknownElements: true,
          .unary { value throws(Failure) in .bool(try unwrap(value) != nil) }
        )
      ],
      examples: [.init("optional.of(0).hasValue()", "true")]
    ),
    Function(
      "value",
      "The value of an optional; without it an error.",
      [
        Overload(
          .member,
          [maybe],
          t,
          acceptsUnknownElements: true,
          .unary { value throws(Failure) in
            guard let inner = try unwrap(value) else { throw .noValue }
            return inner
          }
        )
      ],
      examples: [.init("optional.of(7).value()", "7")]
    ),
    Function(
      "or",
      "The optional, or another when it has no value.",
      [Overload(.member, [maybe, maybe], maybe, .operation)],
      examples: [.init("optional.none().or(optional.of(2))", "optional.of(2)")]
    ),
    Function(
      "orValue",
      "The value of the optional, or another value when it has none.",
      [Overload(.member, [maybe, t], t, .operation)],
      examples: [.init("{}.?naam.orValue('onbekend')", "\"onbekend\"")]
    ),
    Function(
      "unwrapOpt",
      "The values of the optionals in a list that have one.",
      [
        Overload(
          .member,
          [.list(maybe)],
          .list(t),
          .unary { value throws(Failure) in
            guard case .list(let list) = value.kind else {
              throw .noSuchOverload("unwrapOpt", [value.type.typeName])
            }
            var values: [Value] = []
            for element in list.elements {
              if let inner = try unwrap(element) { values.append(inner) }
            }
            return .list(values)
          }
        )
      ],
      examples: [.init("[optional.of(1), optional.none()].unwrapOpt()", "[1]")]
    ),
  ]

  private static func unwrap(_ value: Value) throws(Failure) -> Value? {
    guard case .optional(let inner) = value.kind else {
      throw .noSuchOverload("optional", [value.type.typeName])
    }
    return inner
  }
}
