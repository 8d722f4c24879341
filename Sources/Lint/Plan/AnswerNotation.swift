import YAML

/// An answer as YAML has it, so that reading it back gives the same text.
enum AnswerNotation {
  /// The answer for a field; a typed one is read from the raw text, and is quoted only when YAML would lose it.
  static func text(_ answer: String, isTyped: Bool) -> String {
    isPlain(answer, isTyped: isTyped) ? answer : quoted(answer)
  }

  private static func isPlain(_ text: String, isTyped: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    // YAML 1.2.2, section 7.3.3: what a plain scalar may not begin with, end with or hold.
    guard !"-?:,[]{}#&*!|>'\"%@` ".unicodeScalars.contains(first), last != ":", last != " " else {
      return false
    }
    guard !text.contains(": "), !text.contains(" #"),
      !text.unicodeScalars.contains(where: isControl)
    else { return false }
    if isTyped { return true }
    if case .string = ScalarResolver.resolve(Scalar(text), tag: nil) { return true }
    return false
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where isControl(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether nobody means to write it: a control character, or what stands for a broken one.
  static func isStray(_ scalar: Unicode.Scalar) -> Bool {
    isControl(scalar) || scalar == "\u{FFFD}"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }
}
