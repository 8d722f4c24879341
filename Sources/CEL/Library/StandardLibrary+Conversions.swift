extension StandardLibrary {
  /// Conversions between types, and the type of a value.
  static let conversions: [Function] = [
    Function(
      "bool",
      "The bool that a text writes: 'true', '1', 't' and their opposites.",
      [
        identity(.bool),
        Overload(.global, [.string], .bool, .unary { value throws(Failure) in try bool(value) }),
      ],
      examples: [.init("bool('true')", "true")]
    ),
    Function(
      "int",
      "The whole number: of a double cut towards zero, of a moment the seconds since 1970.",
      [identity(.int)] + [.uint, .double, .string, .timestamp].map { convert($0, .int, int) },
      examples: [.init("int(-7.9)", "-7"), .init("int('12')", "12")]
    ),
    Function(
      "uint",
      "The whole number without sign.",
      [identity(.uint)] + [.int, .double, .string].map { convert($0, .uint, uint) },
      examples: [.init("uint(7)", "7u")]
    ),
    Function(
      "double",
      "The number with a fraction.",
      [identity(.double)] + [.int, .uint, .string].map { convert($0, .double, double) },
      examples: [.init("double(3)", "3.0"), .init("double('1.5')", "1.5")]
    ),
    Function(
      "string",
      "The text of a value.",
      [identity(.string)]
        + [.bool, .int, .uint, .double, .bytes, .timestamp, .duration, .date].map {
          convert($0, .string, string)
        },
      examples: [.init("string(1.50)", "\"1.5\""), .init("string(date('2025-07'))", "\"2025-07\"")]
    ),
    Function(
      "bytes",
      "The UTF-8 bytes of a text.",
      [identity(.bytes), convert(.string, .bytes, bytes)],
      examples: [.init("bytes('aé')", "b\"a\\xc3\\xa9\"")]
    ),
    Function(
      "dyn",
      "The same value, without a type for the checker.",
      [Overload(.global, [.parameter("T")], .dyn, acceptsUnknownElements: true, .unary { $0 })],
      examples: [.init("dyn(1)", "1")]
    ),
    Function(
      "type",
      "The type of a value.",
      [
        Overload(
          .global,
          [.parameter("T")],
          .type(.parameter("T")),
          acceptsUnknownElements: true,
          .unary { Value(.type($0.type)) }
        )
      ],
      examples: [.init("type(1u)", "uint"), .init("type([1]) == list", "true")]
    ),
  ]

  static func identity(_ type: CELType) -> Overload {
    Overload(.global, [type], type, .unary { $0 })
  }

  static func convert(
    _ from: CELType,
    _ to: CELType,
    _ body: @escaping @Sendable (Value) throws(Failure) -> Value
  ) -> Overload {
    Overload(.global, [from], to, .unary(body))
  }

  private static func refused(_ value: Value, _ type: CELType) -> Failure {
    .conversion(value.brief, to: type.description)
  }

  private static func bool(_ value: Value) throws(Failure) -> Value {
    guard case .string(let text) = value.kind else { throw refused(value, .bool) }
    switch text {
    case "1", "t", "true", "TRUE", "True": return .bool(true)
    case "0", "f", "false", "FALSE", "False": return .bool(false)
    default: throw refused(value, .bool)
    }
  }

  @Sendable private static func int(_ value: Value) throws(Failure) -> Value {
    let result: Int64? =
      switch value.kind {
      case .uint(let value): Int64(exactly: value)
      // The ends of the range cannot be told from numbers beyond them.
      case .double(let value) where abs(value) < 9_223_372_036_854_775_808:
        Int64(value.rounded(.towardZero))
      case .string(let text): Int64(text)
      case .timestamp(let value): value.seconds
      default: nil
      }
    guard let result else { throw .outOfRange("int(\(value.brief))") }
    return .int(result)
  }

  @Sendable private static func uint(_ value: Value) throws(Failure) -> Value {
    let result: UInt64? =
      switch value.kind {
      case .int(let value): UInt64(exactly: value)
      case .double(let value) where value > -1 && value < 18_446_744_073_709_551_616:
        UInt64(value.rounded(.towardZero))
      case .string(let text): UInt64(text)
      default: nil
      }
    guard let result else { throw .outOfRange("uint(\(value.brief))") }
    return .uint(result)
  }

  @Sendable private static func double(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .int(let value): return .double(Double(value))
    case .uint(let value): return .double(Double(value))
    case .string(let text):
      guard let number = Double(text) else { throw refused(value, .double) }
      return .double(number)
    default: throw refused(value, .double)
    }
  }

  @Sendable static func string(_ value: Value) throws(Failure) -> Value {
    switch value.kind {
    case .bool(let value): return .string(String(value))
    case .int(let value): return .string(String(value))
    case .uint(let value): return .string(String(value))
    case .double(let value): return .string(Decimal.plain(value))
    case .timestamp(let value): return .string(value.description)
    case .duration(let value): return .string(value.description)
    case .date(let value): return .string(value.description)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .malformed("the bytes are no UTF-8 text")
      }
      return .string(text)
    default: throw refused(value, .string)
    }
  }

  @Sendable private static func bytes(_ value: Value) throws(Failure) -> Value {
    guard case .string(let text) = value.kind else { throw refused(value, .bytes) }
    return .bytes(Array(text.utf8))
  }
}
