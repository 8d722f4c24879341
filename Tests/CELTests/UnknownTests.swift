import CEL
import Testing

/// An expression with its results in a closed and in an open world.
struct WorldRow: Sendable, CustomTestStringConvertible {
  let expression: String
  let closed: String
  let open: String

  init(_ expression: String, _ closed: String, open: String? = nil) {
    self.expression = expression
    self.closed = closed
    self.open = open ?? closed
  }

  var testDescription: String { expression }
}

@Suite("Unknown values")
struct UnknownTests {
  private static let readingRows: [WorldRow] = [
    WorldRow("plan.naam", "\"Zomerschool\""),
    WorldRow(
      "plan.partner",
      "unknown(plan.partner absent)",
      open: "unknown(plan.partner notReported)"
    ),
    WorldRow(
      "plan.partner.naam",
      "unknown(plan.partner.naam absent)",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow("plan.activiteiten[1].budget", "unknown(secondBudget stated)"),
    WorldRow(
      "plan.activiteiten[1].soort",
      "unknown(second.soort absent)",
      open: "unknown(second.soort notReported)"
    ),
    WorldRow(
      "plan.groepen[0]",
      "unknown(plan.groepen absent)",
      open: "unknown(plan.groepen notReported)"
    ),
    WorldRow(
      "dyn(plan).partner.naam",
      "unknown(plan.partner.naam absent)",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow("plan.volledig", "unknown(volledig notApplicable)"),
    // A computed unknown has no fields of its own to ask for.
    WorldRow(
      "(plan.volledig ? this : plan.activiteiten[1]).budget",
      "unknown(volledig notApplicable)"
    ),
  ]

  @Test("reading what is absent gives its path", arguments: readingRows)
  func reading(_ row: WorldRow) throws { try expect(row) }

  private static let presenceRows: [WorldRow] = [
    WorldRow("has(plan.naam)", "true"),
    WorldRow("has(plan.partner)", "false", open: "unknown(plan.partner notReported)"),
    WorldRow("has(plan.partner.naam)", "false", open: "unknown(plan.partner.naam notReported)"),
    WorldRow("has(plan.activiteiten[1].budget)", "unknown(secondBudget stated)"),
    WorldRow("has(plan.volledig)", "unknown(volledig notApplicable)"),
    WorldRow(
      "has(dyn(plan).partner.naam)",
      "false",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow("known(plan.partner)", "false"),
    WorldRow("known(plan.naam)", "true"),
    WorldRow("known(plan.volledig)", "false"),
    WorldRow("plan.?partner", "optional.none()", open: "unknown(plan.partner notReported)"),
    WorldRow(
      "plan.?partner.?naam",
      "optional.none()",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow(
      "plan.partner.?naam",
      "optional.none()",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow(
      "plan.?partner.?naam.orValue('geen')",
      "\"geen\"",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow("plan.?naam.orValue('geen')", "\"Zomerschool\""),
    WorldRow("plan.?groepen[0].hasValue()", "false", open: "unknown(plan.groepen notReported)"),
  ]

  @Test("has, known and optionals tell absent from unknown", arguments: presenceRows)
  func presence(_ row: WorldRow) throws { try expect(row) }

  private static let operatorsRows: [WorldRow] = [
    WorldRow("plan.partner.akkoord || true", "true"),
    WorldRow("true || plan.partner.akkoord", "true"),
    WorldRow("plan.partner.akkoord && false", "false"),
    WorldRow(
      "plan.partner.akkoord && plan.naam == 'x' || false",
      "false"
    ),
    WorldRow(
      "plan.partner.akkoord && plan.activiteiten[1].budget > 3.0",
      "unknown(plan.partner.akkoord absent, secondBudget stated)",
      open: "unknown(plan.partner.akkoord notReported, secondBudget stated)"
    ),
    // An unknown weighs more than an error, which need not arise.
    WorldRow("plan.activiteiten[1].budget > 3.0 && 1 / 0 > 2", "unknown(secondBudget stated)"),
    WorldRow("1 / 0 > 2 && plan.activiteiten[1].budget > 3.0", "unknown(secondBudget stated)"),
    WorldRow("plan.activiteiten[1].budget > 3.0 ? 1 : 2", "unknown(secondBudget stated)"),
    WorldRow("plan.activiteiten[1].budget + 1.0", "unknown(secondBudget stated)"),
    WorldRow("-plan.activiteiten[1].budget", "unknown(secondBudget stated)"),
    WorldRow("!plan.volledig", "unknown(volledig notApplicable)"),
    WorldRow("plan.volledig || true", "true"),
    WorldRow(
      "plan.activiteiten[1].budget == plan.activiteiten[1].budget",
      "unknown(secondBudget stated)"
    ),
    WorldRow("[1.0, plan.activiteiten[1].budget] == [2.0, 3.0]", "false"),
    WorldRow("[1.0, plan.activiteiten[1].budget] == [1.0, 3.0]", "unknown(secondBudget stated)"),
    WorldRow("[1.0, plan.activiteiten[1].budget].size()", "2"),
    WorldRow("1.0 in [1.0, plan.activiteiten[1].budget]", "true"),
    WorldRow("2.0 in [1.0, plan.activiteiten[1].budget]", "unknown(secondBudget stated)"),
    WorldRow("[1.0, plan.activiteiten[1].budget].sum()", "unknown(secondBudget stated)"),
    WorldRow("{'a': plan.activiteiten[1].budget}.a", "unknown(secondBudget stated)"),
    WorldRow("{plan.activiteiten[1].id: 1}.a2", "1"),
    WorldRow("string(plan.activiteiten[1].budget).contains('1')", "unknown(secondBudget stated)"),
    WorldRow("cel.bind(b, plan.activiteiten[1].budget, b > 2.0 || true)", "true"),
    WorldRow("plan.naam.matches('^' + plan.naam + '$')", "true"),
    WorldRow("plan.naam.matches(plan.partner.naam) || true", "true"),
    WorldRow(
      "plan.partner.naam.matches('a')",
      "unknown(plan.partner.naam absent)",
      open: "unknown(plan.partner.naam notReported)"
    ),
    WorldRow("'%s'.format([[plan.activiteiten[1].budget]])", "unknown(secondBudget stated)"),
  ]

  @Test(
    "operators and functions pass unknowns on, unless the rest decides",
    arguments: operatorsRows
  )
  func operators(_ row: WorldRow) throws { try expect(row) }

  private static let listsRows: [WorldRow] = [
    WorldRow(
      "plan.activiteiten.exists(a, a.budget > 10000.0)",
      "true"
    ),
    WorldRow(
      "plan.activiteiten.exists(a, a.budget > 20000.0)",
      "unknown(secondBudget stated)",
      open: "unknown(secondBudget stated, activiteiten notReported)"
    ),
    WorldRow("plan.activiteiten.all(a, a.budget > 20000.0)", "false"),
    WorldRow(
      "plan.activiteiten.all(a, has(a.id))",
      "true",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow(
      "plan.activiteiten.exists_one(a, a.id == 'a1')",
      "true",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow("plan.activiteiten.exists_one(a, has(a.id))", "false"),
    WorldRow("plan.activiteiten.size()", "2", open: "unknown(activiteiten notReported)"),
    WorldRow("stated(plan.activiteiten).size()", "2"),
    WorldRow(
      "plan.activiteiten.filter(a, a.budget > 1.0)",
      "unknown(secondBudget stated)"
    ),
    WorldRow(
      "plan.activiteiten.filter(a, known(a.budget) && a.budget > 1.0).size()",
      "1",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow("plan.activiteiten.map(a, a.id)", "[\"a1\", \"a2\"]", open: "[\"a1\", \"a2\", …]"),
    WorldRow(
      "plan.activiteiten.map(a, a.budget)",
      "[12500.0, unknown]",
      open: "[12500.0, unknown, …]"
    ),
    WorldRow("'a2' in plan.activiteiten.map(a, a.id)", "true"),
    WorldRow(
      "'a3' in plan.activiteiten.map(a, a.id)",
      "false",
      open: "unknown(activiteiten notReported)"
    ),
    // What follows a partial list has no known position.
    WorldRow(
      "(plan.activiteiten.map(a, a.id) + ['b'])[0]",
      "\"a1\"",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow(
      "(plan.activiteiten.map(a, a.id) + ['b'])[2]",
      "\"b\"",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow("(['b'] + plan.activiteiten.map(a, a.id))[0]", "\"b\""),
    WorldRow("'b' in plan.activiteiten.map(a, a.id) + ['b']", "true"),
    WorldRow(
      "plan.activiteiten.map(a, a.id).distinct()",
      "[\"a1\", \"a2\"]",
      open: "[\"a1\", \"a2\", …]"
    ),
    WorldRow("plan.activiteiten[0].id", "\"a1\""),
    WorldRow(
      "plan.activiteiten.map(a, a.id).sort()",
      "[\"a1\", \"a2\"]",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow(
      "plan.activiteiten.map(a, a.id).join(',')",
      "\"a1,a2\"",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow("plan.activiteiten.first().id", "optional.of(\"a1\")"),
    WorldRow(
      "plan.activiteiten.map(a, a.id) == ['a1']",
      "false"
    ),
    WorldRow(
      "plan.activiteiten.map(a, a.id) == ['a1', 'a2']",
      "true",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow(
      "plan.groepen.exists(g, true)",
      "unknown(plan.groepen absent)",
      open: "unknown(plan.groepen notReported)"
    ),
    WorldRow(
      "plan.activiteiten.sortBy(a, a.id).map(a, a.id)",
      "[\"a1\", \"a2\"]",
      open: "unknown(activiteiten notReported)"
    ),
    WorldRow(
      "plan.activiteiten.transformMap(i, a, a.id)",
      "{0: \"a1\", 1: \"a2\"}",
      open: "unknown(activiteiten notReported)"
    ),
  ]

  @Test("macros and lists know how much of a partial list they may say", arguments: listsRows)
  func lists(_ row: WorldRow) throws { try expect(row) }

  private static let datesRows: [WorldRow] = [
    WorldRow("plan.start < plan.eind", "true"),
    WorldRow("plan.eind < date('2025-08-01')", "true"),
    WorldRow("plan.eind < date('2025-07-15')", "unknown(eind imprecise)"),
    WorldRow("plan.eind <= date('2025-07-31')", "true"),
    WorldRow("plan.eind == date('2025-07-15')", "unknown(eind imprecise)"),
    WorldRow("plan.eind == date('2025-08-15')", "false"),
    WorldRow("plan.eind != date('2025-08-15')", "true"),
    WorldRow("addMonths(plan.eind, 1) > date('2025-07-31')", "true"),
    WorldRow("addMonths(plan.eind, 1) > date('2025-08-15')", "unknown(eind imprecise)"),
    WorldRow("daysBetween(plan.start, peildatum)", "45"),
    WorldRow("daysBetween(plan.start, plan.eind)", "unknown(eind imprecise)"),
    WorldRow("monthsBetween(plan.start, plan.eind)", "unknown(eind imprecise)"),
    WorldRow("monthsBetween(date('2025-01-01'), plan.eind)", "6"),
    WorldRow("year(plan.eind)", "2025"),
    WorldRow("month(plan.eind)", "7"),
    WorldRow("day(plan.eind)", "unknown(eind imprecise)"),
    WorldRow("monthsBetween(date('2021-09-01'), date('2023-07-31'))", "22"),
    WorldRow("[plan.start, plan.eind].max()", "date(\"2025-07\")"),
    WorldRow("[plan.eind, date('2025-07-10')].max()", "unknown(eind imprecise)"),
    WorldRow("plan.eind in [date('2025-07-01'), date('2026-01-01')]", "unknown(eind imprecise)"),
  ]

  @Test("dates decide what holds for every day they can be", arguments: datesRows)
  func dates(_ row: WorldRow) throws { try expect(row) }

  @Test("not applicable weighs more than unknown")
  func notApplicable() throws {
    var frame = Fixture.frame()
    let program = try Fixture.environment.compile(
      "plan.volledig && plan.activiteiten[1].budget > 3.0"
    ).get()
    let value = try program.evaluate(in: &frame)
    #expect(value.unknown?.isNotApplicable == true)
  }

  private func expect(_ row: WorldRow) throws {
    #expect(try Fixture.evaluate(row.expression) == row.closed)
    #expect(try Fixture.evaluate(row.expression, isOpen: true) == row.open, "open world")
  }
}
