import CEL
import Testing

/// A limit, an expression that passes it, and one that just does not.
struct LimitRow: Sendable, CustomTestStringConvertible {
  let limit: Limits.Name
  let limits: Limits
  let beyond: String
  let within: String

  var testDescription: String { limit.rawValue }

  static let all: [LimitRow] = [
    LimitRow(
      limit: .depth,
      limits: Limits(depth: 10),
      beyond: String(repeating: "(", count: 11) + "1" + String(repeating: ")", count: 11),
      within: String(repeating: "(", count: 8) + "1" + String(repeating: ")", count: 8)
    ),
    LimitRow(
      limit: .depth,
      limits: Limits(depth: 10),
      beyond: Array(repeating: "x", count: 12).joined(separator: " + "),
      within: Array(repeating: "x", count: 9).joined(separator: " + ")
    ),
    LimitRow(
      limit: .depth,
      limits: Limits(depth: 10),
      beyond: String(repeating: "!", count: 12) + "true",
      within: String(repeating: "!", count: 8) + "true"
    ),
    LimitRow(
      limit: .expressionSize,
      limits: Limits(expressionSize: 10),
      beyond: "'ééééééééé'",
      within: "'éééééééé'"
    ),
    LimitRow(
      limit: .cost,
      limits: Limits(cost: 100),
      beyond: "list.all(i, list.all(j, i + j >= 0))",
      within: "list.all(i, i >= 0)"
    ),
    LimitRow(
      limit: .cost,
      limits: Limits(cost: 100),
      beyond: "cel.bind(a, text + text, cel.bind(b, a + a, b + b)).size() > 0",
      within: "text.size() > 0"
    ),
    LimitRow(
      limit: .listSize,
      limits: Limits(listSize: 15),
      beyond: "(list + list).size() > 0",
      within: "list.map(i, i).size() > 0"
    ),
    LimitRow(
      limit: .listSize,
      limits: Limits(listSize: 15),
      beyond: "lists.range(x + 15).size() > 0",
      within: "lists.range(x + 5).size() > 0"
    ),
    LimitRow(
      limit: .listSize,
      limits: Limits(listSize: 15),
      beyond: "text.split('').size() > 0",
      within: "'abc'.split('').size() > 0"
    ),
  ]
}

@Suite("Limits")
struct LimitTests {
  private func run(_ expression: String, _ limits: Limits) throws {
    let environment = Environment(
      variables: [("x", .int), ("list", .list(.int)), ("text", .string)],
      limits: limits
    )
    var frame = Frame(environment)
    let values: [(String, Value)] = [
      ("x", .int(1)), ("list", .list((0..<10).map(Value.int))),
      ("text", .string(String(repeating: "abcd", count: 80))),
    ]
    for (name, value) in values {
      frame.set(try #require(environment.variable(named: name)), value)
    }
    _ = try environment.compile(expression).get().evaluate(in: &frame)
  }

  @Test("are errors that name themselves", arguments: LimitRow.all)
  func limit(_ row: LimitRow) throws {
    try run(row.within, row.limits)
    do {
      try run(row.beyond, row.limits)
      Issue.record("the limit is not reached")
    } catch let error as EvaluationError {
      #expect(error.message.contains("'\(row.limit.rawValue)'"))
    } catch let errors as CELErrors {
      #expect(errors.errors.allSatisfy { $0.message.contains("'\(row.limit.rawValue)'") })
    }
  }

  @Test("of cost cannot be absorbed")
  func absorption() {
    let limits = Limits(cost: 200)
    #expect(throws: EvaluationError.self) {
      try run("list.all(i, list.all(j, list.all(k, i + j + k >= 0))) || true", limits)
    }
  }

  @Test("let what the defaults allow pass")
  func defaults() throws {
    let deep = String(repeating: "(", count: 150) + "1" + String(repeating: ")", count: 150)
    try run(deep, Limits())
    let macros = (0..<190).reduce("x > 0") { body, _ in "list.exists(x, \(body))" }
    try run(macros, Limits())
    let lists = String(repeating: "[", count: 190) + "x" + String(repeating: "]", count: 190)
    try run("\(lists) == \(lists)", Limits())
    try run((0..<190).reduce("x") { rest, _ in "x < 0 ? x : \(rest)" }, Limits())
    try run(Array(repeating: "x", count: 190).joined(separator: " + "), Limits())
    try run(Array(repeating: "x > 0", count: 5000).joined(separator: " && "), Limits())
  }
}
