/// A table whose rows begin with a header, which a narrow screen shows as a list of cards.
///
/// The roles stand in the markup, since browsers forget them once a style sheet turns rows into blocks.
struct DataTable {
  struct Row {
    var header: Markup
    var cells: [Markup]
    /// The last row, with totals.
    var isTotal = false
  }

  /// Nil where the heading above says it all.
  var caption: String?
  /// The first one stands above the row headers.
  var columns: [String]
  var rows: [Row]

  var markup: Markup {
    .tag(
      "table",
      class: rows.count <= 20 ? "short" : nil,
      with: ["role": "table"],
      caption.map { .tag("caption", "\($0)") } ?? [],
      .tag(
        "thead",
        with: ["role": "rowgroup"],
        .tag("tr", with: ["role": "row"], .group(columns.map(columnHeader)))
      ),
      .tag("tbody", with: ["role": "rowgroup"], .group(rows.map(row)))
    )
  }

  private func columnHeader(_ title: String) -> Markup {
    .tag("th", with: ["role": "columnheader", "scope": "col"], "\(title)")
  }

  private func row(_ row: Row) -> Markup {
    .tag(
      "tr",
      class: row.isTotal ? "total" : nil,
      with: ["role": "row"],
      .tag("th", with: ["role": "rowheader", "scope": "row"], row.header),
      .group(zip(columns.dropFirst(), row.cells).map(cell))
    )
  }

  private func cell(_ column: String, _ content: Markup) -> Markup {
    .tag("td", with: ["role": "cell", "data-label": column], content)
  }
}
