import Lint
import Reporters
import TestSupport
import Testing

@Suite("Reports, whole")
struct SnapshotTests {
  @Test("every format, in Dutch and English", arguments: ReportFormat.allCases, Language.allCases)
  func formats(format: ReportFormat, language: Language) throws {
    let text = format.render(Fixture.report(language), style: TextStyle(width: 80))
    try expectSnapshot(text, named: "report.\(language.rawValue).\(format.rawValue)")
  }

  @Test("text with colour")
  func color() throws {
    let style = TextStyle(hasColor: true, width: 80)
    try expectSnapshot(
      ReportFormat.text.render(Fixture.report(), style: style),
      named: "report.color.text"
    )
  }

  @Test("no control character of a plan reaches the terminal", arguments: ReportFormat.allCases)
  func hostile(format: ReportFormat) {
    let text = format.render(Fixture.report(), style: TextStyle(hasColor: false, width: 80))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}
