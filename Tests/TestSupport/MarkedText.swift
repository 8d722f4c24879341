package import SourceText

/// A source with a part marked by `⟦` and `⟧`: the place is seen, not counted.
package struct MarkedText: Sendable {
  package let file: SourceFile
  package let range: SourceRange

  /// Takes the marks out of a text; without marks the range is empty at the start.
  package init(_ text: String, path: String = "test.yaml") {
    let open = "⟦"
    let close = "⟧"
    let parts = text.split(separator: open, maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count == 2 ? parts[1] : ""
    let marked = rest.split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)
    let before = parts.first.map(String.init) ?? ""
    let middle = marked.first.map(String.init) ?? ""
    let after = marked.count == 2 ? String(marked[1]) : ""
    file = SourceFile(path: path, text: before + middle + after)
    let start = parts.count == 2 ? before.utf8.count : 0
    range = SourceRange(start, start + middle.utf8.count)
  }
}
