package import SourceText

/// Lines of a source at a terminal, with parts of them underlined and labelled.
package struct Snippet: Sendable {
  private let file: SourceFile
  /// Where the arrow points.
  private let start: Int
  private let lines: [Excerpt.Line]

  package init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    start = range.start
    lines = Excerpt(range, in: file).lines
  }

  init(_ file: SourceFile, at start: Int, _ excerpt: Excerpt) {
    self.file = file
    self.start = start
    lines = excerpt.lines
  }

  /// The place, the source lines and the underlining in `ink`; the place only when there are no such lines.
  package func render(style: TextStyle, ink: TextStyle.Ink = .red) -> String {
    let location = file.location(of: start)
    let margin = String(repeating: " ", count: lines.isEmpty ? 1 : numberWidth)
    let arrow = style.paint("-->", .blue)
    let place = "\(margin)\(arrow) \(TerminalText.visible(file.path)):\(location)"
    guard let body = body(style: style, ink: ink) else { return place }
    return "\(place)\n\(margin) \(style.paint("|", .blue))\n\(body)"
  }

  /// Only the source lines and the underlining; nil when there are none.
  package func body(style: TextStyle, ink: TextStyle.Ink = .red) -> String? {
    guard !lines.isEmpty else { return nil }
    let width = numberWidth
    let margin = String(repeating: " ", count: width)
    let bar = style.paint("|", .blue)
    var rows: [String] = []
    for (index, line) in lines.enumerated() {
      if index > 0, line.number > lines[index - 1].number + 1 {
        rows.append(style.paint(String(repeating: " ", count: max(0, width - 1)) + "…", .blue))
      }
      let number = "\(line.number)"
      let padding = margin.dropLast(number.utf8.count)
      let view = LineView(line, of: file, width: style.width - width - 3)
      let text = line.marks.isEmpty ? style.paint(view.text, .dim) : view.text
      rows.append("\(padding)\(style.paint(number, .blue)) \(bar) \(text)")
      rows += view.underlining(style: style, ink: ink).map { "\(margin) \(bar) \($0)" }
    }
    return rows.joined(separator: "\n")
  }

  private var numberWidth: Int { "\(lines.map(\.number).max() ?? 0)".utf8.count }
}

/// A line cut to what fits around its marks, with the columns at which these stand.
private struct LineView {
  /// A mark in columns of the shown text.
  private struct Underline {
    var columns: Range<Int>
    var label: String?
    var isPrimary: Bool
  }

  private(set) var text: String
  private var underlines: [Underline] = []
  private let room: Int

  init(_ line: Excerpt.Line, of file: SourceFile, width: Int) {
    room = max(20, width)
    let content = file.contentRange(ofLine: line.number)
    var full = ""
    var offset = content.start
    for mark in line.marks {
      full += TerminalText.visible(file.text(in: SourceRange(offset, mark.range.start)))
      let column = TerminalText.width(of: full)
      full += TerminalText.visible(file.text(in: mark.range))
      underlines.append(
        Underline(
          columns: column..<max(column + 1, TerminalText.width(of: full)),
          label: mark.label.map(TerminalText.visible),
          isPrimary: mark.isPrimary
        )
      )
      offset = mark.range.end
    }
    full += TerminalText.visible(
      line.marks.isEmpty
        ? Excerpt.context(line, of: file) : file.text(in: SourceRange(offset, content.end))
    )
    text = full
    cut(from: TerminalText.width(of: full))
  }

  /// Shortens the text on both sides of the marks; two thirds of the room go to what comes before.
  private mutating func cut(from width: Int) {
    guard width > room else { return }
    let first = underlines.first?.columns.lowerBound ?? 0
    let last = underlines.last?.columns.upperBound ?? 0
    let left = max(16, room - (last - first))
    let behind = width - last
    let forAfter = min(behind, max(left / 3, left - first))
    let start = max(0, first - (left - forAfter))
    text = Self.window(of: text, from: start, width: room)
    underlines = underlines.compactMap { underline in
      let low = underline.columns.lowerBound - start
      guard low < room else { return nil }
      var shown = underline
      shown.columns = low..<min(underline.columns.upperBound - start, room)
      return shown
    }
  }

  /// The columns of a text that fit, with a sign on each side where something was cut.
  private static func window(of text: String, from start: Int, width: Int) -> String {
    var shown: [Character] = []
    var column = 0
    var isCutBehind = false
    for character in text {
      let next = column + TerminalText.width(of: character)
      if column >= start {
        guard next <= start + width else {
          isCutBehind = true
          break
        }
        shown.append(character)
      } else if next > start {
        // Half of a wide character; a space keeps the columns.
        shown += String(repeating: " ", count: next - start)
      }
      column = next
    }
    if start > 0 { Self.replaceFirst(of: &shown) }
    if isCutBehind, let last = shown.popLast() {
      shown += "…" + String(repeating: " ", count: max(0, TerminalText.width(of: last) - 1))
    }
    return String(shown)
  }

  private static func replaceFirst(of characters: inout [Character]) {
    guard let first = characters.first else { return }
    let width = max(1, TerminalText.width(of: first))
    characters.replaceSubrange(0..<1, with: "…" + String(repeating: " ", count: width - 1))
  }

  /// The row of marks with the last label behind it, and a row for each of the other labels.
  func underlining(style: TextStyle, ink: TextStyle.Ink) -> [String] {
    guard let last = underlines.last else { return [] }
    var row = Row()
    for underline in underlines {
      let mark = String(repeating: underline.isPrimary ? "^" : "-", count: underline.columns.count)
      row.place(mark, at: underline.columns.lowerBound, style, underline.isPrimary ? ink : .blue)
    }
    var waiting = underlines.filter { $0.label != nil }
    if let label = last.label, row.width + 1 + TerminalText.width(of: label) <= room {
      row.place(label, at: row.width + 1, style, last.isPrimary ? ink : .blue)
      waiting.removeLast()
    }
    var rows = [row.text]
    while let underline = waiting.popLast(), let label = underline.label {
      var row = Row()
      for other in waiting { row.place("|", at: other.columns.lowerBound, style, .blue) }
      let length = TerminalText.width(of: label)
      let column = min(
        underline.columns.lowerBound,
        max(row.width == 0 ? 0 : row.width + 1, room - length)
      )
      let shown = Self.window(of: label, from: 0, width: max(8, room - column))
      row.place(shown, at: column, style, underline.isPrimary ? ink : .blue)
      rows.append(row.text)
    }
    return rows
  }
}

/// A line under construction, from left to right.
private struct Row {
  private(set) var text = ""
  private(set) var width = 0

  mutating func place(_ words: String, at column: Int, _ style: TextStyle, _ ink: TextStyle.Ink) {
    let gap = max(0, column - width)
    text += String(repeating: " ", count: gap) + style.paint(words, ink)
    width += gap + TerminalText.width(of: words)
  }
}
