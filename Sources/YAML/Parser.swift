package import SourceText

/// Reads a text into nodes, within limits.
package struct Parser: Sendable {
  /// A document as far as it could be read, and everything that was wrong with it.
  package struct Result: Sendable {
    /// The root of the first document; nil when the text broke off or holds none.
    package let root: Node?
    /// In the order of the text, but for the one at which reading stopped, which is last.
    package let problems: [Problem]

    /// Whether reading stopped at a mistake that one part of the text may hold alone.
    package var isBroken: Bool {
      root == nil && (problems.last?.kind.breaksSection ?? false)
    }
  }

  package var limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Reads a file; places are in its own bytes.
  package func parse(_ file: SourceFile) -> Result {
    guard file.bytes.count <= limits.bytes else {
      let problem = Problem(.tooManyBytes(limit: limits.bytes), at: SourceRange(0, 0))
      return Result(root: nil, problems: [problem])
    }
    var composer = Composer(limits: limits)
    return parse(file.range, of: file, &composer)
  }

  /// Reads a stretch of a file as if it stood alone, after what the composer has read.
  ///
  /// Marks of a word processor are read as what they stand for when that gives the text more structure.
  func parse(_ range: SourceRange, of file: SourceFile, _ composer: inout Composer) -> Result {
    file.bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range.start..<range.end])
      let marks = PastedMarkFinder.marks(in: text)
      guard !marks.isEmpty else { return compose(text, at: range.start, [], &composer) }
      var plain = composer
      let asWritten = compose(text, at: range.start, [], &plain)
      var repaired = composer
      let asMeant = compose(text, at: range.start, marks, &repaired)
      guard let root = asMeant.root, !root.hasShape(of: asWritten.root) else {
        composer = plain
        return asWritten
      }
      composer = repaired
      let problems = asMeant.problems + Self.problems(marks, in: root, at: range.start)
      return Result(root: root, problems: problems.sorted { $0.range < $1.range })
    }
  }

  private func compose(
    _ text: UnsafeBufferPointer<UInt8>,
    at base: Int,
    _ marks: [PastedMark],
    _ composer: inout Composer
  ) -> Result {
    let substitute = SubstituteText(text, replacing: marks, at: base)
    let earlier = [substitute.problem].compactMap { $0 }
    composer.begin()
    func read(_ substitute: UnsafeBufferPointer<UInt8>) -> Result {
      do throws(Problem) {
        var stream = EventStream(text, readAs: substitute, at: base)
        try composer.compose(&stream)
      } catch {
        return Result(root: nil, problems: earlier + composer.problems + [error])
      }
      return Result(root: composer.root, problems: earlier + composer.problems)
    }
    return substitute.bytes?.withUnsafeBufferPointer(read) ?? read(text)
  }

  /// A problem for each kind of mark that the structure rests on, at the first of its kind.
  private static func problems(_ marks: [PastedMark], in root: Node, at base: Int) -> [Problem] {
    var texts: [SourceRange] = []
    root.collectScalars(into: &texts)
    texts.sort()
    let used = marks.filter { mark in
      guard !mark.isClosing else { return false }
      let place = mark.range.start + base
      let index = texts.partitioningIndex { $0.start >= place }
      return index == 0 || texts[index - 1].end <= place
    }
    return PastedMark.Kind.allCases.compactMap { kind in
      let found = used.filter { $0.kind == kind }
      return found.first.map {
        Problem(.pastedMark(kind, count: found.count), at: $0.range.shifted(by: base))
      }
    }
  }
}

extension Node {
  /// Whether two trees differ in their texts only.
  fileprivate func hasShape(of other: Node?) -> Bool {
    guard let other, expandedCount == other.expandedCount else { return false }
    switch (kind, other.kind) {
    case (.scalar, .scalar): return true
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { $0.hasShape(of: $1) }
    case (.mapping(let entries), .mapping(let others)):
      return entries.count == others.count
        && zip(entries, others).allSatisfy { $0.value.hasShape(of: $1.value) }
    default: return false
    }
  }

  /// The ranges of all scalars that stand in the text; an alias's are those of its anchor.
  fileprivate func collectScalars(into ranges: inout [SourceRange]) {
    switch kind {
    case .scalar: ranges.append(range)
    case .sequence(let items):
      for item in items where range.contains(item.range) { item.collectScalars(into: &ranges) }
    case .mapping(let entries):
      for entry in entries where range.contains(entry.value.range) {
        entry.key.collectScalars(into: &ranges)
        entry.value.collectScalars(into: &ranges)
      }
    }
  }
}

extension SourceRange {
  fileprivate func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension [SourceRange] {
  /// The first index whose element satisfies a condition that, once true, stays true.
  fileprivate func partitioningIndex(where condition: (SourceRange) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
