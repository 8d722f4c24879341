import JSONSchema
import Testing
import YAML

@Suite("Violations")
struct ViolationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    let instance: String
    let violations: [String]

    init(_ schema: String, _ instance: String, _ violations: String...) {
      self.schema = schema
      self.instance = instance
      self.violations = violations
    }

    var testDescription: String { "\(schema) on \(instance)" }
  }

  static let rows = [
    Row("type: string", "12", "$: expected string, found integer, number | 12"),
    Row("type: [integer, 'null']", "1.5", "$: expected null, integer, found number | 1.5"),
    Row("type: integer", "1.0"),
    Row("type: number", ".nan"),
    Row("type: string", "2022-09-01"),
    Row("type: string", "!!str 12"),
    Row("enum: [ja, nee]", "misschien", "$: expected one of ja, nee | misschien"),
    Row("enum: [1, {a: 1, b: [2]}]", "{b: [2.0], a: 1.0}"),
    Row("enum: [1, true]", "'1'", "$: expected one of 1, true | '1'"),
    Row("const: 1", "true", "$: expected 1 | true"),
    Row("minimum: 1", "0.5", "$: below 1 | 0.5"),
    Row("maximum: -0.25", "0", "$: above -0.25 | 0"),
    Row("exclusiveMinimum: 1e3", "1000", "$: not above 1000 | 1000"),
    Row("exclusiveMaximum: 5", "5.0", "$: not below 5 | 5.0"),
    Row("multipleOf: 0.01", "1.005", "$: not a multiple of 0.01 | 1.005"),
    Row("minLength: 3", "'€é'", "$: 2 characters, at least 3 wanted | '€é'"),
    Row("maxLength: 2", "naam", "$: 4 characters, at most 2 allowed | naam"),
    Row("pattern: ^GM", "0106a", "$: does not match ^GM | 0106a"),
    Row("minItems: 2", "[a]", "$: 1 items, at least 2 wanted | [a]"),
    Row("maxItems: 1", "[a, b]", "$: 2 items, at most 1 allowed | [a, b]"),
    Row(
      "uniqueItems: true",
      "[a, {x: 1}, a, {x: 1.0}]",
      "$[2]: the same as item 0 | a",
      "$[3]: the same as item 1 | {x: 1.0}"
    ),
    Row(
      "{contains: {const: a}, minContains: 2}",
      "[a, b]",
      "$: 1 items match, at least 2 wanted | [a, b]"
    ),
    Row(
      "{contains: {const: a}, maxContains: 1}",
      "[a, a]",
      "$: 2 items match, at most 1 allowed | [a, a]"
    ),
    Row(
      "{prefixItems: [{type: string}], items: {type: integer}}",
      "[1, a, 2]",
      "$[0]: expected string, found integer, number | 1",
      "$[1]: expected integer, found string | a"
    ),
    Row("{prefixItems: [true], unevaluatedItems: false}", "[a, b]", "$[1]: unexpected item | b"),
    Row("required: [naam, id]", "{id: a}", "$: naam is missing | {id: a}"),
    Row(
      "dependentRequired: {bron: [bedrag]}",
      "{bron: a}",
      "$: bedrag is missing beside bron | {bron: a}"
    ),
    Row(
      "dependentSchemas: {bron: {required: [jaar]}}",
      "{bron: a}",
      "$: jaar is missing | {bron: a}"
    ),
    Row(
      "{properties: {naam: true}, patternProperties: {^x-: true}, additionalProperties: false}",
      "{naam: a, x-b: 1, namm: c}",
      "$.namm: unknown key namm | namm"
    ),
    Row(
      "{allOf: [{properties: {a: true}}], unevaluatedProperties: false}",
      "{a: 1, 'b c': 2}",
      "$['b c']: unknown key b c | 'b c'"
    ),
    Row(
      "{propertyNames: {pattern: '^[a-z]+$'}}",
      "{naam: 1, 2024: 2}",
      "$['2024']: does not match ^[a-z]+$ | 2024"
    ),
    Row("minProperties: 1", "{}", "$: 0 keys, at least 1 wanted | {}"),
    Row("maxProperties: 0", "{a: 1}", "$: 1 keys, at most 0 allowed | {a: 1}"),
    Row(
      "oneOf: [{minimum: 1}, {maximum: 9}, {const: 0}]",
      "5",
      "$: branches 0, 1 hold, one may | 5"
    ),
    Row("not: {const: 5}", "5", "$: forbidden | 5"),
    Row("properties: {oud: false}", "oud: 1", "$.oud: nothing is allowed here | 1"),
    Row(
      "{if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}",
      "{a: 1}",
      "$: b is missing | {a: 1}"
    ),
    Row(
      "{if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}",
      "{d: 1}",
      "$: c is missing | {d: 1}"
    ),
    // Everything that a subschema says fails on its own.
    Row(
      "{type: string, enum: [ab], minLength: 2}",
      "1",
      "$: expected string, found integer, number | 1",
      "$: expected one of ab | 1"
    ),
    Row(
      "{type: string, enum: [ab], minLength: 2}",
      "c",
      "$: expected one of ab | c",
      "$: 1 characters, at least 2 wanted | c"
    ),
    // Letters that look the same differ when their code points do.
    Row("const: \"\\u00e4\"", "\"a\\u0308\"", "$: expected \u{e4} | \"a\\u0308\""),
    Row(
      "{properties: {\"\\u00e4\": true}, additionalProperties: false}",
      "{\"a\\u0308\": 1}",
      "$.a\u{308}: unknown key a\u{308} | \"a\\u0308\""
    ),
  ]

  @Test("say what failed and point to it", arguments: rows)
  func kinds(_ row: Row) throws {
    let violations = try Fixture.violations(of: row.instance, by: row.schema)
    #expect(violations.map { $0.shown(in: row.instance) } == row.violations)
    let validator = Validator(try Fixture.schema(row.schema))
    #expect(validator.isValid(try Fixture.node(row.instance)) == row.violations.isEmpty)
  }

  @Test("come in the order of the text, from all places at once")
  func order() throws {
    let schema = """
      type: object
      required: [gemeente, looptijd]
      additionalProperties: false
      properties:
        gemeente: {type: object, properties: {naam: {type: string}}, required: [cbs_code]}
        bronnen:
          type: array
          items: {properties: {bedrag: {type: number, minimum: 0}}, additionalProperties: false}
      """
    let plan = """
      bronnen:
        - {bedrag: -5}
        - {bedrag: veel, bedarg: 1}
      gemeente:
        naam: 12
      extra: ja
      """
    let violations = try Fixture.violations(of: plan, by: schema)
    #expect(
      violations.map { "\($0) (\($0.schemaPath))" } == [
        "$: looptijd is missing (#/required)",
        "$.bronnen[0].bedrag: below 0 (#/properties/bronnen/items/properties/bedrag/minimum)",
        "$.bronnen[1].bedrag: expected number, found string "
          + "(#/properties/bronnen/items/properties/bedrag/type)",
        "$.bronnen[1].bedarg: unknown key bedarg "
          + "(#/properties/bronnen/items/additionalProperties)",
        "$.gemeente: cbs_code is missing (#/properties/gemeente/required)",
        "$.gemeente.naam: expected string, found integer, number "
          + "(#/properties/gemeente/properties/naam/type)",
        "$.extra: unknown key extra (#/additionalProperties)",
      ]
    )
  }

  @Test("carry the subschema, the keyword and the value")
  func data() throws {
    let schema = try Fixture.schema(
      "{properties: {a: {$ref: '#/$defs/b'}}, $defs: {b: {minLength: 2}}}"
    )
    let violation = try #require(Validator(schema).validate(try Fixture.node("a: x")).first)
    #expect(schema[violation.schema].location == "#/$defs/b")
    #expect(violation.keyword == "minLength")
    #expect(violation.instance.text == "x")
    #expect(violation.path.steps == [.key("a")])
  }
}
