/// How text for a terminal looks: its width, and whether it has colour.
package struct TextStyle: Sendable {
  package enum Ink: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case green = "1;32"
    case cyan = "36"
  }

  package var hasColor: Bool
  /// In columns of one character.
  package var width: Int

  package init(hasColor: Bool = false, width: Int = 100) {
    self.hasColor = hasColor
    self.width = max(40, width)
  }

  /// The text in an ink, where there is colour.
  package func paint(_ text: String, _ ink: Ink) -> String {
    hasColor ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Breaks a text into lines between words, and within words that fit on no line; later lines begin with `indent`
  /// spaces.
  package func wrap(_ text: String, first: Int, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    var used = 0
    var room = width - first
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var word = Substring(word)
      var length = TerminalText.width(of: word)
      let isFull = line.isEmpty ? lines.isEmpty : used + 1 + length > room
      if isFull, !line.isEmpty || length > room {
        lines.append(line)
        line = ""
        room = width - indent
      }
      while line.isEmpty, length > room, room > 1 {
        let start = TerminalText.prefix(of: word, width: room)
        lines.append(String(start))
        word = word.dropFirst(start.count)
        length = TerminalText.width(of: word)
      }
      used = line.isEmpty ? length : used + 1 + length
      if !line.isEmpty { line += " " }
      line += word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
