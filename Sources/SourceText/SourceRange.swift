/// A half-open stretch of a source text, in UTF-8 offsets counted from its first byte.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  /// A range from `start` up to, not including, `end`; an `end` before `start` is taken as empty.
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package var isEmpty: Bool { start == end }

  package var count: Int { end - start }

  /// The same stretch in the coordinates of a text in which this one begins at `offset`.
  package func shifted(by offset: Int) -> SourceRange {
    SourceRange(start + offset, end + offset)
  }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// This range cut to the part that lies inside `bounds`.
  package func clamped(to bounds: SourceRange) -> SourceRange {
    let low = min(max(start, bounds.start), bounds.end)
    return SourceRange(low, min(max(end, low), bounds.end))
  }
}

extension SourceRange: Comparable {
  /// Earlier start first; of two that start together, the shorter one first.
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
