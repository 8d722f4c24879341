import Lint

/// Words of tables for spreadsheets and of lists for build servers.
extension Terms {
  /// The heads of the columns, in the order of the cells.
  var columns: [String] {
    switch language {
    case .nl:
      [
        "bestand", "gemeente", "programma", "soort", "ernst", "les", "regel", "titel", "bevinding",
        "waarom", "wat je kunt doen", "moeite", "bron", "regelnummer", "kolom", "pad",
        "punten op het cijfer", "reden van uitzondering", "bekend",
      ]
    case .en:
      [
        "file", "municipality", "programme", "kind", "severity", "lesson", "rule", "title",
        "finding", "why", "remedy", "effort", "source", "line", "column", "path",
        "points of the grade", "reason of deviation", "baseline",
      ]
    }
  }

  func baseline(_ state: Finding.BaselineState) -> String {
    switch state {
    case .new: choose("nieuw", "new")
    case .unchanged: choose("bekend", "known")
    }
  }

  var setAsideWord: String { choose("Opzij gezet", "Set aside") }
}
