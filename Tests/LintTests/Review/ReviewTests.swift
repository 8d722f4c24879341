import Testing

@testable import Lint

@Suite("A review of many plans")
struct ReviewTests {
  private typealias Digest = DigestFixture

  @Test("every path is accounted for")
  func account() {
    var partial = Digest.plan("C")
    partial.status = .partial
    let account = Digest.review([Digest.plan("A"), Digest.plan("B", total: nil), partial]).account
    #expect(
      account == Review.Account(judged: 1, partial: 1, unreadable: 1, skipped: 2)
    )
    #expect(account.plans == 3)
  }

  @Test("the middle and the quarters lie where a hand puts them")
  func spread() throws {
    let spread = try #require(Spread([0.9, 0.1, 0.5, 0.3, 1]))
    #expect(spread.least == 0.1)
    #expect(spread.lowerQuarter == 0.3)
    #expect(spread.median == 0.5)
    #expect(spread.upperQuarter == 0.9)
    #expect(spread.greatest == 1)
    #expect(spread.tenths == [0, 1, 0, 1, 0, 1, 0, 0, 0, 2])
    let even = try #require(Spread([0, 0.2, 0.4, 1]))
    #expect(abs(even.median - 0.3) < 1e-12)
    #expect(abs(even.lowerQuarter - 0.15) < 1e-12)
    #expect(Spread([]) == nil)
  }

  @Test("a lesson is missed when even the best that can come is below half")
  func missed() {
    let lessons = Digest.review([
      Digest.plan("A", lessons: [ScoreInterval(low: 0.1, high: 0.4, basis: 0.7), nil]),
      Digest.plan("B", lessons: [ScoreInterval(low: 0.1, high: 0.6, basis: 0.5), nil]),
      Digest.plan("C", lessons: [Digest.sure(0.2), Digest.sure(1)]),
      Digest.plan("D", lessons: [ScoreInterval(low: 0, high: 1, basis: 0), Digest.sure(0.5)]),
    ]).lessons
    // The lowest first.
    #expect(lessons[0].missed == [2, 0])
    #expect(lessons[0].open == 1)
    #expect(lessons[0].spread?.count == 3)
    #expect(lessons[1].missed.isEmpty)
    #expect(lessons[1].notApplicable == 2)
  }

  @Test("what reads as 50 percent is not missed, what reads as 49 is")
  func rounding() {
    #expect(!LessonOverview.isMissed(Digest.sure(0.4951)))
    #expect(LessonOverview.isMissed(Digest.sure(0.4949)))
  }

  @Test("an unreadable plan counts for no lesson")
  func unreadable() {
    let lesson = Digest.review([Digest.plan("A", total: nil)]).lessons[0]
    #expect(lesson.spread == nil && lesson.notApplicable == 0 && lesson.open == 0)
  }

  @Test("a plan without a grade stays, but not among the grades")
  func withoutGrade() {
    var plan = Digest.plan("A", total: 0.1, lessons: [Digest.sure(0.3)])
    plan.score?.grade = nil
    let review = Digest.review([plan, Digest.plan("B", total: 0.7)])
    #expect(review.plans.count == 2)
    #expect(review.total?.count == 1)
    #expect(review.total?.median == 0.7)
    #expect(review.lessons[0].missed == [0])
  }

  @Test("rules and fields come by how many plans they are in, then by name")
  func order() {
    let field = { PlanDigest.Missing(field: $0, rules: $1) }
    let review = Digest.review([
      Digest.plan("A", failed: ["x", "z"], missing: [field("b", ["r2"]), field("a", ["r1"])]),
      Digest.plan("B", failed: ["z", "y"], missing: [field("b", ["r1"])]),
    ])
    #expect(review.rules.map(\.id) == ["z", "x", "y"])
    #expect(review.rules.map(\.plans) == [[0, 1], [0], [1]])
    #expect(review.rules.first?.title == "De z")
    #expect(review.fields.map(\.field) == ["b", "a"])
    #expect(review.fields.first?.rules == ["r1", "r2"])
  }

  @Test("a size class with four plans is not shown apart, one with five is")
  func sizeClasses() {
    let small = (1...4).map { Digest.plan("K\($0)", sizeClass: "klein") }
    let large = (1...5).map { number in
      Digest.plan(
        "G\(number)",
        sizeClass: "groot",
        total: Double(number) / 10,
        lessons: [Digest.sure(Double(number) / 5), number < 3 ? Digest.sure(1) : nil]
      )
    }
    let plans = small + large + [Digest.plan("X"), Digest.plan("Y", sizeClass: "reus")]
    let classes = Digest.review(plans, sizeClasses: ["klein", "midden", "groot"]).sizeClasses
    #expect(classes.groups.map(\.name) == ["groot"])
    #expect(classes.groups.first?.plans == 5)
    #expect(classes.groups.first?.total == 0.3)
    // Of the second lesson only two plans say something.
    #expect(classes.groups.first?.lessons == [0.6, nil])
    #expect(classes.small.map(\.name) == ["klein", "reus"])
    #expect(classes.unsaid == 1)
  }

  @Test("who lies beyond one and a half times the middle half stands apart, on either side")
  func outliers() {
    var plans = (0..<16).map { Digest.plan("P\($0)", total: 0.50 + Double($0 % 4) / 100) }
    plans[3] = Digest.plan("laag", total: 0.1)
    plans[9] = Digest.plan("hoog", total: 0.99)
    let outliers = Digest.review(plans).outliers
    #expect(outliers.map(\.plan) == [9, 3])
    #expect(outliers.map(\.isHigh) == [true, false])
  }

  @Test("with few plans, or when most are the same, none stands apart")
  func noOutliers() {
    let few = (0..<10).map { Digest.plan("P\($0)", total: 0.5 + Double($0 % 4) / 100) }
    #expect(Digest.review(few + [Digest.plan("laag", total: 0)]).outliers.isEmpty)
    let same = (0..<20).map { Digest.plan("P\($0)", total: 0.5) }
    #expect(Digest.review(same + [Digest.plan("laag", total: 0)]).outliers.isEmpty)
  }

  @Test("a review of nothing is empty")
  func empty() {
    let review = Digest.review([])
    #expect(review.total == nil && review.rules.isEmpty && review.overlaps.groups.isEmpty)
    #expect(review.lessons.allSatisfy { $0.spread == nil && $0.missed.isEmpty })
  }

  @Test("the digest of an example plan keeps its size class, its rules and its text")
  func digest() throws {
    let pack = try TestPack.load()
    let linter = Linter(pack: pack, language: .nl)
    let plan = linter.read(try TestPack.plan("voorbeeldstad"))
    let report = linter.report(plan)
    let digest = PlanDigest(report, of: plan)
    #expect(digest.sizeClass == "middelgroot")
    #expect(digest.lessons.count == pack.lessons.count)
    #expect(digest.sketch != nil)
    #expect(Set(digest.failed.map(\.rule)).count == digest.failed.count)
    let waiting = report.findings.filter { $0.kind == .undetermined && !$0.missing.isEmpty }
    #expect(Set(digest.missing.flatMap(\.rules)) == Set(waiting.map(\.rule)))
    #expect(pack.schema.sizeClasses == ["klein", "middelgroot", "groot"])
  }
}
