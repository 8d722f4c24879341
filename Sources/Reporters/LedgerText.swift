package import Lint
import SourceText

/// How a plan's score came about, rule by rule: where points went, and what mending gives back.
///
/// Points are those of the *rapportcijfer*: nine can be lost, and what is lost adds up to ten less the grade.
package struct LedgerText: Sendable {
  private let plan: PlanReport
  private let pack: RulePack
  private let language: Language
  private let style: TextStyle

  package init(of plan: PlanReport, pack: RulePack, language: Language, style: TextStyle) {
    self.plan = plan
    self.pack = pack
    self.language = language
    self.style = style
  }

  /// Ends in a line end; empty when the plan has no score.
  package func render() -> String {
    guard let ledger = plan.ledger, plan.score != nil else { return "" }
    let title = choose("Hoe het cijfer tot stand komt", "How the grade came about")
    var lines = [
      style.paint("\(TerminalText.visible(plan.file.path)) · \(title)", .bold),
      row(choose("les en regel", "lesson and rule"), heads, ink: .dim),
    ]
    for (lesson, account) in zip(pack.lessons, ledger.lessons) {
      let rows = ledger.rows.filter {
        $0.subjects + $0.setAside > 0 && pack.rules[$0.rule].rule.lesson == lesson.id
      }
      guard !rows.isEmpty else { continue }
      let lost = points(account.points - account.low)
      lines.append(row(lesson.title[language], ["\(lesson.weight)", "", "", "", lost]))
      lines += rows.map(line)
    }
    let silent = ledger.rows.count { $0.subjects + $0.setAside == 0 }
    if silent > 0 {
      lines.append(style.paint("  " + notApplicable(silent), .dim))
    }
    lines.append(total(ledger))
    return lines.joined(separator: "\n") + "\n"
  }

  private var heads: [String] {
    [
      choose("gewicht", "weight"), choose("onderdelen", "subjects"), choose("in orde", "passed"),
      choose("open", "open"), choose("kwijt", "lost"), choose("winst", "gain"),
    ]
  }

  private func line(_ row: Ledger.Row) -> String {
    let rule = pack.rules[row.rule].rule
    let gain = row.passed < row.subjects ? points(row.gain(0)) : ""
    let aside = row.setAside > 0 ? " (\(choose("uitzondering", "deviation")): \(row.setAside))" : ""
    return self.row(
      "  " + rule.id + aside,
      [
        "\(rule.weight)", "\(row.subjects)", "\(row.passed)", "\(row.undetermined)",
        row.lost > .none ? points(row.lost) : "", gain,
      ]
    )
  }

  private func total(_ ledger: Ledger) -> String {
    let lost = points(ledger.lost)
    let sure = points(ledger.low)
    let sum = choose(
      "Totaal: 1 + \(sure) = \(decimal(1 + 9 * ledger.low.share)); kwijt: \(lost) van de 9 punten.",
      "Total: 1 + \(sure) = \(decimal(1 + 9 * ledger.low.share)); lost: \(lost) of 9 points."
    )
    let open = choose(
      " Wat open staat, telt als kwijt tot het is ingevuld.",
      " What is open counts as lost until it is filled in."
    )
    return style.paint(sum, .bold) + (ledger.high > ledger.low ? open : "")
  }

  private func notApplicable(_ count: Int) -> String {
    choose(
      "\(count) regels zijn niet van toepassing en tellen niet mee",
      "\(count) rules do not apply and take no part"
    )
  }

  private func row(_ name: String, _ cells: [String], ink: TextStyle.Ink? = nil) -> String {
    let widths = [9, 11, 9, 6, 9, 9]
    let room = 46
    let gap = String(repeating: " ", count: max(1, room - TerminalText.width(of: name)))
    let text =
      name + gap
      + zip(cells, widths).map { cell, width in
        String(repeating: " ", count: max(1, width - TerminalText.width(of: cell))) + cell
      }.joined()
    return ink.map { style.paint(text, $0) } ?? text
  }

  /// Points of the grade, to three decimals.
  private func points(_ points: Points) -> String { decimal(9 * points.share) }

  private func decimal(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let rest = "\(thousandths % 1000)"
    let zeros = String(repeating: "0", count: 3 - rest.count)
    return "\(thousandths / 1000)\(choose(",", "."))\(zeros)\(rest)"
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
