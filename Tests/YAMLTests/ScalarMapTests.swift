import SourceText
import Testing
import YAML

@Suite("Places inside scalars")
struct ScalarMapTests {
  @Test(
    "the word `doel` of a scalar is found in its source",
    arguments: [
      "x: een doel hier",
      "x: \"een \\\"doel\\\" hier\"",
      "x: 'het ''doel'' hier'",
      "x: |\n  een\n    twee\n  doel",
      "x: >-\n  een\n  twee\n  met een doel\n",
      "x: >\n  een\n\n  twee\n  doel",
      "x: een\n  twee\n  doel",
      "x: \"tab\\t nl\\n é\\u00e9 doel\"",
      "x: \"gevouwen \\\n   doel\"",
      "é: 1\nx: 'één doel'",
    ]
  )
  func finds(text: String) throws {
    let file = SourceFile(path: "test.yaml", text: text)
    let result = Parser().parse(file)
    let node = try #require(result.root?["x"])
    let content = Array((node.text ?? "").utf8)
    let word = Array("doel".utf8)
    let start = try #require(
      content.indices.first { content[$0...].starts(with: word) }
    )
    let range = ScalarMap(node, in: file).range(SourceRange(start, start + word.count))
    #expect(file.text(in: range) == "doel")
  }
}
