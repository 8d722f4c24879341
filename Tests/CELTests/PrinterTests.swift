import CEL
import Testing

/// Source and how it is printed.
struct PrintRow: Sendable, CustomTestStringConvertible {
  let source: String
  let printed: String

  init(_ source: String, _ printed: String? = nil) {
    self.source = source
    self.printed = printed ?? source
  }

  var testDescription: String { source }
}

@Suite("Printed expressions")
struct PrinterTests {
  private static let rows: [PrintRow] = [
    PrintRow("1+2*3", "1 + 2 * 3"),
    PrintRow("(1+2)*3", "(1 + 2) * 3"),
    PrintRow("1-(2-3)", "1 - (2 - 3)"),
    PrintRow("(1-2)-3", "1 - 2 - 3"),
    PrintRow("a&&b&&c", "a && b && c"),
    PrintRow("(a && b) && c"),
    PrintRow("a || b && c"),
    PrintRow("(a || b) && c"),
    PrintRow("a ? b : c ? d : e"),
    PrintRow("(a ? b : c) ? d : e"),
    PrintRow("!(a && b)"),
    PrintRow("!!a"),
    PrintRow("- 5", "-5"),
    PrintRow("-(5)"),
    PrintRow("--5"),
    PrintRow("-x.y"),
    PrintRow("(-x).y"),
    PrintRow("1 - -1"),
    PrintRow("0xFF", "255"),
    PrintRow("0xFFu", "255u"),
    PrintRow("1e3", "1000.0"),
    PrintRow("'a\\u00e9\\n\"'", "\"aé\\n\\\"\""),
    PrintRow("b'\\xff\\x00a'", "b\"\\xff\\x00a\""),
    PrintRow("a.`b-c`"),
    PrintRow("a.`b`", "a.b"),
    PrintRow("a.?b[?0]"),
    PrintRow("[1,?x,2,]", "[1, ?x, 2]"),
    PrintRow("{'a':1,?'b':x}", "{\"a\": 1, ?\"b\": x}"),
    PrintRow("a.b.T{c: 1, ?d: x}"),
    PrintRow(".a.b"),
    PrintRow("x in [1] || y"),
    PrintRow("has(a.b.c)"),
    PrintRow("known(a.b)"),
    PrintRow("r.all(x, x > 0)"),
    PrintRow("r.exists_one(x, x > 0)"),
    PrintRow("r.existsOne(x, x > 0)", "r.exists_one(x, x > 0)"),
    PrintRow("r.existsOne(i, x, x > i)"),
    PrintRow("r.map(x, x > 0, x * 2)"),
    PrintRow("r.transformMap(k, v, v > 0, k)"),
    PrintRow("r.sortBy(x, -x)"),
    PrintRow("cel.bind(x, 1, x + 1)"),
    PrintRow("a.optMap(x, x + 1).optFlatMap(y, z)"),
    PrintRow("math.greatest(1, 2)"),
  ]

  func printing(_ row: PrintRow) throws {
    let expression = try parse(row.source)
    #expect(expression.description == row.printed)
    #expect(try parse(row.printed) == expression)
  }

  private func parse(_ source: String) throws -> Expression {
    try #require(Environment(variables: []).compileUnchecked(source).get().expression)
  }
}
