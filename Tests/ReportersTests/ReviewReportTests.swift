import Foundation
import Lint
import Reporters
import SourceText
import TestSupport
import Testing

@Suite("Reviews, whole")
struct ReviewReportTests {
  @Test("every form, in Dutch and English", arguments: ReviewFormat.allCases, Language.allCases)
  func forms(format: ReviewFormat, language: Language) throws {
    let text = format.render(ReviewFixture.review(language), style: TextStyle(width: 80))
    try expectSnapshot(text, named: "review.\(language.rawValue).\(format.rawValue)")
  }

  @Test("a review of nothing has every form", arguments: ReviewFormat.allCases)
  func empty(format: ReviewFormat) {
    let text = format.render(ReviewFixture.review(plans: []))
    #expect(text.last?.isNewline == true)
  }

  @Test("no control character of a plan is in any form", arguments: ReviewFormat.allCases)
  func hostile(format: ReviewFormat) {
    let text = format.render(ReviewFixture.review())
    let controls = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && !["\n", "\r"].contains(scalar)
    }
    #expect(controls.isEmpty)
  }

  @Test("no line of the text is wider than the terminal", arguments: [40, 60, 80])
  func width(columns: Int) {
    let text = ReviewFormat.text.render(ReviewFixture.review(), style: TextStyle(width: columns))
    for line in text.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
  }

  @Test("what was written as json is read back by the next round")
  func roundTrip() throws {
    let review = ReviewFixture.review()
    let file = SourceFile(path: "r.json", text: ReviewFormat.json.render(review))
    let earlier = try EarlierReview.read(file, language: .nl).get()
    #expect(earlier.plans.map(\.path) == review.plans.map(\.path))
    #expect(earlier.plans.map(\.municipality) == review.plans.map(\.municipality))
    #expect(earlier.plans.map(\.grade) == review.plans.map { $0.score?.grade })
    #expect(earlier.plans[14].lessons == ["tijd": 0.05, "geld": 0.2])
    let again = ReviewComparison(from: earlier, to: review.plans, pack: review.pack)
    #expect(again.isSamePack && again.new.isEmpty && again.gone.isEmpty)
    #expect(again.plans.compactMap(\.total).allSatisfy { !$0.isUp && !$0.isDown })
  }

  @Test("the report of check can be compared with as well")
  func fromCheck() throws {
    let report = try Examples.report(["weert", "voorbeeldstad"])
    let file = SourceFile(path: "r.json", text: ReportFormat.json.render(report))
    let earlier = try EarlierReview.read(file, language: .nl).get()
    #expect(earlier.plans.map(\.municipality) == report.plans.map(\.municipality))
    #expect(earlier.plans.allSatisfy { $0.low != nil })
    // Of the lessons only those of which enough could be judged.
    #expect(earlier.plans[0].lessons.count < report.pack.lessons.count)
    #expect(earlier.plans[1].lessons.count == report.pack.lessons.count)
  }

  @Test("every plan is a row of csv, and no cell begins as a formula", arguments: Language.allCases)
  func table(language: Language) {
    let text = ReviewFormat.csv.render(ReviewFixture.review(language))
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == ReviewFixture.plans.count + 1)
    let separator = language == .nl ? "\";\"" : "\",\""
    #expect(Set(lines.map { $0.components(separatedBy: separator).count }).count == 1)
    #expect(!text.contains("\"=") && text.contains("\"'=a|b\""))
  }

  @Test("thousands of plans are reviewed and written in time that grows with their number")
  func many() {
    let plans = (0..<3000).map { number -> PlanDigest in
      var plan = ReviewFixture.plans[number % 14]
      plan.municipality = "Gemeente \(number)"
      return plan
    }
    let clock = ContinuousClock()
    let page = clock.measure { _ = ReviewFormat.html.render(ReviewFixture.review(plans: plans)) }
    // Holding every plan beside every other would take minutes.
    #expect(page < .seconds(60))
  }
}
