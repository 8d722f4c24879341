#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension StandardLibrary {
  private typealias Numbers = NumberFunctions
  private static let integers: [CELType] = [.int, .uint]
  private static let numbers: [CELType] = [.int, .uint, .double]

  /// The math extension.
  static let mathematics: [Function] = [
    Function(
      "math.greatest",
      "The greatest of some numbers, or of a list of them.",
      extremes(.greater, "math.greatest"),
      examples: [.init("math.greatest(1, 3, 2)", "3"), .init("math.greatest([1, 2.5])", "2.5")]
    ),
    Function(
      "math.least",
      "The least of some numbers, or of a list of them.",
      extremes(.less, "math.least"),
      examples: [.init("math.least(1.5, 1)", "1")]
    ),
    rounding("math.ceil", "The number rounded up.", "1.2", "2.0") { $0.rounded(.up) },
    rounding("math.floor", "The number rounded down.", "-1.2", "-2.0") { $0.rounded(.down) },
    rounding(
      "math.round",
      "The nearest whole number; of two the one further from zero.",
      "2.5",
      "3.0"
    ) {
      $0.rounded(.toNearestOrAwayFromZero)
    },
    rounding("math.trunc", "The number without its fraction.", "-1.7", "-1.0") {
      $0.rounded(.towardZero)
    },
    Function(
      "math.sqrt",
      "The square root; of a negative number NaN.",
      numbers.map { Overload(.global, [$0], .double, .unary(Numbers.squareRoot)) },
      examples: [.init("math.sqrt(9)", "3.0")]
    ),
    Function(
      "math.abs",
      "The number without its sign.",
      numbers.map { Overload(.global, [$0], $0, .unary(Numbers.magnitude)) },
      examples: [.init("math.abs(-1.5)", "1.5")]
    ),
    Function(
      "math.sign",
      "1, 0 or -1: the sign of the number, in its type.",
      numbers.map { Overload(.global, [$0], $0, .unary(Numbers.sign)) },
      examples: [.init("math.sign(-3)", "-1")]
    ),
    property("math.isNaN", "Whether the double is no number.", "0.0 / 0.0") { $0.isNaN },
    property("math.isInf", "Whether the double is infinite.", "1.0 / 0.0") { $0.isInfinite },
    property("math.isFinite", "Whether the double is a finite number.", "1.5") { $0.isFinite },
    bits("math.bitAnd", "The bits that both have.", "12, 10", "8", { $0 & $1 }, { $0 & $1 }),
    bits("math.bitOr", "The bits that either has.", "12, 10", "14", { $0 | $1 }, { $0 | $1 }),
    bits("math.bitXor", "The bits that one of them has.", "12, 10", "6", { $0 ^ $1 }, { $0 ^ $1 }),
    Function(
      "math.bitNot",
      "The number with all its bits turned.",
      integers.map { Overload(.global, [$0], $0, .unary(Numbers.turned)) },
      examples: [.init("math.bitNot(1)", "-2")]
    ),
    Function(
      "math.bitShiftLeft",
      "The bits moved so many places left.",
      integers.map { Overload(.global, [$0, .int], $0, .binary(Numbers.shiftLeft)) },
      examples: [.init("math.bitShiftLeft(1, 4)", "16")]
    ),
    Function(
      "math.bitShiftRight",
      "The bits moved so many places right, zeros coming in.",
      integers.map { Overload(.global, [$0, .int], $0, .binary(Numbers.shiftRight)) },
      examples: [.init("math.bitShiftRight(16, 4)", "1")]
    ),
  ]

  private static func extremes(_ order: Order, _ name: String) -> [Overload] {
    let body = Implementation.variadic { arguments, budget throws(Failure) in
      try Numbers.extreme(arguments, order, name, &budget)
    }
    let lists = numbers.map { Overload(.global, [.list($0)], $0, body) }
    return numbers.map { Overload(.global, [$0], $0, isVariadic: true, body) } + lists + [
      Overload(.global, [.list(.dyn)], .dyn, body),
      Overload(.global, [.dyn, .dyn], .dyn, isVariadic: true, body),
    ]
  }

  private static func rounding(
    _ name: String,
    _ documentation: String,
    _ argument: String,
    _ example: String,
    _ body: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(
      name,
      documentation,
      [
        Overload(
          .global,
          [.double],
          .double,
          .unary { value throws(Failure) in .double(body(try Numbers.double(value))) }
        )
      ],
      examples: [.init("\(name)(\(argument))", example)]
    )
  }

  private static func property(
    _ name: String,
    _ documentation: String,
    _ argument: String,
    _ body: @escaping @Sendable (Double) -> Bool
  ) -> Function {
    Function(
      name,
      documentation,
      [
        Overload(
          .global,
          [.double],
          .bool,
          .unary { value throws(Failure) in .bool(body(try Numbers.double(value))) }
        )
      ],
      examples: [.init("\(name)(\(argument))", "true")]
    )
  }

  private static func bits(
    _ name: String,
    _ documentation: String,
    _ arguments: String,
    _ example: String,
    _ signed: @escaping @Sendable (Int64, Int64) -> Int64,
    _ unsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    let body = Implementation.binary { left, right throws(Failure) in
      switch (left.kind, right.kind) {
      case (.int(let left), .int(let right)): return .int(signed(left, right))
      case (.uint(let left), .uint(let right)): return .uint(unsigned(left, right))
      default: throw .noSuchOverload(name, [left.type.typeName, right.type.typeName])
      }
    }
    return Function(
      name,
      documentation,
      integers.map { Overload(.global, [$0, $0], $0, body) },
      examples: [.init("\(name)(\(arguments))", example)]
    )
  }
}

