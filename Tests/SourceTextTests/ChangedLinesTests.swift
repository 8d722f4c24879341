import SourceText
import Testing

@Suite("changed lines")
struct ChangedLinesTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let after: String
    let changed: [Int]

    var testDescription: String { name }
  }

  private func changed(_ before: String, _ after: String) -> [Int] {
    ChangedLines(
      from: SourceFile(path: "a", text: before),
      to: SourceFile(path: "a", text: after)
    ).numbers
  }

  @Test(
    "those that the earlier text did not have",
    arguments: [
      Row(name: "nothing", before: "a\nb\n", after: "a\nb\n", changed: []),
      Row(name: "a line in the middle", before: "a\nb\nc\n", after: "a\nx\nc\n", changed: [2]),
      Row(name: "a line more", before: "a\nc\n", after: "a\nb\nc\n", changed: [2]),
      Row(name: "a line less", before: "a\nb\nc\n", after: "a\nc\n", changed: []),
      Row(name: "all", before: "a\nb", after: "x\ny", changed: [1, 2]),
      Row(name: "from nothing", before: "", after: "a\nb\n", changed: [1, 2]),
      Row(name: "to nothing", before: "a\nb\n", after: "", changed: []),
      Row(name: "two places", before: "a\nb\nc\nd\ne", after: "a\nx\nc\ny\ne", changed: [2, 4]),
      Row(
        name: "one of several that are alike",
        before: "j\nj\nj",
        after: "j\nj\nj\nj",
        changed: [4]
      ),
      Row(
        name: "an item between items that look alike",
        before: "- a\n  j\n- c\n  j\n",
        after: "- a\n  j\n- b\n  j\n- c\n  j\n",
        changed: [3, 4]
      ),
      Row(
        name: "line ends do not count",
        before: "a\nb\nc\n",
        after: "a\r\nx\r\nc\r\n",
        changed: [2]
      ),
    ]
  )
  func rows(row: Row) {
    #expect(changed(row.before, row.after) == row.changed)
  }

  @Test("a line that moved is changed at one of its places only")
  func moved() {
    #expect(changed("a\nb\nc\nd\n", "b\nc\nd\na\n") == [4])
  }

  @Test("two long texts that have nothing in common take no time to speak of")
  func long() {
    let before = (0..<50_000).map { "a\($0)\n" }.joined()
    let after = (0..<50_000).map { "b\($0)\n" }.joined()
    let elapsed = ContinuousClock().measure { #expect(changed(before, after).count == 50_000) }
    #expect(elapsed < .seconds(5))
  }
}
