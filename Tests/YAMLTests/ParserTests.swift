import SourceText
import TestSupport
import Testing
import YAML

@Suite("YAML parser")
struct ParserTests {
  private func parse(_ text: String, limits: Limits = Limits()) -> Parser.Result {
    Parser(limits: limits).parse(SourceFile(path: "test.yaml", text: text))
  }

  @Test(
    "the range of the value of `x` is what is marked",
    arguments: [
      "x: ⟦12.500⟧",
      "x: ⟦\"één\\n\"⟧ # toelichting",
      "é: 1\nx: ⟦'a''b'⟧\n",
      "\u{FEFF}x: ⟦é⟧",
      "a: 😀 # \u{2028}\nx: ⟦y⟧",
      "x: ⟦[1, {a: b}]⟧\ny: 2",
      "x:\n  ⟦a: 1\n  b:\n    - 2⟧\n\n# commentaar\ny: 1",
      "x:\n⟦- a\n- b⟧\n\n\ny: 1",
      "x: ⟦|\n  een\n  twee⟧\n\n\ny: 1",
      "x: ⟦>-\n  een\n  twee⟧\n",
      "y: 1\r\nx: ⟦2⟧\r\nz: 3\r\n",
      "x:⟦⟧\ny: 1",
      "a: &a [1]\nx: ⟦*a⟧",
    ]
  )
  func ranges(text: String) throws {
    let marked = MarkedText(text)
    let result = Parser().parse(marked.file)
    #expect(result.problems.isEmpty)
    let node = try #require(result.root?["x"])
    #expect(marked.file.text(in: node.range) == marked.file.text(in: marked.range))
    #expect(node.range == marked.range)
  }

