import SourceText

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
    var lines = WrappedLines(room: width - first, roomBehind: width - indent, indent: indent)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
        if end > start { lines.add(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        start = end + 1
      }
    }
    return lines.text.text
  }
}

/// Lines that are filled word by word.
private struct WrappedLines {
  private(set) var text = TextBuffer(capacity: 256)
  /// The columns of the line at hand, and of those behind it.
  private var room: Int
  private let roomBehind: Int
  private let lineEnd: String
  /// The columns that are taken on the line at hand.
  private var used = 0
  private var isEmpty = true
  /// Whether there is a line before the one at hand.
  private var hasEnded = false

  init(room: Int, roomBehind: Int, indent: Int) {
    self.room = room
    self.roomBehind = roomBehind
    lineEnd = "\n" + String(repeating: " ", count: indent)
  }

  mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    if let length = TerminalText.plainWidth(of: word), fits(length) {
      write(width: length) { $0.append(utf8: word) }
      return
    }
    var word = String(decoding: word, as: UTF8.self)[...]
    var length = TerminalText.width(of: word)
    if !fits(length) {
      hasEnded = true
      isEmpty = true
      room = roomBehind
    }
    // What is longer than a line is cut.
    while isEmpty, length > room, room > 1 {
      let start = TerminalText.prefix(of: word, width: room)
      write(width: room) { $0.append(String(start)) }
      hasEnded = true
      isEmpty = true
      word = word.dropFirst(start.count)
      length = TerminalText.width(of: word)
    }
    write(width: length) { $0.append(String(word)) }
  }

  /// Whether a word stays on the line at hand; on a line of its own it does, but for the first.
  private func fits(_ length: Int) -> Bool {
    isEmpty ? hasEnded || length <= room : used + 1 + length <= room
  }

  private mutating func write(width: Int, _ write: (inout TextBuffer) -> Void) {
    if !isEmpty {
      text.append(ascii: " ")
    } else if hasEnded {
      text.append(lineEnd)
    }
    write(&text)
    used = isEmpty ? width : used + 1 + width
    isEmpty = false
  }
}
