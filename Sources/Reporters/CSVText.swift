import Lint

/// Rows of cells as spreadsheets read them (RFC 4180).
///
/// In Dutch with semicolons, decimal commas and a byte order mark, so that Dutch Excel opens it as it is.
struct CSVText {
  let language: Language

  /// All rows, each with its line end.
  func render(_ rows: [[String]]) -> String {
    (language == .nl ? "\u{FEFF}" : "") + rows.map(row).joined()
  }

  private func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: language == .nl ? ";" : ",") + "\r\n"
  }

  /// A cell between quotes; one that a spreadsheet would run as a formula begins with an apostrophe.
  private func cell(_ text: String) -> String {
    let shown = TerminalText.visible(text)
    // Full-width signs count as well: some spreadsheets narrow them when they import.
    let starts: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"]
    let first = shown.first { !$0.isWhitespace }
    let guarded = first.map(starts.contains) == true ? "'" + shown : shown
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }
}
