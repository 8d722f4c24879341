import Foundation
import FoundationXML
import Lint
import Reporters
import SourceText
import TestSupport
import Testing

@Suite("Text of a plan in other forms")
struct EscapingTests {
  @Test("no cell of a table begins as a formula", arguments: Language.allCases)
  func formulas(language: Language) {
    let text = ReportFormat.csv.render(Fixture.report(language))
    let separator: Character = language == .nl ? ";" : ","
    let cells = Self.cells(of: text, separator: separator)
    #expect(Set(cells.map(\.count)).count == 1)
    let formulas = cells.flatMap { $0 }.filter { cell in
      cell.first.map { "=+-@\t\r".contains($0) } == true
    }
    #expect(formulas.isEmpty)
    #expect(cells.flatMap { $0 }.contains { $0.hasPrefix("'=1+1 ") })
    #expect(text.hasPrefix("\u{FEFF}") == (language == .nl))
  }

  @Test("JUnit is well-formed XML with the totals of its parts")
  func junit() throws {
    for report in [Fixture.report(), try Examples.report(Examples.names)] {
      let text = ReportFormat.junit.render(report)
      let counter = Counter()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = counter
      #expect(parser.parse())
      #expect(counter.total("tests") == counter.counts["testcase"])
      #expect(counter.total("failures") == counter.counts["failure", default: 0])
      #expect(counter.total("errors") == counter.counts["error", default: 0])
      #expect(counter.total("skipped") == counter.counts["skipped", default: 0])
    }
  }

  @Test("a workflow command is one line, and its properties hold no separators")
  func github() {
    let lines = ReportFormat.github.render(Fixture.report()).split(separator: "\n")
    #expect(lines.count == 1)
    for line in lines {
      let properties = line.dropFirst(2).prefix { $0 != ":" }
      #expect(
        properties.contains("title=Bereik is groter dan de groep (bereik-groter-dan-doelgroep)")
      )
      #expect(properties.contains("file=plannen/é [1].yaml"))
    }
  }

  @Test("GitLab gets a fingerprint of its own for every problem")
  func gitlab() throws {
    let report = try Examples.report(["zwakke-gemeente", "zwakke-gemeente", "voorbeeldstad"])
    let text = ReportFormat.gitlab.render(report)
    let found = text.split(separator: "\n").filter { $0.contains("\"fingerprint\"") }
    #expect(found.count > 70)
    // The first plan stands there twice, the last once.
    let last = report.plans.last?.findings.count { $0.kind == .problem } ?? 0
    #expect(Set(found).count * 2 == found.count + last)
  }

  @Test(
    "a comment stays within what code hosts take, and says what it left out",
    arguments: Language.allCases
  )
  func comment(language: Language) throws {
    let names = Array(repeating: "zwakke-gemeente", count: 12)
    let text = ReportFormat.markdown.render(try Examples.report(names, language))
    #expect(text.count <= 60_000)
    #expect(text.contains(language == .nl ? "Weggelaten:" : "Left out:"))
    let folds = Tag.all(in: text).filter { $0.name == "details" }
    #expect(folds.contains { !$0.isClosing })
    #expect(folds.count { $0.isClosing } == folds.count { !$0.isClosing })
  }

  @Test("a comment of many plans is cut in its table")
  func longTable() throws {
    var report = Fixture.report()
    report.plans = Array(repeating: report.plans[0], count: 2_000)
    #expect(ReportFormat.markdown.render(report).count <= 60_000)
  }

  @Test("a comment calls no one and refers to nothing")
  func mentions() {
    var report = Fixture.report()
    report.plans[0].programme = "@team #12 https://x.nl [a](b) <b> `c` *d*"
    let text = ReportFormat.markdown.render(report)
    #expect(!text.contains("@team"))
    #expect(!text.contains("#12"))
    #expect(!text.contains("https://x.nl"))
    #expect(!text.contains("[a](b)"))
    #expect(!text.contains("<b>"))
    #expect(text.contains("\\*d\\*"))
  }

  /// Splits a table as RFC 4180 has it.
  private static func cells(of text: String, separator: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text.drop(while: { $0 == "\u{FEFF}" }) {
      switch character {
      case "\"": isQuoted.toggle()
      case separator where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.append(character)
      }
    }
    return rows
  }
}

/// Counts elements, and adds up what the suites say.
private final class Counter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  private var attributes: [String: String] = [:]

  func total(_ name: String) -> Int? { attributes[name].flatMap(Int.init) }

  func parser(
    _ parser: XMLParser,
    didStartElement elementName: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    counts[elementName, default: 0] += 1
    if elementName == "testsuites" { self.attributes = attributes }
  }
}
