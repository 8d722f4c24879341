import Reporters
import SourceText
import TestSupport
import Testing

@Suite("Source lines in the terminal")
struct SnippetTests {
  private func render(_ text: String, width: Int = 60) -> String {
    let marked = MarkedText(text)
    return Snippet(marked.file, marked.range).render(style: TextStyle(width: width))
  }

  @Test("the marked characters are underlined, wide ones and tabs in their columns")
  func underlines() {
    #expect(
      render("a: 1\n\t漢字: ⟦één⟧ # rest") == """
         --> test.yaml:2:6
          |
        2 |   漢字: één # rest
          |         ^^^
        """
    )
  }

  @Test("a long line is cut around the marked part")
  func cuts() {
    let before = String(repeating: "abcdefghij ", count: 20)
    let after = String(repeating: " klmnopqrst", count: 20)
    let lines = render("x: \(before)⟦hier⟧\(after)").split(separator: "\n")
    #expect(lines.allSatisfy { TextWidth.of($0) <= 60 })
    #expect(lines[2].contains("hier"))
    #expect(lines[2].contains("…"))
  }

  @Test("a range over several lines is underlined up to the end of its first")
  func severalLines() {
    #expect(
      render("a:\n  ⟦b: 1\n  c: 2⟧") == """
         --> test.yaml:2:3
          |
        2 |   b: 1
          |   ^^^^
        """
    )
  }

  @Test("an empty place gets one mark")
  func empty() {
    #expect(render("a: 1").hasSuffix("| ^"))
  }
}

private enum TextWidth {
  static func of(_ text: Substring) -> Int { text.count }
}
