import Lint
import SourceText

/// The lines of a plan that a finding speaks of: its place, what decided it, and the keys these stand under.
struct Excerpt {
  /// A part of one line that is pointed at.
  struct Mark {
    /// Within the line.
    var range: SourceRange
    /// What is there, as `omvang = 60`.
    var label: String?
    /// Whether this is the finding's own place.
    var isPrimary: Bool
  }

  struct Line {
    /// Counted from 1.
    var number: Int
    /// From left to right, without overlap; none for a line that only shows where the others stand.
    var marks: [Mark]
  }

  /// From top to bottom, not always adjoining; empty when there is nothing to show.
  private(set) var lines: [Line] = []
  /// The evidence that no mark stands for.
  private(set) var unplaced: [Finding.Evidence] = []

  /// Only a place, without context.
  init(_ range: SourceRange, in file: SourceFile) {
    let number = file.line(at: range.start)
    let content = file.contentRange(ofLine: number)
    guard !content.isEmpty else { return }
    let mark = Mark(range: range.clamped(to: content), label: nil, isPrimary: true)
    lines = [Line(number: number, marks: [mark])]
  }

  /// What a finding speaks of, with evidence up to `reach` lines away.
  ///
  /// At most `limit` lines have marks, and those of one line fit within `width` columns.
  init(of finding: Finding, in file: SourceFile, reach: Int, limit: Int = 4, width: Int = .max) {
    if !Self.isAboutNothing(finding, in: file) {
      lines = Excerpt(finding.range, in: file).lines
    }
    guard let place = lines.first?.number else {
      unplaced = finding.evidence
      return
    }
    for evidence in finding.evidence {
      guard let range = evidence.range else {
        unplaced.append(evidence)
        continue
      }
      let number = file.line(at: range.start)
      let isNear = abs(number - place) <= reach
      let mark = Mark(
        range: range.clamped(to: file.contentRange(ofLine: number)),
        label: Self.label(of: evidence, in: file.text(in: range)),
        isPrimary: false
      )
      if !isNear || !add(mark, onLine: number, of: file, limit: limit, width: width) {
        unplaced.append(evidence)
      }
    }
    for number in Self.ancestors(ofLine: place, in: file)
    where !lines.contains(where: { $0.number == number }) {
      lines.append(Line(number: number, marks: []))
    }
    lines.sort { $0.number < $1.number }
    fillGaps(in: file)
  }

  /// A single line between two others takes no more room than a sign that it was left out.
  private mutating func fillGaps(in file: SourceFile) {
    let between = zip(lines, lines.dropFirst()).compactMap { above, below in
      below.number == above.number + 2 ? above.number + 1 : nil
    }
    lines += between.filter { !file.contentRange(ofLine: $0).isEmpty }
      .map { Line(number: $0, marks: []) }
    lines.sort { $0.number < $1.number }
  }

  /// Adds a mark where there is room for it; false when there is none.
  private mutating func add(
    _ mark: Mark,
    onLine number: Int,
    of file: SourceFile,
    limit: Int,
    width: Int
  ) -> Bool {
    guard let index = lines.firstIndex(where: { $0.number == number }) else {
      guard lines.count < limit, !mark.range.isEmpty else { return false }
      lines.append(Line(number: number, marks: [mark]))
      return true
    }
    let marks = lines[index].marks
    if let same = marks.firstIndex(where: { $0.range == mark.range }) {
      guard lines[index].marks[same].label == nil else {
        return lines[index].marks[same].label == mark.label
      }
      lines[index].marks[same].label = mark.label
      return true
    }
    let isApart = marks.allSatisfy {
      mark.range.end <= $0.range.start || $0.range.end <= mark.range.start
    }
    let span = marks.reduce(mark.range) { $0.union($1.range) }
    guard isApart, !mark.range.isEmpty, TerminalText.width(of: file.text(in: span)) <= width else {
      return false
    }
    lines[index].marks.append(mark)
    lines[index].marks.sort { $0.range < $1.range }
    return true
  }

  /// The text of a line that only shows where the others stand: without its remark.
  static func context(_ line: Line, of file: SourceFile) -> String {
    let text = file.line(line.number)
    let (space, hash) = (UInt8(ascii: " "), UInt8(ascii: "#"))
    let bytes = text.utf8
    let remark = zip(bytes.indices, zip(bytes, bytes.dropFirst())).first { $0.1 == (space, hash) }
    guard let remark, let last = bytes[..<remark.0].lastIndex(where: { $0 != space }) else {
      return text
    }
    return String(text[...last])
  }

  /// Whether it tells of a section that is not there: it then points at the plan's first key, for want of better.
  private static func isAboutNothing(_ finding: Finding, in file: SourceFile) -> Bool {
    guard finding.lesson != nil, file.location(of: finding.range.start).column == 1 else {
      return false
    }
    let section = finding.path.dropFirst(2).prefix { $0 != "." && $0 != "[" }
    return file.text(in: finding.range) != section
  }

  /// The last field of the path, with the value where the line itself does not already tell it.
  private static func label(of evidence: Finding.Evidence, in text: String) -> String {
    let path = evidence.path.utf8
    let dot = path.lastIndex(of: UInt8(ascii: "."))
    let field = dot.map { String(evidence.path[path.index(after: $0)...]) } ?? "$"
    let tells = evidence.shown == text && TerminalText.width(of: text) > 12
    return tells ? field : "\(field) = \(evidence.shown)"
  }

  /// The lines of the keys and items in which a line stands, by indentation: the section and the nearest two.
  private static func ancestors(ofLine number: Int, in file: SourceFile) -> [Int] {
    var found: [Int] = []
    guard var depth = Indentation(ofLine: number, in: file), depth.isInside else { return [] }
    for line in stride(from: number - 1, through: max(1, number - 2000), by: -1) {
      guard let other = Indentation(ofLine: line, in: file), other.contains(depth) else { continue }
      found.append(line)
      depth = other
      guard depth.isInside else { break }
    }
    return found.count > 3 ? Array(found.prefix(2)) + found.suffix(1) : found
  }
}

/// How deep a line of YAML stands.
private struct Indentation {
  private var columns: Int
  private var isItem: Bool

  /// Nil for lines that hold nothing or only a comment.
  init?(ofLine number: Int, in file: SourceFile) {
    let range = file.contentRange(ofLine: number)
    let bytes = file.bytes[range.start..<range.end]
    guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != 0x09 }),
      bytes[first] != UInt8(ascii: "#")
    else { return nil }
    columns = first - range.start
    isItem = bytes[first] == UInt8(ascii: "-")
  }

  /// Whether it can stand in something.
  var isInside: Bool { columns > 0 || isItem }

  /// Items of a list may stand as far to the left as the key of the list.
  func contains(_ other: Indentation) -> Bool {
    columns < other.columns || (columns == other.columns && other.isItem && !isItem)
  }
}
