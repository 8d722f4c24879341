import JSONSchema
import SourceText
import Testing

@Suite("Patterns of ECMA-262")
struct PatternTests {
  static let rows: [(pattern: String, text: String, matches: Bool)] = [
    ("^a.c$", "abc", true), ("^a.c$", "a\u{2028}c", false), ("^a.c$", "a\rc", false),
    ("^a$", "a\n", false), ("^\\d+$", "१२", false), ("^\\w+$", "é", false),
    ("^\\s$", "\u{A0}", true), ("^[\\s]$", "\u{FEFF}", true), ("^\\S$", "\u{2003}", false),
    ("^\\p{Letter}+$", "π", true), ("^\\p{gc=Lu}$", "Q", true), ("^\\P{Lu}$", "Q", false),
    ("^\\p{Script=Greek}$", "π", true), ("^\\u00e9$", "é", true), ("^\\u{1F600}$", "😀", true),
    ("^\\uD83D\\uDE00$", "😀", true), ("^[\\u0041-\\u0043]$", "B", true), ("^\\cJ$", "\n", true),
    ("^\\0$", "\0", true), ("^[^]$", "\n", true), ("[]", "a", false), ("^[[]$", "[", true),
    ("^[a\\]]$", "]", true), ("^(?<jaar>\\d{4})$", "2024", true), ("^a\\/b\\-c$", "a/b-c", true),
    ("^(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false), ("", "", true),
    ("^$", "", true),
    ("😀{2}", "😀😀", true),
  ]

  @Test("match as they do there", arguments: rows)
  func match(_ pattern: String, _ text: String, _ matches: Bool) throws {
    let schema = try JSONReader.read("{\"pattern\": \"\(pattern.replacing("\\", with: "\\\\"))\"}")
    let validator = Validator(try Schema(schema, in: SourceFile(path: "schema.json", text: "")))
    let node = Fixture.text(text)
    #expect(validator.isValid(node) == matches)
  }

  static let refused = ["a(?=b)", "(?<!a)b", "(a)\\1", "[b-a]", "*a"]

  @Test("are refused where time would not be linear, or where they are broken", arguments: refused)
  func refusal(_ pattern: String) throws {
    #expect(throws: SchemaErrors.self) { try Fixture.schema("pattern: '\(pattern)'") }
  }
}
