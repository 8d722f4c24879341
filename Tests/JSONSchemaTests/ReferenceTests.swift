import JSONSchema
import Testing

@Suite("References")
struct ReferenceTests {
  /// The examples of RFC 3986, sections 5.4.1 and 5.4.2, on the base `http://a/b/c/d;p?q`.
  static let resolutions: [(reference: String, target: String)] = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
    ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"),
    ("g;x?y", "http://a/b/c/g;x?y"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
  ]

  @Test("resolve as RFC 3986 does", arguments: resolutions)
  func resolution(_ reference: String, _ target: String) throws {
    let schema = try Fixture.schema(
      """
      $id: http://a/b/c/d;p?q
      $ref: "\(reference)"
      $defs: {target: {$id: "\(target)"}}
      """
    )
    let reference = try #require(schema[schema.root].reference)
    #expect(schema[reference].location == "#/$defs/target")
  }

  @Test(
    "lead to any place that holds a schema",
    arguments: [
      "#/properties/a", "#/items", "#/allOf/0", "#/$defs/a~1b", "#/$defs/%25", "#/$defs/c/x-eigen",
      "#anker",
    ]
  )
  func pointers(_ reference: String) throws {
    let schema = try Fixture.schema(
      """
      properties: {a: {title: doel}}
      items: {title: doel}
      allOf: [{title: doel}]
      $defs:
        a/b: {title: doel}
        '%': {title: doel}
        c: {x-eigen: {title: doel}}
        d: {$anchor: anker, title: doel}
      not: {$ref: '\(reference)'}
      """,
      dialect: Dialect(annotations: ["x-eigen"])
    )
    let negation = try #require(schema[schema.root].negation)
    #expect(schema.effective(negation).title == "doel")
  }

  @Test("through others to the end")
  func chains() throws {
    let violations = try Fixture.violations(
      of: "12",
      by:
        "{$ref: '#/$defs/a', $defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/c'}, c: {type: string}}}"
    )
    #expect(violations.map(\.schemaPath) == ["#/$defs/c/type"])
  }
}
