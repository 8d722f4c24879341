import SourceText
import Testing

@Suite("Source files")
struct SourceFileTests {
  @Test("columns count code points, lines end at LF, CRLF and CR")
  func locations() {
    let file = SourceFile(path: "x", text: "één\r\ntwee\rdrie\n😀 vier")
    #expect(file.lineCount == 4)
    #expect(file.location(of: 0) == SourceLocation(line: 1, column: 1))
    #expect(file.location(of: 5) == SourceLocation(line: 1, column: 4))
    #expect(file.location(of: 7) == SourceLocation(line: 2, column: 1))
    #expect(file.location(of: 12) == SourceLocation(line: 3, column: 1))
    #expect(file.location(of: 21) == SourceLocation(line: 4, column: 2))
    #expect(file.line(1) == "één")
    #expect(file.line(4) == "😀 vier")
  }

  @Test("offsets outside the text go to its ends")
  func clamping() {
    let file = SourceFile(path: "x", text: "ab\n")
    #expect(file.location(of: -3) == SourceLocation(line: 1, column: 1))
    #expect(file.location(of: 99) == SourceLocation(line: 2, column: 1))
    #expect(file.text(in: SourceRange(1, 99)) == "b\n")
    #expect(SourceFile(path: "x", text: "").line(1) == "")
  }

  @Test(
    "a mistyped name finds its nearest",
    arguments: [
      ("karkater", "karakter"), ("Budget", "budget"), ("doelgroep", "doelgroepen"),
      ("xyz", nil), ("", nil),
    ]
  )
  func nearest(written: String, expected: String?) {
    let names = ["karakter", "budget", "doelgroepen", "naam"]
    #expect(nearestName(to: written, among: names) == expected)
  }
}
