import Lint
import Testing

@testable import Reporters

@Suite("Text and the width of a terminal")
struct TextWidthTests {
  @Test("no line is wider than the terminal", arguments: [60, 80, 100, 120])
  func width(columns: Int) throws {
    // Below 60 columns the names of some rules alone are too long; they are not broken, to be copied whole.
    let reports = [try Examples.report(["zwakke-gemeente", "brunssum"]), Fixture.report(.en)]
    for report in reports {
      let text = ReportFormat.text.render(report, style: TextStyle(width: columns))
      let wide = text.split(separator: "\n").filter { $0.count > columns }
      #expect(wide == [])
    }
  }

  @Test(
    "words stay whole and in order, and lines are filled as far as they go",
    arguments: [
      ("", 0, ""),
      ("een twee", 0, "een twee"),
      ("  een   twee ", 0, "een twee"),
      (
        "een twee drie vier vijf zes zeven acht negen", 0,
        "een twee drie vier vijf zes zeven acht\n  negen"
      ),
      (
        "één twee drie vier vijf zes zeven achtx negen", 0,
        "één twee drie vier vijf zes zeven achtx\n  negen"
      ),
      ("een twee drie vier vijf zes zeven acht", 30, "een twee\n  drie vier vijf zes zeven acht"),
      // The first word goes to a line of its own when there is no room behind what stands there.
      ("doelgroepen", 35, "\n  doelgroepen"),
      // What fits on no line is cut.
      (
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 0,
        "\n  abcdefghijklmnopqrstuvwxyzabcdefghijkl\n  mnopqrstuvwxyz"
      ),
      (
        "x éééééééééééééééééééééééééééééééééééééééé y", 0,
        "x\n  éééééééééééééééééééééééééééééééééééééé\n  éé y"
      ),
    ]
  )
  func wrapping(text: String, first: Int, wrapped: String) {
    #expect(TextStyle(width: 40).wrap(text, first: first, indent: 2) == wrapped)
  }

  @Test(
    "marks that combine take no column, and wide characters two",
    arguments: [
      ("", 0), ("école", 5), ("e\u{301}cole", 5), ("«…» – ‘a’", 9), ("漢字", 4), ("a\u{200B}b", 2),
      ("❤\u{FE0F}", 2), ("👩‍👧", 2), ("€ 12", 4),
    ]
  )
  func columns(text: String, width: Int) {
    #expect(TerminalText.width(of: text) == width)
    #expect(TerminalText.width(of: ("x" + text).dropFirst()) == width)
  }

  @Test("what is counted at a glance is counted the same character by character")
  func glance() {
    var count = 0
    for scalar in (0x20...0x2FFF).compactMap(Unicode.Scalar.init) {
      var text = "a\(scalar)b"
      guard let width = text.withUTF8(TerminalText.plainWidth) else { continue }
      count += 1
      #expect(width == text.reduce(0) { $0 + TerminalText.width(of: $1) }, "U+\(scalar.value)")
    }
    #expect(count > 700)
  }
}
