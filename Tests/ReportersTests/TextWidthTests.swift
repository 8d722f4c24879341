import Lint
import Reporters
import Testing

@Suite("Text and the width of a terminal")
struct TextWidthTests {
  @Test("no line is wider than the terminal", arguments: [60, 80, 100, 120])
  func width(columns: Int) throws {
    // Below 60 columns the names of some rules alone are too long; they are not broken, to be copied whole.
    let reports = [try Examples.report(["zwakke-gemeente", "brunssum"]), Fixture.report(.en)]
    for report in reports {
      let text = ReportFormat.text.render(report, style: TextStyle(width: columns))
      let wide = text.split(separator: "\n").filter { $0.count > columns }
      #expect(wide == [])
    }
  }
}
