import JSONSchema
import Testing

@Suite("The nearest branch")
struct BranchTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    let instance: String
    let index: Int
    let violations: [String]

    init(_ schema: String, _ instance: String, _ index: Int, _ violations: String...) {
      self.schema = schema
      self.instance = instance
      self.index = index
      self.violations = violations
    }

    var testDescription: String { "\(schema) on \(instance)" }
  }

  private static let sources = """
    oneOf:
      - {properties: {soort: {const: rijk}, regeling: {type: string}}, required: [soort, regeling]}
      - properties: {soort: {enum: [fonds, partner]}, naam: {type: string}, jaar: {type: integer}}
        required: [soort, naam, jaar, bedrag]
    """

  static let rows = [
    // Of the branches of its own type.
    Row(
      "anyOf: [{type: string, minLength: 9}, {type: array, items: {type: string}}]",
      "[a, 1]",
      1,
      "$[1]: expected string, found integer, number"
    ),
    Row(
      "anyOf: [{type: array, items: {type: string}}, {type: string, minLength: 9}]",
      "kort",
      1,
      "$: 4 characters, at least 9 wanted"
    ),
    Row("anyOf: [{type: integer}, {type: array}]", "a", 0, "$: expected integer, found string"),
    // By the key that tells branches apart, however much else is missing.
    Row(
      sources,
      "{soort: partner}",
      1,
      "$: naam is missing",
      "$: jaar is missing",
      "$: bedrag is missing"
    ),
    Row(sources, "{soort: rijk, naam: a, jaar: 1}", 0, "$: regeling is missing"),
    // By what is least wrong, when nothing tells them apart.
    Row(
      "anyOf: [{required: [a, b]}, {required: [c]}]",
      "{}",
      1,
      "$: c is missing"
    ),
    // Through branches inside branches.
    Row(
      "anyOf: [{anyOf: [{type: 'null'}, {type: boolean}]}, {type: string, pattern: ^a}]",
      "b",
      1,
      "$: does not match ^a"
    ),
  ]

  @Test("is the one that the author most likely meant", arguments: rows)
  func nearest(_ row: Row) throws {
    let violations = try Fixture.violations(of: row.instance, by: row.schema)
    guard violations.count == 1, case .noBranch(let nearest)? = violations.first?.kind else {
      Issue.record("expected one violation of branches, found \(violations)")
      return
    }
    #expect(nearest.index == row.index)
    #expect(nearest.violations.map(\.description) == row.violations)
  }

  @Test("has violations with paths from the root")
  func paths() throws {
    let violations = try Fixture.violations(
      of: "{a: {b: [1]}}",
      by: "properties: {a: {anyOf: [{properties: {b: {items: {type: string}}}}]}}"
    )
    guard case .noBranch(let nearest)? = violations.first?.kind else {
      Issue.record("expected a violation of branches, found \(violations)")
      return
    }
    #expect(violations.map(\.path.description) == ["$.a"])
    #expect(nearest.violations.map(\.path.description) == ["$.a.b[0]"])
    #expect(
      nearest.violations.map(\.schemaPath) == ["#/properties/a/anyOf/0/properties/b/items/type"]
    )
  }
}
