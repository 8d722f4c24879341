import Lint

/// The rules of a pack for a terminal: a line each, so that it can be searched.
struct RuleTable {
  private let pack: RulePack
  private let terms: RuleTerms
  private let style: TextStyle

  init(pack: RulePack, language: Language, style: TextStyle) {
    self.pack = pack
    self.terms = RuleTerms(language: language)
    self.style = style
  }

  func render() -> String {
    let heading = [terms.rule, terms.lesson, terms.severity, terms.title]
    let rows = pack.rules.map(\.rule).map { rule in
      [rule.id, rule.lesson, terms.severity(of: rule), rule.title[terms.language]]
    }
    let widths = heading.indices.map { column in
      ([heading] + rows).map { TerminalText.width(of: $0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { column, cell in
        let gap = cell.1 - TerminalText.width(of: cell.0)
        return column == cells.count - 1 ? cell.0 : cell.0 + String(repeating: " ", count: gap)
      }.joined(separator: "  ")
    }
    let lines = [style.paint(line(heading), .dim)] + rows.map(line)
    return lines.joined(separator: "\n") + "\n\n" + terms.count(of: pack) + "\n"
  }
}
