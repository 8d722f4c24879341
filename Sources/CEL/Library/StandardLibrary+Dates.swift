extension StandardLibrary {
  private typealias Dates = DateFunctions

  /// Calendar dates, which may be known to the month or the year only.
  ///
  /// What depends on the days a date can be is unknown, unless it is the same for all of them.
  static let dates: [Function] = [
    Function(
      "date",
      "The date that a text stands for: a day, a month, a year, or a stretch of years.",
      [identity(.date), convert(.string, .date, Dates.date)],
      examples: [
        .init("date('2025-07-31')", "date(\"2025-07-31\")"),
        .init("date('2024-2025')", "date(\"2024-2025\")"),
      ]
    ),
    Function(
      "year",
      "The year of a date; unknown when it can be in more than one.",
      [
        Overload(
          .global,
          [.date],
          .int,
          .unary { date throws(Failure) in try Dates.part(date, \.year) { $0.year } }
        )
      ],
      examples: [.init("year(date('2025-07'))", "2025")]
    ),
    Function(
      "month",
      "The month of a date, from 1; unknown when it can be in more than one.",
      [
        Overload(
          .global,
          [.date],
          .int,
          .unary { date throws(Failure) in
            try Dates.part(date, \.month) { $0.year * 12 + $0.month }
          }
        )
      ],
      examples: [.init("month(date('2025-07'))", "7")]
    ),
    Function(
      "day",
      "The day of the month of a date, from 1; unknown when it can be more than one.",
      [
        Overload(
          .global,
          [.date],
          .int,
          .unary { date throws(Failure) in
            try Dates.part(date, \.day) { Int($0.dayNumber) }
          }
        )
      ],
      examples: [.init("day(date('2025-07-31'))", "31")]
    ),
    move("addDays", "The date so many days later.", "date(\"2025-02-02\")") { $0.adding(days: $1) },
    move("addWeeks", "The date so many weeks later.", "date(\"2025-02-14\")") {
      $0.adding(days: $1 * 7)
    },
    move(
      "addMonths",
      "The date so many months later, or that month's last day when it is shorter.",
      "date(\"2025-03-31\")"
    ) { $0.adding(months: $1) },
    move(
      "addYears",
      "The date so many years later; of 29 February 28 February.",
      "date(\"2027-01-31\")"
    ) { $0.adding(months: $1 * 12) },
    count("daysBetween", "The days from a date to another; negative when that is earlier.", "30") {
      Int($1.dayNumber) - Int($0.dayNumber)
    },
    count("weeksBetween", "The whole weeks from a date to another.", "4") {
      (Int($1.dayNumber) - Int($0.dayNumber)) / 7
    },
    count("monthsBetween", "The whole months from a date to another.", "0") { $0.months(to: $1) },
  ]

  private static func move(
    _ name: String,
    _ documentation: String,
    _ example: String,
    _ body: @escaping @Sendable (CalendarDate, Int) -> CalendarDate?
  ) -> Function {
    Function(
      name,
      documentation,
      [
        Overload(
          .global,
          [.date, .int],
          .date,
          .binary { date, count throws(Failure) in try Dates.moved(date, count, body) }
        )
      ],
      examples: [.init("\(name)(date('2025-01-31'), 2)", example)]
    )
  }

  private static func count(
    _ name: String,
    _ documentation: String,
    _ example: String,
    _ body: @escaping @Sendable (CalendarDate, CalendarDate) -> Int
  ) -> Function {
    Function(
      name,
      documentation,
      [
        Overload(
          .global,
          [.date, .date],
          .int,
          .binary { first, second throws(Failure) in try Dates.distance(first, second, body) }
        )
      ],
      examples: [.init("\(name)(date('2025-01-01'), date('2025-01-31'))", example)]
    )
  }
}
