/// What the functions on dates do.
enum DateFunctions {
  private static func date(of value: Value) throws(Failure) -> DateInterval {
    guard case .date(let date) = value.kind else {
      throw .noSuchOverload("date", [value.type.typeName])
    }
    return date
  }

  @Sendable static func date(_ value: Value) throws(Failure) -> Value {
    let text = try StringFunctions.text(value)
    guard let date = DateInterval(text) else {
      throw .malformedDate(text)
    }
    return .date(date)
  }

  /// A part of a date, known when the first and the last day it can be have the same `key`.
  @Sendable static func part(
    _ value: Value,
    _ part: (CalendarDate) -> Int,
    key: (CalendarDate) -> Int
  ) throws(Failure) -> Value {
    let date = try date(of: value)
    guard key(date.first) == key(date.last) else {
      return .unknown(value.imprecision(with: .null))
    }
    return .int(Int64(part(date.first)))
  }

  /// Both ends of a date moved; the place it was read from stays, for what depends on its precision.
  static func moved(
    _ value: Value,
    _ count: Value,
    _ move: (CalendarDate, Int) -> CalendarDate?
  ) throws(Failure) -> Value {
    let date = try date(of: value)
    let number = try StringFunctions.int(count)
    // Far beyond the calendar, but safe to multiply.
    guard abs(Double(number)) < 10_000_000, let moved = date.moved({ move($0, Int(number)) }) else {
      throw .outOfRange("\(date) moved by \(number)")
    }
    return Value(.date(moved), origin: value.origin)
  }

  static func distance(
    _ first: Value,
    _ second: Value,
    _ count: (CalendarDate, CalendarDate) -> Int
  ) throws(Failure) -> Value {
    let start = try date(of: first)
    let end = try date(of: second)
    guard let distance = start.distance(to: end, count) else {
      return .unknown(first.imprecision(with: second))
    }
    return .int(Int64(distance))
  }
}
