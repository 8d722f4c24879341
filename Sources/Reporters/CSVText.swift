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

  /// A row with its line end.
  func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: language == .nl ? ";" : ",") + "\r\n"
  }

  /// A cell between quotes; one that a spreadsheet would run as a formula begins with an apostrophe.
  private func cell(_ text: String) -> String {
    let shown = TerminalText.visible(text)
    let first = shown.first { !$0.isWhitespace }
    var cell = first.map(Self.beginsFormula) == true ? "\"'" : "\""
    if shown.utf8.contains(UInt8(ascii: "\"")) {
      cell += shown.replacing("\"", with: "\"\"")
    } else {
      cell += shown
    }
    return cell + "\""
  }

  /// Full-width signs count as well: some spreadsheets narrow them when they import.
  private static func beginsFormula(_ first: Character) -> Bool {
    switch first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%": true
    default: false
    }
  }
}
