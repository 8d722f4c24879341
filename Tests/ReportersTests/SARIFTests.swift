import Foundation
import Lint
import Reporters
import TestSupport
import Testing

@Suite("SARIF")
struct SARIFTests {
  private static let schema = Result { try readSchema() }

  private func schema() throws -> OutputSchema { try Self.schema.get() }

  /// The schema of OASIS is of draft 4; only the names of some keywords differ for what it uses.
  private static func readSchema() throws -> OutputSchema {
    let names = [
      "\"http://json-schema.org/draft-04/schema#\"":
        "\"https://json-schema.org/draft/2020-12/schema\"",
      "\n \"id\":": "\n \"$id\":",
      "\n \"definitions\":": "\n \"$defs\":",
      "#/definitions/": "#/$defs/",
    ]
    var text = try SharedFolder.text("schemas/sarif-schema-2.1.0.json")
    for (old, new) in names { text = text.replacingOccurrences(of: old, with: new) }
    return try OutputSchema(text, path: "sarif-schema-2.1.0.json")
  }

  @Test(
    "every example plan is valid by the schema of OASIS",
    .enabled(if: SharedFolder.isThere, "the shared folder with the schema is missing"),
    arguments: Examples.names
  )
  func examples(name: String) throws {
    let text = ReportFormat.sarif.render(try Examples.report([name]), includesStrengths: true)
    #expect(try schema().violations(of: text).isEmpty)
  }

  @Test(
    "the hostile report is valid, and what is no SARIF is not",
    .enabled(if: SharedFolder.isThere, "the shared folder with the schema is missing")
  )
  func hostile() throws {
    let schema = try schema()
    let text = ReportFormat.sarif.render(Fixture.report())
    #expect(try schema.violations(of: text).isEmpty)
    #expect(
      try !schema.violations(
        of: text.replacingOccurrences(of: "\"kind\": \"open\"", with: "\"kind\": \"odd\"")
      )
      .isEmpty
    )
  }

  @Test("a finding that is set aside is suppressed with the plan's reason")
  func suppressions() {
    let text = ReportFormat.sarif.render(Fixture.report())
    #expect(text.contains("\"justification\": \"=1+1 "))
    #expect(text.contains("\"baselineState\": \"unchanged\""))
  }
}
