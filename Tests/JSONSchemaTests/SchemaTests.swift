import JSONSchema
import Testing
import YAML

@Suite("A schema as its readers see it")
struct SchemaTests {
  private static let text = """
    title: Plan
    type: object
    required: [naam]
    properties:
      naam: {type: string, minLength: 1, examples: [Assen, Weert]}
      budget: {$ref: '#/$defs/bedrag', title: Budget, x-eenheid: eur}
      soort: {enum: [plan, concept], default: plan}
      delen: {type: array, items: {$ref: '#'}}
    additionalProperties: false
    $defs:
      bedrag:
        title: Bedrag
        description: In euro's.
        type: [number, string]
        format: bedrag
        x-eenheid: euro
        x-verwijst-naar: bronnen
    """

  private func schema() throws -> Schema {
    try Fixture.schema(
      Self.text,
      dialect: Dialect(annotations: ["x-eenheid", "x-verwijst-naar"])
    )
  }

  @Test("properties keep the order of the text")
  func order() throws {
    let schema = try schema()
    let root = schema[schema.root]
    #expect(root.properties.map(\.name) == ["naam", "budget", "soort", "delen"])
    #expect(root.types == .object)
    #expect(root.required == ["naam"])
    let additional = try #require(root.additionalProperties)
    #expect(schema[additional].boolean == false)
  }

  @Test("values are kept as they were written")
  func values() throws {
    let schema = try schema()
    let root = schema[schema.root]
    let name = schema[try #require(root.property("naam")).schema]
    #expect(name.examples.map(\.text) == ["Assen", "Weert"])
    let kind = schema[try #require(root.property("soort")).schema]
    #expect(kind.allowedValues?.map(\.text) == ["plan", "concept"])
    #expect(kind.defaultValue?.text == "plan")
    #expect(kind.location == "#/properties/soort")
  }

  @Test("what stands beside a reference goes before what it leads to")
  func effective() throws {
    let schema = try schema()
    let budget = try #require(schema[schema.root].property("budget")).schema
    #expect(schema[budget].types == nil)
    let effective = schema.effective(budget)
    #expect(effective.title == "Budget")
    #expect(effective.description == "In euro's.")
    #expect(effective.types == [.number, .string])
    #expect(effective.format == "bedrag")
    #expect(effective.annotation("x-eenheid")?.text == "eur")
    #expect(effective.annotation("x-verwijst-naar")?.text == "bronnen")
    #expect(
      schema.chain(from: budget).map(\.location) == ["#/properties/budget", "#/$defs/bedrag"]
    )
  }

  @Test("a schema may hold itself")
  func recursion() throws {
    let schema = try schema()
    let parts = schema[try #require(schema[schema.root].property("delen")).schema]
    let items = try #require(parts.items)
    #expect(schema[items].reference == schema.root)
    #expect(schema.effective(items).title == "Plan")
  }

  @Test("every id names its subschema")
  func ids() throws {
    let schema = try schema()
    #expect(schema.ids.first == schema.root)
    #expect(schema.ids.allSatisfy { schema[$0].id == $0 })
    #expect(schema.ids.map(\.index) == Array(0..<schema.ids.count))
  }

  @Test(
    "every schema of the suite is valid by the schema of schemas",
    .enabled(if: Suite.isPresent, Suite.absence)
  )
  func metaSchema() throws {
    let meta = try Fixture.schema("$ref: https://json-schema.org/draft/2020-12/schema")
    for group in Suite.structural + Suite.formats {
      #expect(Validator(meta).validate(group.schema).isEmpty, "\(group.testDescription)")
    }
  }
}
