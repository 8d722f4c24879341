import CEL
import Testing

/// Replacing an unknown by any value must never contradict a result that was given without knowing it.
@Suite("The law of unknowns")
struct UnknownLawTests {
  private static let conditions = [
    "x > 3", "x == y", "x != 4 || y > 2", "x > 3 && y < 5", "!(x > 3) || x > 1",
    "x > 3 ? y > 2 : y <= 2", "x in [1, 3, y]", "[x, y].exists(i, i > 4)",
    "[x, y, 3].all(i, i >= 0)", "[x, y, 3].exists_one(i, i == 3)", "[x, 3] == [y, 3]",
    "[1, x] == [2, y]", "[x, y].size() == 2", "[x, y].filter(i, i > 2).size() > 0",
    "[x, y].map(i, i + 1).exists(i, i == 4)", "{'a': x, 'b': y}.a > 2", "known(x) || true",
    "[x, y, 1].distinct().size() > 1", "[x, 1].sum() > 3", "[x, y].max() >= 3",
    "[x, y].sort()[0] <= y", "cel.bind(z, x + y, z > 3 || z <= 3)", "x / y > 1 || true",
    "x / y > 1 && x > 3", "[x, y].first().orValue(0) >= 0", "math.greatest(x, y) >= 2",
    "[[x], [y, 2]].flatten().exists(i, i == 2)", "[x, y].sortBy(i, -i)[0] >= 0",
    "partial.exists(i, i > 3)", "partial.all(i, i < 3)", "partial.size() > 2",
    "2 in partial", "partial == [1, 2]", "partial + [x] == [1, 2, 3]", "(partial + [9])[2] == 9",
    "([9] + partial)[1] == 1", "partial.exists_one(i, i == 2)",
    "partial.filter(i, i > 1).size() > 0",
    "partial.map(i, i * 2).exists(i, i == 4)", "partial.first().orValue(0) == 1",
    "partial.last().orValue(0) == 2", "partial.slice(0, 2) == [1, 2]", "partial.reverse()[0] == 2",
    "partial.transformList(i, v, i + v)[1] == 3", "(partial + [9]).transformList(i, v, i)[1] == 1",
    "partial.distinct() == [1, 2]", "[partial, [7]].flatten()[2] == 7",
    "[partial, [7]].flatten().exists(i, i == 7)", "partial.sum() > 2", "partial.max() > 1",
    "partial[1] == 2", "partial[3] == 2 || true", "partial[?5].hasValue()",
    "object.getal > 2", "has(object.getal)", "has(object.getal) && object.getal > 2",
    "object.?getal.hasValue()", "object.?getal.orValue(7) > 5", "object == object",
    "object.lijst.exists(i, i > 1)", "has(object.lijst) ? object.lijst.size() > 0 : x > 2",
    "date > date('2025-07-10')", "date == date('2025-07-10')", "date <= date('2025-07-31')",
    "addMonths(date, 1) > date('2025-08-01')", "daysBetween(date, date('2025-08-01')) > 3",
    "monthsBetween(date('2025-01-31'), date) >= 5", "weeksBetween(date('2025-06-30'), date) == 0",
    "year(date) == 2025", "day(date) > 3", "[date, date('2025-07-10')].min() < date('2025-07-10')",
    "date in [date('2025-07-03'), date('2026-01-01')]",
    "[date, date('2025-07-10')].sort()[0] == date",
  ]

  private static let object = StructType(
    name: "Object",
    fields: [.init("getal", .int), .init("lijst", .list(.int))]
  )

  private static let environment = Environment(
    variables: [
      ("x", .int), ("y", .int), ("partial", .list(.int)), ("object", .structure("Object")),
      ("date", .date),
    ],
    structures: [object]
  )

  private static func unknown(_ place: Int32, _ reason: Reason) -> UnknownSet {
    UnknownSet(Attribute(origin: Origin(rawValue: place), reason: reason))
  }

  private static func object(_ slots: [Value?], isOpen: Bool) -> Value {
    Value(.structure(StructValue(type: object, slots: slots, isOpen: isOpen)))
  }

  /// For each variable what is known of it, and what it may turn out to be.
  private static let possibilities: [(name: String, stated: Value, concrete: [Value])] = {
    let numbers = (0...5).map { Value.int(Int64($0)) }
    let tails: [[Int64]] = [[], [0], [2], [7, 2], [1, 2, 9]]
    return [
      ("x", .unknown(unknown(0, .stated)), numbers),
      ("y", .unknown(unknown(1, .notApplicable)), numbers),
      (
        "partial", .list([.int(1), .int(2)], rest: unknown(2, .notReported)),
        tails.map { .list(([1, 2] + $0).map(Value.int)) }
      ),
      (
        "object", object([], isOpen: true),
        [
          object([], isOpen: false), object([.int(1)], isOpen: false),
          object([.int(3), .list([.int(2)])], isOpen: false),
          object([nil, .list([.int(1)])], isOpen: false),
        ]
      ),
      (
        "date", Fixture.date("2025-07"),
        ["2025-07-01", "2025-07-03", "2025-07-10", "2025-07-31"].map(Fixture.date)
      ),
    ]
  }()

  @Test("holds for every choice of values", arguments: conditions)
  func law(_ condition: String) throws {
    let program = try Self.environment.compile(condition).get()
    var frame = Frame(Self.environment)
    for (name, stated, _) in Self.possibilities { try set(&frame, name, stated) }
    guard let answer = try? program.evaluate(in: &frame), case .bool(let stated) = answer.kind
    else { return }
    let read = program.references.variables.map { Self.environment.declaration(of: $0).name }
    let choices = Self.possibilities.filter { read.contains($0.name) }
    try forEachChoice(choices[...], &frame) { frame in
      // What is an error for some choice of values contradicts nothing.
      guard let value = try? program.evaluate(in: &frame), case .bool(let found) = value.kind else {
        return
      }
      #expect(found == stated, "said \(stated) before knowing")
    }
  }

  private func set(_ frame: inout Frame, _ name: String, _ value: Value) throws {
    frame.set(try #require(Self.environment.variable(named: name)), value)
  }

  private func forEachChoice(
    _ choices: ArraySlice<(name: String, stated: Value, concrete: [Value])>,
    _ frame: inout Frame,
    _ body: (inout Frame) throws -> Void
  ) throws {
    guard let first = choices.first else { return try body(&frame) }
    for value in first.concrete {
      try set(&frame, first.name, value)
      try forEachChoice(choices.dropFirst(), &frame, body)
    }
  }
}
