package import SourceText

/// The line of a source with a part of it underlined.
package struct Snippet: Sendable {
  private let file: SourceFile
  private let range: SourceRange

  package init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// The place, the source line and the underlining; the place only when the file has no such line.
  ///
  /// The ink and the mark are those of the underlining.
  package func render(style: TextStyle, ink: TextStyle.Ink = .red, mark: Character = "^") -> String
  {
    let location = file.location(of: range.start)
    let margin = String(repeating: " ", count: "\(location.line)".count)
    let arrow = style.paint("-->", .blue)
    let place = "\(margin)\(arrow) \(TerminalText.visible(file.path)):\(location)"
    guard let lines = lines(style: style, ink: ink, mark: mark) else { return place }
    return "\(place)\n\(margin) \(style.paint("|", .blue))\n\(lines)"
  }

  /// Only the source line and the underlining; nil when the file has no such line.
  package func lines(
    style: TextStyle,
    ink: TextStyle.Ink = .red,
    mark: Character = "^"
  ) -> String? {
    let line = file.location(of: range.start).line
    let number = "\(line)"
    let content = file.contentRange(ofLine: line)
    guard !content.isEmpty else { return nil }
    let marked = range.clamped(to: content)
    let window = Window(
      before: TerminalText.visible(file.text(in: SourceRange(content.start, marked.start))),
      marked: TerminalText.visible(file.text(in: marked)),
      after: TerminalText.visible(file.text(in: SourceRange(marked.end, content.end))),
      width: style.width - number.count - 3
    )
    let margin = String(repeating: " ", count: number.count)
    let bar = style.paint("|", .blue)
    let underlining = String(repeating: mark, count: max(1, TerminalText.width(of: window.marked)))
    return """
      \(style.paint(number, .blue)) \(bar) \(window.before)\(window.marked)\(window.after)
      \(margin) \(bar) \(String(repeating: " ", count: TerminalText.width(of: window.before)))\
      \(style.paint(underlining, ink))
      """
  }
}

/// A line cut to what fits, around its marked part.
private struct Window {
  var before: String
  var marked: String
  var after: String

  init(before: String, marked: String, after: String, width: Int) {
    let room = max(20, width)
    self.before = before
    self.marked = marked
    self.after = after
    let (ahead, middle, behind) = (
      TerminalText.width(of: before), TerminalText.width(of: marked), TerminalText.width(of: after)
    )
    guard ahead + middle + behind > room else { return }
    if middle > room - 16 {
      // Too long to show: what is before it tells more than its end.
      self.before = Self.suffix(before, width: min(ahead, 15))
      self.marked = Self.prefix(marked, width: room - TerminalText.width(of: self.before))
      self.after = ""
      return
    }
    // Two thirds of the room go to what comes before, the rest to what follows.
    let left = room - middle
    let forAfter = min(behind, max(left / 3, left - ahead))
    self.before = Self.suffix(before, width: left - forAfter)
    self.after = Self.prefix(after, width: forAfter)
  }

  /// The start of a text that fits, with a sign when something was cut.
  private static func prefix(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width else { return text }
    return fitting(text, width: width - 1) + "…"
  }

  /// The end of a text that fits, with a sign when something was cut.
  private static func suffix(_ text: String, width: Int) -> String {
    guard TerminalText.width(of: text) > width else { return text }
    return "…" + String(fitting(String(text.reversed()), width: width - 1).reversed())
  }

  private static func fitting(_ text: String, width: Int) -> String {
    var left = width
    return String(
      text.prefix { character in
        left -= TerminalText.width(of: character)
        return left >= 0
      }
    )
  }
}
