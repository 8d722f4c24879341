import JSONSchema
import SourceText
import Testing
import YAML

@Suite("What a validator can be told")
struct OptionTests {
  private struct Suggestion: Equatable {
    let text: String
  }

  @Test("formats of our own judge the scalar as it was written, and say why")
  func formats() throws {
    let options = Validator.Options(
      formats: [
        "bedrag": { node in
          node.text == "12.500" ? .invalidBecause(Suggestion(text: "12500")) : .valid
        },
        "leeg": { _ in .invalid },
      ],
      assertFormats: true
    )
    let violations = try Fixture.violations(
      of: "{a: 12.500, b: 12500, c: x, d: y}",
      by: """
        properties:
          a: {format: bedrag}
          b: {format: bedrag}
          c: {format: leeg}
          d: {format: elders}
        """,
      options: options
    )
    #expect(
      violations.map(\.description) == ["$.a: not in format bedrag", "$.c: not in format leeg"]
    )
    guard case .badFormat(_, let detail)? = violations.first?.kind else {
      Issue.record("expected a violation of a format")
      return
    }
    #expect(detail as? Suggestion == Suggestion(text: "12500"))
  }

  @Test("formats only annotate unless they are asserted")
  func annotation() throws {
    #expect(try Fixture.violations(of: "gisteren", by: "format: date").isEmpty)
    let options = Validator.Options(assertFormats: true)
    #expect(try Fixture.violations(of: "gisteren", by: "format: date", options: options).count == 1)
  }

  static let exempt = [
    "{type: integer, minimum: 5}", "{enum: [a]}", "{not: true}", "false", "{pattern: ^x}",
    "{anyOf: [{const: 1}]}", "{$ref: '#/$defs/a'}", "{format: date}",
    "{oneOf: [true, true]}", "{if: true, then: false}", "{allOf: [{const: 1}]}",
  ]

  @Test("of exempt scalars every assertion holds", arguments: exempt)
  func exemption(_ schema: String) throws {
    let options = Validator.Options(assertFormats: true, isExempt: { $0.text == "PM" })
    let schema = "{properties: {x: \(schema)}, $defs: {a: {type: 'null'}}}"
    #expect(try Fixture.violations(of: "x: PM", by: schema, options: options).isEmpty)
    #expect(try Fixture.violations(of: "x: pm", by: schema, options: options).count == 1)
  }

  @Test("exempt scalars are no copies of each other, and keys are never exempt")
  func exemptItems() throws {
    let closed = "{properties: {a: true}, additionalProperties: false}"
    let options = Validator.Options(isExempt: { $0.text == "PM" })
    #expect(
      try Fixture.violations(of: "[PM, PM]", by: "uniqueItems: true", options: options).isEmpty
    )
    #expect(
      try Fixture.violations(of: "PM: 1", by: "propertyNames: {const: a}", options: options).count
        == 1
    )
    #expect(
      try Fixture.violations(of: "b: PM", by: closed, options: options).map(\.description)
        == ["$.b: unknown key b"]
    )
  }

  /// Two items that nest 3,000 deep.
  private func deep() throws -> Node {
    var node = try Fixture.node("a")
    for _ in 0..<3_000 { node = Node(kind: .sequence([node]), range: SourceRange(0, 1)) }
    return Node(kind: .sequence([node, node]), range: SourceRange(0, 1))
  }

  @Test(
    "an instance that nests too deep is refused at that depth, whatever keyword goes there",
    arguments: ["items: {$ref: '#'}", "contains: {$ref: '#'}", "uniqueItems: true"]
  )
  func depth(_ schema: String) throws {
    let violations = Validator(try Fixture.schema(schema)).validate(try deep())
    #expect(violations.count == 1)
    #expect(violations.last?.description.hasSuffix("nested deeper than 256") == true)
  }

  @Test("what nests deeper than the values it may have is none of them, however deep it goes")
  func comparison() throws {
    let violations = Validator(try Fixture.schema("enum: [[[a]]]")).validate(try deep())
    #expect(violations.map(\.keyword) == ["enum"])
  }

  @Test("an instance that takes too many steps is refused, also where branches multiply them")
  func steps() throws {
    let schema = try Fixture.schema(
      """
      properties:
        a: {anyOf: [{$ref: '#/$defs/x'}, {$ref: '#/$defs/y'}]}
      type: object
      $defs:
        x: {properties: {a: {$ref: '#'}, b: {const: 1}}, required: [b]}
        y: {properties: {a: {$ref: '#'}, c: {const: 1}}, required: [c]}
      """
    )
    var node = try Fixture.node("{b: 2, c: 2}")
    let key = try Fixture.node("a")
    for _ in 0..<60 {
      node = Node(kind: .mapping([Node.Entry(key: key, value: node)]), range: SourceRange(0, 1))
    }
    let options = Validator.Options(limits: Validator.Limits(steps: 10_000))
    let violations = Validator(schema, options: options).validate(node)
    #expect(violations.last?.description.hasSuffix("more than 10000 steps") == true)
    #expect(!Validator(schema, options: options).isValid(node))
  }

  @Test("so many violations are kept, and the rest is said to be left out")
  func violations() throws {
    let options = Validator.Options(limits: Validator.Limits(violations: 2))
    let violations = try Fixture.violations(
      of: "[a, b, c, d]",
      by: "items: {type: integer}",
      options: options
    )
    #expect(
      violations.map(\.description) == [
        "$[0]: expected integer, found string", "$[1]: expected integer, found string",
        "$[2]: more than 2 violations",
      ]
    )
  }

  @Test(
    "comparing all items takes steps in proportion to their number",
    arguments: [1_000, 20_000]
  )
  func uniqueItems(_ count: Int) throws {
    let items = (0..<count).map {
      Node(kind: .scalar(Scalar(String($0))), range: SourceRange($0, $0 + 1))
    }
    let node = Node(kind: .sequence(items), range: SourceRange(0, count))
    let options = Validator.Options(limits: Validator.Limits(steps: count + 1))
    let validator = Validator(try Fixture.schema("uniqueItems: true"), options: options)
    #expect(validator.validate(node).isEmpty)
  }
}
