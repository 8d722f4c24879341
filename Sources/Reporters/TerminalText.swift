import SourceText

/// Text as a terminal shows it.
enum TerminalText {
  /// The columns that a text takes: none for combining marks, two for wide characters.
  static func width(of text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable(plainWidth) ?? nil
    return plain ?? text.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns of a text in which each scalar is a character of one column, as in most of Dutch; nil for others.
  static func plainWidth(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var width = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case 0x00...0x7F: index += 1
      // U+0080 to U+02FF.
      case 0xC2...0xCB: index += 2
      // U+2010 to U+2027: dashes, quotes, dots.
      case 0xE2 where text[index + 1] == 0x80 && (0x90...0xA7).contains(text[index + 2]): index += 3
      default: return nil
      }
      width += 1
    }
    return width
  }

  static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x300 { return 1 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The start of a text that fits within columns; at least one character.
  static func prefix(of text: Substring, width: Int) -> Substring {
    var left = width
    let start = text.prefix { character in
      left -= self.width(of: character)
      return left >= 0
    }
    return start.isEmpty ? text.prefix(1) : start
  }

  /// The text with tabs as spaces and control characters made visible, so that a plan cannot steer a terminal.
  static func visible(_ text: String) -> String {
    visible(text, keepingLines: false)
  }

  /// The same, for a text of several lines that may stay so.
  static func visible(_ text: String, keepingLines: Bool) -> String {
    guard mayHoldControls(text), text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepingLines: result.append(scalar)
      case 0x09: result.append(contentsOf: "  ".unicodeScalars)
      case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case _ where isControl(scalar): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A look at the bytes, which finds all texts with controls and few others.
  private static func mayHoldControls(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index < bytes.count {
        if let word = ByteWord(raw, at: index), word.isPrintableASCII {
          index += ByteWord.length
          continue
        }
        for place in index..<min(index + ByteWord.length, bytes.count) {
          switch bytes[place] {
          case 0x00...0x1F, 0x7F: return true
          // U+0080 to U+009F, and the start of what lies from U+2000 to U+207F.
          case 0xC2 where bytes[place + 1] <= 0x9F: return true
          case 0xE2 where bytes[place + 1] <= 0x81: return true
          default: continue
          }
        }
        index += ByteWord.length
      }
      return false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
