extension StandardLibrary {
  private static let t = CELType.parameter("T")
  private static let k = CELType.parameter("K")
  private static let numbers: [CELType] = [.int, .uint, .double]

  /// The operators; the evaluator has an operation for each.
  static let operators: [Function] = [
    Function(
      "_+_",
      "Sum of numbers; concatenation of texts, bytes and lists; a later moment.",
      [.int, .uint, .double, .string, .bytes, .list(t), .duration].map { same($0, $0) } + [
        binary(.timestamp, .duration, .timestamp), binary(.duration, .timestamp, .timestamp),
      ],
      examples: [.init("1 + 2", "3"), .init("'a' + 'b'", "\"ab\""), .init("[1] + [2]", "[1, 2]")]
    ),
    Function(
      "_-_",
      "Difference of numbers, durations and moments.",
      [.int, .uint, .double, .duration].map { same($0, $0) } + [
        binary(.timestamp, .timestamp, .duration), binary(.timestamp, .duration, .timestamp),
      ],
      examples: [.init("5 - 7", "-2")]
    ),
    Function(
      "_*_",
      "Product.",
      numbers.map { same($0, $0) },
      examples: [.init("6 * 7", "42")]
    ),
    Function(
      "_/_",
      "Quotient; of whole numbers cut towards zero, by zero an error.",
      numbers.map { same($0, $0) },
      examples: [.init("7 / 2", "3"), .init("7.0 / 2.0", "3.5")]
    ),
    Function(
      "_%_",
      "Remainder of a division; it has the sign of the dividend.",
      [same(.int, .int), same(.uint, .uint)],
      examples: [.init("-7 % 3", "-1")]
    ),
    Function(
      "-_",
      "The opposite number.",
      [.int, .double].map { Overload(.global, [$0], $0, .operation) },
      examples: [.init("-(2 + 3)", "-5")]
    ),
    Function(
      "!_",
      "Not.",
      [Overload(.global, [.bool], .bool, .operation)],
      examples: [.init("!true", "false")]
    ),
    Function(
      "_==_",
      "Whether two values are equal; numbers of different types can be.",
      [same(t, .bool)] + mixedNumbers,
      examples: [.init("1 == 1.0", "true"), .init("[1, 2] == [2, 1]", "false")]
    ),
    Function(
      "_!=_",
      "Whether two values differ.",
      [same(t, .bool)] + mixedNumbers,
      examples: [.init("'a' != 'b'", "true")]
    ),
    Function(
      "_<_",
      "Whether the first comes before the second.",
      ordered,
      examples: [.init("1 < 1.5", "true"), .init("date('2025-07') < date('2025-08')", "true")]
    ),
    Function(
      "_<=_",
      "Whether the first does not come after the second.",
      ordered,
      examples: [.init("'a' <= 'b'", "true")]
    ),
    Function(
      "_>_",
      "Whether the first comes after the second.",
      ordered,
      examples: [.init("2u > 1u", "true")]
    ),
    Function(
      "_>=_",
      "Whether the first does not come before the second.",
      ordered,
      examples: [.init("2 >= 3", "false")]
    ),
    Function(
      "@in",
      "Whether a list holds a value, or a map a key.",
      [binary(t, .list(t), .bool), binary(k, .map(k, t), .bool)],
      examples: [.init("2 in [1, 2]", "true"), .init("'b' in {'a': 1}", "false")]
    ),
    Function(
      "_[_]",
      "The element at a position, from 0, or the value of a key; without it an error.",
      [
        binary(.list(t), .int, t), binary(.map(k, t), k, t),
        binary(.optional(.list(t)), .int, .optional(t)),
        binary(.optional(.map(k, t)), k, .optional(t)),
      ],
      examples: [.init("[7, 8][1]", "8"), .init("{'a': 1}['a']", "1")]
    ),
    Function(
      "_[?_]",
      "The element or value as an optional; none when there is none.",
      [
        binary(.list(t), .int, .optional(t)), binary(.map(k, t), k, .optional(t)),
        binary(.optional(.list(t)), .int, .optional(t)),
        binary(.optional(.map(k, t)), k, .optional(t)),
      ],
      examples: [.init("[7][?1]", "optional.none()")]
    ),
  ]

  private static func binary(_ left: CELType, _ right: CELType, _ result: CELType) -> Overload {
    Overload(.global, [left, right], result, .operation)
  }

  private static func same(_ type: CELType, _ result: CELType) -> Overload {
    binary(type, type, result)
  }

  private static let mixedNumbers = numbers.flatMap { left in
    numbers.filter { $0 != left }.map { binary(left, $0, .bool) }
  }

  private static let ordered: [Overload] =
    [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date].map {
      same($0, .bool)
    } + mixedNumbers
}
