package import SourceText

/// The line of a source with a part of it underlined.
package struct Snippet: Sendable {
  private let file: SourceFile
  private let range: SourceRange

  package init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// Three lines: the place, the source line, the underlining; the place only when the file has no such line.
  ///
  /// - Parameters:
  ///   - ink: of the underlining.
  ///   - mark: the character to underline with.
  package func render(style: TextStyle, ink: TextStyle.Ink = .red, mark: Character = "^") -> String {
    let location = file.location(of: range.start)
    let number = "\(location.line)"
    let margin = String(repeating: " ", count: number.count)
    let place = "\(margin)\(style.paint("-->", .blue)) \(TerminalText.visible(file.path)):\(location)"
    let content = file.contentRange(ofLine: location.line)
    guard !content.isEmpty else { return place }
    let marked = range.clamped(to: content)
    let window = Window(
      before: TerminalText.visible(file.text(in: SourceRange(content.start, marked.start))),
      marked: TerminalText.visible(file.text(in: marked)),
      after: TerminalText.visible(file.text(in: SourceRange(marked.end, content.end))),
      width: style.width - number.count - 3
    )
    let bar = style.paint("|", .blue)
    let count = max(1, TerminalText.width(of: window.marked))
    let underlining = String(repeating: mark, count: count)
    return """
      \(place)
      \(margin) \(bar)
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
    if TerminalText.width(of: marked) > room - 2 {
      self.marked = Self.prefix(marked, width: room - 3) + "…"
    }
    let left = room - TerminalText.width(of: self.marked)
    let total = TerminalText.width(of: before) + TerminalText.width(of: after)
    guard total > left else { return }
    // Two thirds of the room go to what comes before: a name tells more than what follows.
    let behind = min(TerminalText.width(of: after), max(left / 3, 1))
    let ahead = left - behind
    if TerminalText.width(of: before) > ahead {
      self.before = "…" + Self.suffix(before, width: ahead - 1)
    }
    let rest = left - TerminalText.width(of: self.before)
    if TerminalText.width(of: after) > rest {
      self.after = Self.prefix(after, width: rest - 1) + "…"
    }
  }

  private static func prefix(_ text: String, width: Int) -> String {
    var left = width
    return String(
      text.prefix { character in
        left -= TerminalText.width(of: character)
        return left >= 0
      }
    )
  }

  private static func suffix(_ text: String, width: Int) -> String {
    String(prefix(String(text.reversed()), width: width).reversed())
  }
}
