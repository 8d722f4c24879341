extension StandardLibrary {
  /// Finds the rules of a time zone by its name.
  typealias ZoneLookup = @Sendable (String) -> ZoneRules?

  /// Moments and durations; months, days and hours count from 0, as in CEL, and `getDate` from 1.
  static func times(_ zones: @escaping ZoneLookup) -> [Function] {
    [
      Function(
        "timestamp",
        "The moment that a text (RFC 3339) or a number of seconds since 1970 stands for.",
        [
          identity(.timestamp),
          convert(.string, .timestamp) { value throws(Failure) in
            guard let time = Timestamp(try StringFunctions.text(value)) else {
              throw .outOfRange("timestamp(\(value.brief))")
            }
            return .timestamp(time)
          },
          convert(.int, .timestamp) { value throws(Failure) in
            guard let time = Timestamp(seconds: try StringFunctions.int(value)) else {
              throw .outOfRange("timestamp(\(value.brief))")
            }
            return .timestamp(time)
          },
        ],
        examples: [
          .init("timestamp('2025-07-31T12:00:00+02:00')", "timestamp(\"2025-07-31T10:00:00Z\")")
        ]
      ),
      Function(
        "duration",
        "The stretch of time that a text stands for.",
        [
          identity(.duration),
          convert(.string, .duration) { value throws(Failure) in
            guard let span = TimeSpan(try StringFunctions.text(value)) else {
              throw .outOfRange("duration(\(value.brief))")
            }
            return .duration(span)
          },
        ],
        examples: [.init("duration('1h30m')", "duration(\"5400s\")")]
      ),
      field(zones, "getFullYear", "The year of a moment.", { $0.year }, "2025"),
      field(zones, "getMonth", "The month of a moment, January being 0.", { $0.month - 1 }, "6"),
      field(zones, "getDate", "The day of the month of a moment, from 1.", { $0.day }, "31"),
      field(
        zones,
        "getDayOfMonth",
        "The day of the month of a moment, from 0.",
        { $0.day - 1 },
        "30"
      ),
      field(
        zones,
        "getDayOfWeek",
        "The day of the week of a moment, Sunday being 0.",
        { $0.dayOfWeek },
        "4"
      ),
      field(
        zones,
        "getDayOfYear",
        "The day of the year of a moment, from 0.",
        { $0.dayOfYear },
        "211"
      ),
      field(
        zones,
        "getHours",
        "The hour of a moment, or the whole hours of a duration.",
        { $0.secondOfDay / 3600 },
        "12",
        unit: 3_600_000_000_000
      ),
      field(
        zones,
        "getMinutes",
        "The minute of a moment, or the whole minutes of a duration.",
        { $0.secondOfDay / 60 % 60 },
        "30",
        unit: 60_000_000_000
      ),
      field(
        zones,
        "getSeconds",
        "The second of a moment, or the whole seconds of a duration.",
        { $0.secondOfDay % 60 },
        "15",
        unit: 1_000_000_000
      ),
      Function(
        "getMilliseconds",
        "The milliseconds within the second of a moment or a duration.",
        [
          Overload(.member, [.timestamp], .int, .unary(milliseconds)),
          Overload(
            .member,
            [.timestamp, .string],
            .int,
            .binary { value, zone throws(Failure) in
              _ = try offset(of: try StringFunctions.text(zone), at: try moment(value), zones)
              return try milliseconds(value)
            }
          ),
          Overload(
            .member,
            [.duration],
            .int,
            .unary { value throws(Failure) in
              guard case .duration(let span) = value.kind else {
                throw .noSuchOverload("getMilliseconds", [value.type.typeName])
              }
              return .int(span.nanoseconds / 1_000_000 % 1000)
            }
          ),
        ],
        examples: [.init("duration('1.5s').getMilliseconds()", "500")]
      ),
    ]
  }

  /// A function that reads one field of calendar and clock, in UTC or in a time zone.
  private static func field(
    _ zones: @escaping ZoneLookup,
    _ name: String,
    _ documentation: String,
    _ read: @escaping @Sendable (ClockFields) -> Int,
    _ example: String,
    unit: Int64? = nil
  ) -> Function {
    var overloads = [
      Overload(
        .member,
        [.timestamp],
        .int,
        .unary { value throws(Failure) in
          .int(Int64(read(try moment(value).fields(offset: 0))))
        }
      ),
      Overload(
        .member,
        [.timestamp, .string],
        .int,
        .binary { value, zone throws(Failure) in
          let time = try moment(value)
          let offset = try offset(of: try StringFunctions.text(zone), at: time, zones)
          return .int(Int64(read(time.fields(offset: offset))))
        }
      ),
    ]
    if let unit {
      overloads.append(
        Overload(
          .member,
          [.duration],
          .int,
          .unary { value throws(Failure) in
            guard case .duration(let span) = value.kind else {
              throw .noSuchOverload(name, [value.type.typeName])
            }
            return .int(span.nanoseconds / unit)
          }
        )
      )
    }
    return Function(
      name,
      documentation,
      overloads,
      examples: [.init("timestamp('2025-07-31T12:30:15Z').\(name)()", example)]
    )
  }

  private static func moment(_ value: Value) throws(Failure) -> Timestamp {
    guard case .timestamp(let time) = value.kind else {
      throw .noSuchOverload("timestamp", [value.type.typeName])
    }
    return time
  }

  @Sendable private static func milliseconds(_ value: Value) throws(Failure) -> Value {
    .int(Int64(try moment(value).nanoseconds) / 1_000_000)
  }

  /// The offset of a time zone from UTC in seconds: `UTC`, `+01:00`, `02:00`, `Europe/Amsterdam`.
  private static func offset(
    of zone: String,
    at time: Timestamp,
    _ zones: ZoneLookup
  ) throws(Failure) -> Int {
    if zone == "UTC" || zone.isEmpty { return 0 }
    var scanner = DigitScanner(zone)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard let offset = scanner.clock(), scanner.isAtEnd else {
      if let rules = zones(zone) { return rules.offset(at: time.seconds) }
      throw .malformed("there is no time zone '\(zone)'")
    }
    return isNegative ? -offset : offset
  }
}
