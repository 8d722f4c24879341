import Foundation
import Lint
import Reporters
import SourceText
import TestSupport
import Testing
import YAML

@Suite("JSON output and its schema")
struct JSONOutputTests {
  @Test("the report of every example plan is valid", arguments: Examples.names)
  func examples(name: String) throws {
    let schema = try OutputSchema.ofReports()
    let text = ReportFormat.json.render(try Examples.report([name]))
    #expect(try schema.violations(of: text).isEmpty)
  }

  @Test("the hostile report is valid", arguments: Language.allCases)
  func hostile(language: Language) throws {
    let text = ReportFormat.json.render(Fixture.report(language))
    #expect(try OutputSchema.ofReports().violations(of: text).isEmpty)
  }

  @Test("the schema refuses what is no report")
  func refuses() throws {
    let schema = try OutputSchema.ofReports()
    let text = ReportFormat.json.render(Fixture.report())
    #expect(try !schema.violations(of: "{}").isEmpty)
    #expect(
      try !schema.violations(
        of: text.replacingOccurrences(of: "\"status\": \"partial\"", with: "\"status\": 1")
      )
      .isEmpty
    )
    #expect(
      try !schema.violations(
        of: text.replacingOccurrences(of: "\"severity\": \"error\"", with: "\"severity\": null")
      )
      .isEmpty
    )
  }

  @Test("the schema names every member that the output has")
  func documented() throws {
    let schema = SourceFile(path: "schema", text: try OutputSchema.reportText())
    let output = SourceFile(path: "output", text: ReportFormat.json.render(Fixture.report()))
    let known = Self.keys(of: try OutputSchema.node(schema))
    let used = Self.keys(of: try OutputSchema.node(output))
    #expect(used.subtracting(known).isEmpty)
  }

  @Test("every line of ndjson is valid and stands on its own")
  func lines() throws {
    let own = try OutputSchema.reportText()
    let root = own.replacingOccurrences(
      of: "\"$defs\": {",
      with: "\"$ref\": \"#/$defs/line\", \"$defs\": {"
    )
    // Of the root's own demands only those that a line shares stay.
    let schema = try OutputSchema(
      root.replacingOccurrences(of: "\"plans\",\n    \"summary\"", with: "\"path\""),
      path: "line.schema.json"
    )
    let report = try Examples.report(["weert", "zwakke-gemeente"])
    let lines = ReportFormat.ndjson.render(report).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(try schema.violations(of: String(line)).isEmpty)
    }
    let reporter = try #require(ReportFormat.ndjson.partwise(report))
    let streamed = report.plans.map { reporter.part(for: $0).text }
    #expect(streamed.joined() == ReportFormat.ndjson.render(report))
  }

  private static func keys(of node: Node) -> Set<String> {
    var keys: Set<String> = []
    for entry in node.mapping ?? [] {
      if let name = entry.key.text { keys.insert(name) }
      keys.formUnion(Self.keys(of: entry.value))
    }
    for item in node.sequence ?? [] { keys.formUnion(Self.keys(of: item)) }
    return keys
  }
}
