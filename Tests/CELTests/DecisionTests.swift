import CEL
import SourceText
import Testing

@Suite("Conditions that are noted, and expressions rebuilt")
struct DecisionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    /// The conditions met, with what they came to, sorted.
    let decisions: [String]
    var testDescription: String { source }
  }

  static let rows = [
    Row(source: "x > 1 && x > 2", decisions: ["x > 1 true", "x > 2 false"]),
    Row(source: "x > 1 || x > 2", decisions: ["x > 1 true"]),
    Row(source: "x > 2 ? x : 3", decisions: ["x > 2 false"]),
    Row(source: "[1, 2, 3].all(i, i < x)", decisions: ["i < x false", "i < x true"]),
    Row(source: "[1, 2, 3].exists(i, i == x)", decisions: ["i == x false", "i == x true"]),
    Row(source: "[1, 2].filter(i, i > 0).size() == 2", decisions: ["i > 0 true"]),
    Row(source: "[1, 2].map(i, i > 1, i).size() == 1", decisions: ["i > 1 false", "i > 1 true"]),
    Row(source: "[1].map(i, i + x).size() == 1", decisions: []),
    Row(source: "has(m.a) && !has(m.b)", decisions: ["m.a true", "!has(m.b) true"]),
    Row(source: "x / 0 == 1 || x == 2", decisions: ["x == 2 true"]),
  ]

  @Test("what a condition came to is noted at its place", arguments: rows)
  func decisions(row: Row) throws {
    let environment = Environment(variables: [("x", .int), ("m", .map(.string, .int))])
    let program = try environment.compile(row.source).get()
    var frame = Frame(environment)
    frame.set(try #require(environment.variable(named: "x")), .int(2))
    let map = try environment.compile("{'a': 1}").get().evaluate(in: &frame)
    frame.set(try #require(environment.variable(named: "m")), map)
    frame.noteDecisions()
    _ = try program.evaluate(in: &frame)
    let seen = (frame.decisions ?? []).map { decision in
      let bytes = Array(decision.source.utf8)[decision.range.start..<decision.range.end]
      return "\(String(decoding: bytes, as: UTF8.self)) \(decision.holds)"
    }
    #expect(seen.sorted() == row.decisions.sorted())
  }

  @Test("nothing is noted unless it is asked for")
  func silent() throws {
    let environment = Environment(variables: [])
    var frame = Frame(environment)
    _ = try environment.compile("1 < 2 && 2 < 3").get().evaluate(in: &frame)
    #expect(frame.decisions == nil)
  }

  static let expressions = [
    "-x + y * (z - 1) % 2", "a.b.?c[0][?1]", "!(p in [1, ?q, 3]) && has(a.b) || known(c)",
    "p ? q : r ? s : t", "f(x, y).g(z)", "{1: a, ?b: c}", "T{f: 1, ?g: h}",
    "l.all(i, i > 0) && l.exists_one(k, v, v == k)", "m.transformMapEntry(k, v, v > 0, {v: k})",
    "l.map(x, x > 1, x * 2).sortBy(x, -x)", "cel.bind(x, 1 + 2, x * x)",
    "o.optMap(x, x + 1).orValue(0)", "o.optFlatMap(x, x.?y)",
  ]

  @Test(
    "an expression whose children are replaced by themselves is the same",
    arguments: expressions
  )
  func rebuilding(source: String) throws {
    let environment = Environment(variables: [])
    let root = try #require(environment.compileUnchecked(source).get().expression)
    func check(_ expression: Expression) {
      for (index, child) in expression.children.enumerated() {
        let rebuilt = expression.replacing(child: index, with: child)
        #expect(rebuilt == expression)
        let other = expression.replacing(child: index, with: child.replaced(by: .literal(.null)))
        #expect(other != expression)
        #expect(other.children[index].kind == .literal(.null))
        check(child)
      }
    }
    check(root)
    #expect(!root.children.isEmpty)
  }
}
