package import SourceText

extension Parser {
  /// A mapping as far as its sections could be read one by one.
  package struct Recovery: Sendable {
    /// What could be read; nil when nothing could.
    package let root: Node?
    /// The sections that could not be read.
    package let broken: [Sections.Section]
    /// Everything that was wrong, section by section.
    package let problems: [Problem]
  }

  /// Reads the sections of a mapping one by one: for a file that cannot be read as a whole.
  ///
  /// Anchors of a section serve those after it, and all together stay within the limits.
  package func recover(_ file: SourceFile) -> Recovery {
    var composer = Composer(limits: limits)
    var entries: [Node.Entry] = []
    var broken: [Sections.Section] = []
    var problems: [Problem] = []
    for section in Sections(of: file).all {
      let before = composer
      let result = parse(section.range, of: file, &composer)
      problems += result.problems
      if let found = result.root?.mapping {
        entries += found
      } else if section.isKey {
        broken.append(section)
        composer = before
      } else if let root = result.root, !root.range.isEmpty {
        problems.append(Problem(.strayText, at: root.range))
      }
    }
    guard let first = entries.first, let last = entries.last else {
      return Recovery(root: nil, broken: broken, problems: problems)
    }
    var whole = OpenCollection(
      shape: .mapping,
      isFlow: false,
      anchor: nil,
      tag: nil,
      start: first.key.range
    )
    for entry in entries {
      whole.add(entry.key)
      whole.add(entry.value)
    }
    let (root, duplicates) = whole.finished(at: last.key.range.union(last.value.range))
    return Recovery(
      root: root,
      broken: broken,
      problems: (problems + duplicates).sorted { $0.range < $1.range }
    )
  }
}