  @Test("a long text is read as it stands, with the names and tags of its values")
  func longText() throws {
    // Events are found many at a time; these are more, with more content, than one such time has room for.
    let count = 2000
    let filler = String(repeating: "vulsel ", count: 5000)
    var lines = ["lang: \(filler)einde"]
    for index in 0..<count {
      lines.append("e\(index): &n\(index) !t\(index % 7) waarde é\(index)")
      if index % 3 == 0 { lines.append("v\(index): *n\(index / 2)") }
      if index % 5 == 0 { lines.append("r\(index): \(Self.list(index))") }
    }
    let file = SourceFile(path: "test.yaml", text: lines.joined(separator: "\n") + "\n")
    let result = Parser().parse(file)
    #expect(result.problems.isEmpty)
    let root = try #require(result.root)
    #expect(root["lang"]?.text == "\(filler)einde")
    for index in 0..<count {
      let node = try #require(root["e\(index)"])
      #expect(node.text == "waarde é\(index)")
      #expect(node.tag == "!t\(index % 7)")
      // An alias stands where it is written, and says what its anchor says.
      if index % 3 == 0 { #expect(root["v\(index)"]?.text == "waarde é\(index / 2)") }
      if index % 5 == 0 {
        let list = try #require(root["r\(index)"])
        guard case .sequence(let items) = list.kind else {
          Issue.record("no list at \(index)")
          continue
        }
        #expect(items[1]["a"]?.text == "\(index)")
        #expect(file.text(in: list.range) == Self.list(index))
      }
    }
  }

  private static func list(_ index: Int) -> String {
    "&r\(index) [&x\(index) \(index), {a: *x\(index)}]"
  }

  @Test("a text that breaks off far on is told where it does", arguments: [511, 512, 513, 1030])
  func brokenFarOn(count: Int) throws {
    let lines = (0..<count).map { "- x\($0)" } + ["- [a, b", "- c"]
    let result = parse(lines.joined(separator: "\n"))
    #expect(result.root == nil)
    let problem = try #require(result.problems.last)
    let file = SourceFile(path: "test.yaml", text: lines.joined(separator: "\n"))
    #expect(file.location(of: problem.range.start).line == count + 2)
  }

  @Test("the raw text of a scalar is kept")
  func rawText() throws {
    let root = try #require(parse("a: 12.500\nb: 0106\nc: '12.500'\nd: ja").root)
    #expect(root["a"]?.scalar == Scalar("12.500", style: .plain))
    #expect(root["a"]?.resolved == .float(12.5))
    #expect(root["b"]?.text == "0106")
    #expect(root["b"]?.resolved == .int(106))
    #expect(root["c"]?.resolved == .string("12.500"))
    #expect(root["d"]?.resolved == .string("ja"))
  }

  @Test(
    "the core schema",
    arguments: [
      ("null", ScalarResolver.Value.null), ("~", .null), ("", .null), ("Null", .null),
      ("true", .bool(true)), ("False", .bool(false)), ("yes", .string("yes")),
      ("0o17", .int(15)), ("0x1F", .int(31)), ("-12", .int(-12)), ("+3", .int(3)),
      ("1e3", .float(1000)), ("-.5", .float(-0.5)), ("5.", .float(5)), (".inf", .float(.infinity)),
      ("1.2.3", .string("1.2.3")), ("1e", .string("1e")), (".", .string(".")),
      ("2021-08-01", .string("2021-08-01")),
      ("99999999999999999999", .float(1e20)),
    ]
  )
  func coreSchema(text: String, expected: ScalarResolver.Value) {
    #expect(ScalarResolver.resolve(Scalar(text), tag: nil) == expected)
  }

  @Test("a second key is a problem with both places, and the first counts")
  func duplicateKeys() throws {
    let result = parse("a: 1\nb: 2\na: 3\n")
    #expect(result.root?["a"]?.text == "1")
    let problem = try #require(result.problems.first)
    #expect(problem.kind == .duplicateKey("a"))
    #expect(problem.range == SourceRange(10, 11))
    #expect(problem.related == SourceRange(0, 1))
  }

  @Test("merge keys bring in what is not there, and never replace")
  func mergeKeys() throws {
    let root = try #require(parse("b: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3").root)
    #expect(root["a"]?["x"]?.text == "1")
    #expect(root["a"]?["y"]?.text == "3")
    #expect(parse("a:\n  <<: 3").problems.map(\.kind) == [.badMerge])
  }

  @Test("a second document is a problem; the first is read")
  func severalDocuments() {
    let result = parse("a: 1\n---\nb: 2\n")
    #expect(result.root?["a"]?.text == "1")
    #expect(result.problems.map(\.kind) == [.severalDocuments])
  }

  @Test(
    "a text that is no YAML is a problem at its place",
    arguments: [
      (
        "a: b: c",
        Problem.Kind.syntax(
          problem: "mapping values are not allowed in this context",
          context: nil
        ), 4
      ),
      ("a: *b", .unknownAlias("b"), 3),
      ("a: &a [*a]", .recursiveAlias("a"), 7),
    ]
  )
  func problems(text: String, kind: Problem.Kind, offset: Int) throws {
    let result = parse(text)
    #expect(result.root == nil)
    let problem = try #require(result.problems.last)
    #expect(problem.kind == kind)
    #expect(problem.range.start == offset)
  }

  @Test("invalid UTF-8 is a problem at its byte")
  func invalidUTF8() throws {
    let bytes = Array("a: é\nb: ".utf8) + [0xE9, 0x0A]
    let result = Parser().parse(SourceFile(path: "x", bytes: bytes))
    let problem = try #require(result.problems.first)
    #expect(problem.range.start == 9)
    #expect(problem.kind == .notUTF8)
  }

  @Test("a control character is a problem, and is read as a space")
  func controlCharacters() throws {
    let result = parse("a: é\u{01}b\0c\nd: e")
    #expect(result.root?["a"]?.text == "é b c")
    #expect(result.root?["d"]?.range == SourceRange(13, 14))
    #expect(result.problems.map(\.kind) == [.controlCharacter(count: 2)])
    #expect(result.problems.first?.range == SourceRange(5, 6))
  }

  @Test("U+2028, U+2029 and U+0085 end no line", arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
  func oldLineEnds(character: String) {
    let result = parse("a: b\(character)c\nd: e")
    #expect(result.root?["a"]?.text == "b c")
    #expect(result.root?["d"]?.text == "e")
    #expect(result.problems.isEmpty)
  }

  @Test(
    "marks of a word processor are read as plain ones where they give structure",
    arguments: [
      ("a:\n\u{A0}\u{A0}b: c", PastedMark.Kind.space, 2),
      ("a:\u{A0}b", .space, 1), ("a:\n – b\n – c", .dash, 2),
      ("a: “b: c”", .quote, 1), ("a: [‘b, c’, “d”]", .quote, 2),
    ]
  )
  func pastedMarks(text: String, kind: PastedMark.Kind, count: Int) {
    let result = parse(text)
    #expect(result.root?["a"] != nil)
    #expect(result.problems.map(\.kind) == [.pastedMark(kind, count: count)])
  }

  @Test(
    "the same marks within a text are left alone",
    arguments: [
      "a: een “goed” plan", "a: “goed”", "a: |\n  – b\n  – c", "a: b\u{A0}c", "a: 'b – c'",
      "a: b\n  – c",
    ]
  )
  func proseMarks(text: String) {
    #expect(parse(text).problems.isEmpty)
  }

  @Test("every limit names itself when it is hit")
  func limits() {
    let bytes = parse("aaaaaaaaaaa", limits: Limits(bytes: 10))
    #expect(bytes.problems.map(\.kind) == [.tooManyBytes(limit: 10)])
    let depth = parse(String(repeating: "[", count: 20_000), limits: Limits(depth: 50))
    #expect(depth.problems.map(\.kind) == [.tooDeep(limit: 50)])
    let nodes = parse("[1, 2, 3, 4, 5]", limits: Limits(nodes: 4))
    #expect(nodes.problems.map(\.kind) == [.tooManyNodes(limit: 4)])
  }

  @Test("aliases are counted in full without being expanded")
  func billionLaughs() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...60 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(parse(text).problems.map(\.kind) == [.tooManyNodes(limit: Limits().nodes)])
  }

  @Test("each section that can be read alone is read; anchors serve those after them")
  func recovery() throws {
    let text = "titel\na: &x {b: 1}\nc: [\nlos\nd: *x\na: 2\n"
    let recovery = Parser().recover(SourceFile(path: "x", text: text))
    let root = try #require(recovery.root)
    #expect(root["d"]?["b"]?.text == "1")
    #expect(recovery.broken.map(\.name) == ["c"])
    let kinds = recovery.problems.map(\.kind)
    #expect(kinds.first == .strayText)
    #expect(kinds.contains(.duplicateKey("a")))
    #expect(kinds.filter { $0 == .strayText }.count == 2)
  }

  @Test("an empty text has no root and no problem")
  func empty() {
    #expect(parse("# niets\n").root == nil)
    #expect(parse("").problems.isEmpty)
  }
}
