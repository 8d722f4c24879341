import JSONSchema
import SourceText
import Testing

@Suite("Errors in schemas")
struct SchemaErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    let errors: [String]

    init(_ schema: String, _ errors: String...) {
      self.schema = schema
      self.errors = errors
    }

    var testDescription: String { schema }
  }

  static let rows = [
    Row("true"),
    Row("12", "1:1: expected a schema: a mapping, true or false"),
    Row(
      "propertes: {}",
      "1:1: unknown keyword \"propertes\" (did you mean \"properties\"?)"
    ),
    Row("definitions: {}", "1:1: unknown keyword \"definitions\" (did you mean \"$defs\"?)"),
    Row("$dynamicRef: '#a'", "1:1: unknown keyword \"$dynamicRef\""),
    Row(
      "x-eenhied: eur",
      "1:1: unknown keyword \"x-eenhied\" (did you mean \"x-eenheid\"?)"
    ),
    Row("minLength: -1", "1:12: \"minLength\" must be a whole number from 0"),
    Row("minLength: 1.5", "1:12: \"minLength\" must be a whole number from 0"),
    Row("minimum: veel", "1:10: \"minimum\" must be a number"),
    Row("multipleOf: 0", "1:13: \"multipleOf\" must be a number above 0"),
    Row("required: naam", "1:11: \"required\" must be a list of different names"),
    Row("required: [naam, 1]", "1:18: \"required\" must be a list of different names"),
    Row("required: [a, b, a]", "1:18: \"required\" has \"a\" twice"),
    Row(
      "type: [string, text]",
      "1:16: \"type\" must be a type or a list of different types: "
        + "null, boolean, integer, number, string, array, object"
    ),
    Row("type: [string, string]", "1:16: \"type\" has \"string\" twice"),
    Row("allOf: []", "1:8: \"allOf\" must be a list of at least one schema"),
    Row("uniqueItems: ja", "1:14: \"uniqueItems\" must be true or false"),
    Row("title: [a]", "1:8: \"title\" must be a string"),
    Row(
      "dependentRequired: {a: b}",
      "1:24: \"dependentRequired\" must be a mapping from names to lists of different names"
    ),
    Row(
      "$schema: http://json-schema.org/draft-07/schema#",
      "1:10: \"$schema\" must be \"https://json-schema.org/draft/2020-12/schema\", "
        + "not \"http://json-schema.org/draft-07/schema#\""
    ),
    Row(
      "pattern: '(a'",
      "1:10: pattern \"(a\" does not compile: missing ): (a"
    ),
    Row(
      "patternProperties: {'a(?=b)': true}",
      "1:21: pattern \"a(?=b)\" does not compile: invalid perl operator: (?="
    ),
    Row("format: dutum", "1:9: unknown format \"dutum\" (did you mean \"datum\"?)"),
    Row(
      "{$ref: '#/$defs/bedrga', $defs: {bedrag: {}}}",
      "1:8: \"$ref\" leads nowhere: \"#/$defs/bedrga\" (did you mean \"bedrag\"?)"
    ),
    Row("$ref: '#bedrag'", "1:7: \"$ref\" leads nowhere: \"#bedrag\""),
    Row("$ref: '#/a~2'", "1:7: \"$ref\" leads nowhere: \"#/a~2\""),
    Row(
      "$ref: https://example.org/x.json",
      "1:7: \"$ref\" to another document, which is never fetched: \"https://example.org/x.json\""
    ),
    Row("$ref: '#'", "1:7: \"$ref\" comes back to itself: \"#\""),
    Row(
      "{$defs: {a: {allOf: [{$ref: '#/$defs/b'}]}, b: {not: {$ref: '#/$defs/a'}}}}",
      "1:61: \"$ref\" comes back to itself: \"#/$defs/a\""
    ),
    Row(
      "{$defs: {a: {$id: x}, b: {$id: x}}}",
      "1:32: identifier \"x\" is given twice"
    ),
    Row(
      "{$defs: {a: {$anchor: x}, b: {$anchor: x}}}",
      "1:40: identifier \"x\" is given twice"
    ),
    Row("$id: a#b", "1:6: \"$id\" must be a URI reference without a fragment"),
    Row(
      "$anchor: 1a",
      "1:10: \"$anchor\" must be a name of letters, digits, \"-\", \"_\" and \".\""
    ),
    Row(
      """
      type: objekt
      properties:
        naam: {minLenght: 1}
        budget: 12
      items: [true]
      """,
      "1:7: \"type\" must be a type or a list of different types: "
        + "null, boolean, integer, number, string, array, object",
      "3:10: unknown keyword \"minLenght\" (did you mean \"minLength\"?)",
      "4:11: expected a schema: a mapping, true or false",
      "5:8: expected a schema: a mapping, true or false"
    ),
  ]

  @Test("all are found at once, each at its place", arguments: rows)
  func errors(_ row: Row) throws {
    let dialect = Dialect(annotations: ["x-eenheid"], formats: ["datum", "bedrag"])
    var found: [String] = []
    do throws(SchemaErrors) {
      let file = SourceFile(path: "schema.yaml", text: row.schema)
      _ = try Schema(Fixture.read(row.schema), in: file, dialect: dialect)
    } catch {
      found = error.diagnostics.map { diagnostic in
        let place = diagnostic.range.map { error.file.location(of: $0.start).description } ?? ""
        return "\(place): \(diagnostic.message)" + (diagnostic.help.map { " (\($0))" } ?? "")
      }
    }
    #expect(found == row.errors)
  }

  @Test("schemas inside schemas have a limit")
  func depth() throws {
    let text =
      String(repeating: "{\"not\":", count: 200) + "true" + String(repeating: "}", count: 200)
    let file = SourceFile(path: "schema.json", text: text)
    let node = try JSONReader.read(text)
    let errors = #expect(throws: SchemaErrors.self) { try Schema(node, in: file) }
    #expect(errors?.errors.map(\.kind) == [.tooDeep(limit: 128)])
  }
}
