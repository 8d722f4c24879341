/// Numbers and words as Dutch officials write them.
enum Notation {
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte is a letter of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text with the spaces and dashes of Word made plain, and none at its ends.
  static func normalized(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{3000}", "\t", "\n", "\r":
        scalars.append(" ")
      case "\u{2010}"..."\u{2015}", "\u{2212}": scalars.append("-")
      case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": continue
      default: scalars.append(scalar)
      }
    }
    return trimmed(String(scalars)[...], of: { $0 == " " })
  }

  /// The text without quotes of any kind, bullets and spaces at its ends: the word that was meant.
  static func bare(_ text: String) -> String {
    let marks: Set<Character> = [
      " ", "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "‛", "«", "»", "•", "·", "-", ".", ",",
      ":",
    ]
    return trimmed(normalized(text)[...], of: marks.contains)
  }

  private static func trimmed(_ text: Substring, of isMark: (Character) -> Bool) -> String {
    var text = text.drop(while: isMark)
    while let last = text.last, isMark(last) { text.removeLast() }
    return String(text)
  }

  /// The digits of `1.250` or `1.250.000`: groups of three behind points; nil for another shape.
  static func withoutThousands(_ text: String) -> String? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count) else {
      return nil
    }
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    return groups.joined()
  }

  /// A number with a point or a comma before its decimals.
  static func decimal(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count) else { return nil }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else { return nil }
    let number = Double((text.hasPrefix("-") ? "-" : "") + parts.joined(separator: "."))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }
}
