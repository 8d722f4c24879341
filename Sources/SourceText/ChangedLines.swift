/// The lines of a text that an earlier version of it did not have.
///
/// Lines that occur once in both versions hold the two together (patience diff, Bram Cohen); between them what begins
/// and ends alike is the same, and the rest has changed. So the work grows with the text, however much differs. How a
/// line ends does not count: git may store LF where the file has CRLF.
package struct ChangedLines: Sendable {
  /// Whether each line, counted from 0, has changed.
  private var isChanged: [Bool]

  package init(from earlier: SourceFile, to later: SourceFile) {
    isChanged = Array(repeating: false, count: later.lineCount)
    let before = Self.lines(of: earlier)
    let after = Self.lines(of: later)
    var pending = [(before[...], after[...])]
    while let (before, after) = pending.popLast() {
      pending += compare(before, after)
    }
  }

  /// Whether a line, counted from 1, has changed.
  package func contains(_ line: Int) -> Bool { isChanged[line - 1] }

  /// The numbers of the changed lines, counted from 1.
  package var numbers: [Int] { isChanged.indices.filter { isChanged[$0] }.map { $0 + 1 } }

  private static func lines(of file: SourceFile) -> [ArraySlice<UInt8>] {
    (1...file.lineCount).map { number in
      let range = file.contentRange(ofLine: number)
      return file.bytes[range.start..<range.end]
    }
  }

  private typealias Lines = ArraySlice<ArraySlice<UInt8>>

  /// Compares two stretches; gives those between the lines that they surely share, which remain to be compared.
  private mutating func compare(_ before: Lines, _ after: Lines) -> [(Lines, Lines)] {
    let start = zip(before, after).prefix { $0 == $1 }.count
    var (before, after) = (before.dropFirst(start), after.dropFirst(start))
    let end = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    (before, after) = (before.dropLast(end), after.dropLast(end))
    guard !after.isEmpty else { return [] }
    let anchors = Self.anchors(before, after)
    guard !before.isEmpty, !anchors.isEmpty else {
      for index in after.indices { isChanged[index] = true }
      return []
    }
    var rest: [(Lines, Lines)] = []
    var (i, j) = (before.startIndex, after.startIndex)
    for anchor in anchors {
      rest.append((before[i..<anchor.before], after[j..<anchor.after]))
      (i, j) = (anchor.before + 1, anchor.after + 1)
    }
    rest.append((before[i...], after[j...]))
    return rest
  }

  private struct Anchor {
    var before: Int
    var after: Int
  }

  /// The longest row of lines that occur once on both sides, in the same order there.
  private static func anchors(_ before: Lines, _ after: Lines) -> [Anchor] {
    let (earlier, later) = (places(in: before), places(in: after))
    let shared = after.indices.compactMap { index -> Anchor? in
      guard case .once? = later[after[index]], case .once(let place)? = earlier[after[index]]
      else { return nil }
      return Anchor(before: place, after: index)
    }
    // Of the rows of each length the one whose last line comes first (patience sorting).
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, anchor) in shared.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if shared[ends[middle]].before < anchor.before { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var row: [Anchor] = []
    var next = ends.last
    while let index = next {
      row.append(shared[index])
      next = previous[index]
    }
    return row.reversed()
  }

  private enum Occurrence {
    case once(Int)
    case often
  }

  private static func places(in lines: Lines) -> [ArraySlice<UInt8>: Occurrence] {
    lines.indices.reduce(into: [:]) { places, index in
      places[lines[index]] = places[lines[index]] == nil ? .once(index) : .often
    }
  }
}
