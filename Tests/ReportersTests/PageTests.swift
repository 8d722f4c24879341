import Foundation
import Lint
import Reporters
import TestSupport
import Testing

@Suite("The report as a page")
struct PageTests {
  @Test("the page of every example plan is whole and small", arguments: Examples.names)
  func examples(name: String) throws {
    let page = ReportFormat.html.render(try Examples.report([name]))
    #expect(page.utf8.count < 300_000)
    #expect(Self.unbalanced(page) == nil)
    Self.expectHeadings(page)
    Self.expectAnchors(page)
    Self.expectNothingFromElsewhere(page)
  }

  @Test("a page of several plans is whole", arguments: Language.allCases)
  func several(language: Language) throws {
    let page = ReportFormat.html.render(try Examples.report(["weert", "voorbeeldstad"], language))
    #expect(Self.unbalanced(page) == nil)
    Self.expectHeadings(page)
    Self.expectAnchors(page)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
  }

  @Test("hostile text opens no element", arguments: Language.allCases)
  func hostile(language: Language) {
    let page = ReportFormat.html.render(Fixture.report(language))
    #expect(Self.unbalanced(page) == nil)
    #expect(page.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;"))
    // The only elements named `b` are those of the counts.
    let bold = Tag.all(in: page).count { $0.name == "b" && !$0.isClosing }
    #expect(bold == 12)
    Self.expectAnchors(page)
    Self.expectHeadings(page)
    Self.expectNothingFromElsewhere(page)
  }

  @Test("an address that is none of the web is no link")
  func links() {
    var report = Fixture.report()
    report.pack.sources[0].url = "javascript:alert(1)"
    #expect(!ReportFormat.html.render(report).contains("javascript:"))
    report.pack.sources[0].url = "https://voorbeeld.nl/\"><b>"
    let page = ReportFormat.html.render(report)
    #expect(page.contains("href=\"https://voorbeeld.nl/&quot;&gt;&lt;b&gt;\""))
  }

  @Test("of a rule that finds hundreds of things a page shows some and counts the rest")
  func many() {
    var report = Fixture.report()
    let all = (0..<500).map { number in
      var finding = Fixture.problem
      finding.message = "Bevinding \(number)."
      return finding
    }
    report.plans = [report.plans[0]]
    report.plans[0].findings = all
    let page = ReportFormat.html.render(report)
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("Bevinding 65."))
    #expect(!page.contains("Bevinding 66."))
    #expect(page.contains("en nog 434"))
  }

  /// Nothing that a browser would fetch or run.
  static func expectNothingFromElsewhere(_ page: String) {
    let tags = Tag.all(in: page)
    let names = Set(tags.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "base"]))
    #expect(tags.allSatisfy { $0.attribute("src") == nil && $0.attribute("style") == nil })
    for forbidden in ["url(", "@import"] {
      #expect(page.range(of: forbidden) == nil)
    }
  }

  /// Ids are there once, and every link within the page leads somewhere.
  static func expectAnchors(_ page: String) {
    let tags = Tag.all(in: page)
    let ids = tags.compactMap { $0.attribute("id") }
    let links = tags.compactMap { $0.attribute("href") }.filter { $0.hasPrefix("#") }
    #expect(Set(ids).count == ids.count)
    #expect(Set(links.map { String($0.dropFirst()) }).subtracting(ids).isEmpty)
    #expect(!links.isEmpty)
  }

  /// One heading of the first level, and none that skips a level on the way down.
  static func expectHeadings(_ page: String) {
    let levels = Tag.all(in: page)
      .filter { $0.name.count == 2 && $0.name.hasPrefix("h") && !$0.isClosing }
      .compactMap { Int($0.name.dropFirst()) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  /// The first tag that does not match, if any.
  static func unbalanced(_ page: String) -> String? {
    var open: [String] = []
    for tag in Tag.all(in: page) where !["meta", "input"].contains(tag.name) {
      if !tag.isClosing {
        open.append(tag.name)
      } else if open.popLast() != tag.name {
        return tag.text
      }
    }
    return open.last
  }
}