/// What the functions on numbers do.
private enum NumberFunctions {
  static func refused(_ function: String, _ value: Value) -> Failure {
    .noSuchOverload(function, [value.type.typeName])
  }

  static func double(_ value: Value) throws(Failure) -> Double {
    guard case .double(let number) = value.kind else { throw refused("double", value) }
    return number
  }

  static func extreme(
    _ arguments: [Value],
    _ order: Order,
    _ function: String,
    _ budget: inout Budget
  ) throws(Failure) -> Value {
    var numbers = arguments
    if arguments.count == 1, case .list(let list) = arguments[0].kind { numbers = list.elements }
    try budget.spend(numbers.count)
    for number in numbers where number.compareNumbers(with: .int(0)) == nil {
      throw refused(function, number)
    }
    return try ListFunctions.extreme(.list(numbers), order, function, &budget)
  }

  @Sendable static func squareRoot(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .int(let number): return .double(Double(number).squareRoot())
    case .uint(let number): return .double(Double(number).squareRoot())
    case .double(let number): return .double(number.squareRoot())
    default: throw refused("math.sqrt", value)
    }
  }

  @Sendable static func magnitude(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .int(let number):
      guard number != .min else { throw .overflow }
      return .int(abs(number))
    case .uint: return Value(value.kind)
    case .double(let number): return .double(abs(number))
    default: throw refused("math.abs", value)
    }
  }

  @Sendable static func sign(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .int(let number): return .int(number.signum())
    case .uint(let number): return .uint(number == 0 ? 0 : 1)
    case .double(let number):
      if number.isNaN { return Value(value.kind) }
      return .double(number > 0 ? 1 : number < 0 ? -1 : 0)
    default: throw refused("math.sign", value)
    }
  }

  @Sendable static func turned(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .int(let number): return .int(~number)
    case .uint(let number): return .uint(~number)
    default: throw refused("math.bitNot", value)
    }
  }

  /// How far to shift: beyond the width nothing is left, and a negative distance is an error.
  private static func distance(_ value: Value) throws(Failure) -> Int64 {
    let distance = try StringFunctions.int(value)
    guard distance >= 0 else { throw .outOfRange("a shift by \(distance)") }
    return min(distance, 64)
  }

  @Sendable static func shiftLeft(_ value: Value, _ by: Value) throws(Failure) -> Value {
    let distance = try distance(by)
    switch value.kind {
    case .int(let number): return .int(number << distance)
    case .uint(let number): return .uint(number << UInt64(distance))
    default: throw refused("math.bitShiftLeft", value)
    }
  }

  @Sendable static func shiftRight(_ value: Value, _ by: Value) throws(Failure) -> Value {
    let distance = try distance(by)
    switch value.kind {
    case .int(let number):
      return .int(Int64(bitPattern: UInt64(bitPattern: number) >> UInt64(distance)))
    case .uint(let number): return .uint(number >> UInt64(distance))
    default: throw refused("math.bitShiftRight", value)
    }
  }
}
