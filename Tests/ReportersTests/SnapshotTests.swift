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

  @Test("no control character of a plan is in any form", arguments: ReportFormat.allCases)
  func hostile(format: ReportFormat) {
    let text = format.render(Fixture.report(), style: TextStyle(hasColor: false, width: 80))
    let controls = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && !["\n", "\r"].contains(scalar)
    }
    #expect(controls.isEmpty)
  }

  @Test("strengths come into SARIF on request only")
  func strengthsInSARIF() {
    let plain = ReportFormat.sarif.render(Fixture.report())
    let asked = ReportFormat.sarif.render(Fixture.report(), includesStrengths: true)
    #expect(!plain.contains("parel-kapstok"))
    #expect(asked.contains("parel-kapstok"))
    #expect(asked.contains("\"kind\": \"pass\""))
  }
}
