import Lint
import Reporters
import Testing

@Suite("The review as a page")
struct ReviewPageTests {
  private static func page(_ language: Language = .nl) -> String {
    ReviewFormat.html.render(ReviewFixture.review(language))
  }

  /// The page without its script, in which `<` compares.
  private static func markup(_ page: String) -> String {
    guard let start = page.firstRange(of: "<script>"), let end = page.firstRange(of: "</script>")
    else { return page }
    return String(page[..<start.lowerBound] + page[end.upperBound...])
  }

  @Test("the page is whole, in both languages", arguments: Language.allCases)
  func whole(language: Language) {
    let page = Self.markup(Self.page(language))
    #expect(PageTests.unbalanced(page) == nil)
    PageTests.expectHeadings(page)
    PageTests.expectAnchors(page)
    PageTests.expectNothingFromElsewhere(page)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(page.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;"))
    #expect(!Tag.all(in: page).contains { ["b", "i", "betalen", "dorp"].contains($0.name) })
  }

  @Test("the one script asks nothing of elsewhere")
  func script() {
    let page = Self.page()
    #expect(Tag.all(in: page).count { $0.name == "script" && !$0.isClosing } == 1)
    for forbidden in ["fetch", "XMLHttp", "import(", "http:", "https:", "eval", "innerHTML"] {
      #expect(!page.contains(forbidden))
    }
  }

  @Test("the matrix has a row for every plan, by name, and its headers say of what they are")
  func matrix() throws {
    let page = Self.page()
    let tags = Tag.all(in: page)
    let rows = tags.compactMap { $0.attribute("id") }.filter { $0.wholeMatch(of: #/p\d+/#) != nil }
    #expect(rows.count == ReviewFixture.plans.count)
    #expect(Set(rows).count == rows.count)
    // 's-Hertogendam stands under the h, what has no municipality last.
    let order = ["Gemeente 0<", "&#39;s-Hertogendam<", "Laagdorp<", "Opendorp<", "weg.yaml<"]
    let body = try #require(page.split(separator: "<tbody>").first { $0.contains("id=\"p0\"") })
    let places = order.map { body.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(page.contains("Dubbelstad · Een<") && page.contains("Dubbelstad · Twee<"))
    let headers = tags.filter { $0.name == "th" && !$0.isClosing }
    #expect(headers.allSatisfy { $0.attribute("scope") != nil })
  }

  @Test("every cell says its number, and a missed or unsure one is told without colour")
  func cells() {
    let page = Self.page()
    #expect(page.contains("<td class=\"c1 m\">20–40</td>"))
    #expect(page.contains("<td class=\"o\">0–100</td>"))
    #expect(page.contains("<td class=\"o\">geen <small>30–95%</small></td>"))
    #expect(page.contains("<td class=\"unread\" colspan=\"3\">niet te lezen</td>"))
  }

  @Test("every drawing has a title and its numbers in words")
  func drawings() {
    let page = Self.page()
    let drawings = Tag.all(in: page).filter { $0.name == "svg" && !$0.isClosing }
    #expect(drawings.count == 2)
    #expect(drawings.allSatisfy { $0.attribute("role") == "img" })
    #expect(page.contains("Verdeling van «Samen &lt;betalen&gt;»"))
    #expect(page.contains("1 plan van 0 tot 10%"))
  }
}
