/// Text inside Markdown, where it can neither mark up nor call anyone.
enum MarkdownText {
  /// The characters that mean something in Markdown (CommonMark 0.31, section 2.4) or its tables.
  private static let special = Set(#"\`*_{}[]()#+!|<>~$^="#.unicodeScalars)

  /// The text on one line, with every character that could mean something escaped.
  ///
  /// Mentions, references to issues and addresses are broken up by a character of no width, since GitHub and
  /// GitLab look for them after Markdown has been read.
  static func escaped(_ text: String) -> String {
    var result = ""
    // Whether what follows could make a list: `- x`, `1. x`.
    var isStart = true
    var isNumber = true
    let scalars = Array(TerminalText.visible(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      // What stands apart calls no one and is no address.
      let guarded = next == " " ? "" : "\u{2060}"
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@", ":": result += String(scalar) + guarded
      case "#": result += "\\#" + guarded
      case "-" where isStart, "." where isNumber: result += "\\" + String(scalar)
      case _ where special.contains(scalar): result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      if scalar != " " { isStart = false }
      if !("0"..."9").contains(scalar) { isNumber = false }
    }
    return result
  }

  /// The text as code, between as many backticks as it takes.
  static func code(_ text: String) -> String {
    let shown = TerminalText.visible(text)
    let runs = shown.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = runs.isEmpty ? "" : " "
    // In a table a bar ends the cell, also within code.
    return fence + space + shown.replacing("|", with: "\\|") + space + fence
  }
}
