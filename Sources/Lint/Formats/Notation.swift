/// Numbers as Dutch officials write them.
enum Notation {
  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The text with the spaces and dashes of Word made plain, and none at its ends.
  static func normalized(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{A0}", "\u{202F}", "\u{2009}", "\t", "\n", "\r": scalars.append(" ")
      case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}": scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    let trimmed = String(scalars).drop { $0 == " " }
    return String(String(trimmed.reversed()).drop { $0 == " " }.reversed())
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
    return Double((text.hasPrefix("-") ? "-" : "") + parts.joined(separator: "."))
  }
}
