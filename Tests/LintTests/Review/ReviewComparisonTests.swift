import SourceText
import Testing

@testable import Lint

@Suite("A review beside an earlier one")
struct ReviewComparisonTests {
  private typealias Digest = DigestFixture

  private func earlier(
    _ municipality: String?,
    _ programme: String? = nil,
    path: String,
    low: Double? = 0.5,
    lessons: [String: Double] = [:]
  ) -> EarlierReview.Plan {
    EarlierReview.Plan(
      path: path,
      municipality: municipality,
      programme: programme,
      low: low,
      grade: nil,
      lessons: lessons
    )
  }

  private func comparison(
    _ plans: [EarlierReview.Plan],
    _ digests: [PlanDigest],
    pack: String? = "fnv1a64:1"
  ) throws -> ReviewComparison {
    let earlier = EarlierReview(packDigest: pack, plans: plans)
    return try #require(Digest.review(digests, earlier: earlier).comparison)
  }

  @Test("plans are matched by municipality and programme wherever they stand, else by path")
  func matching() throws {
    let comparison = try comparison(
      [
        earlier("Assen", "NPO", path: "oud/a.yaml", low: 0.4),
        earlier(nil, path: "b.yaml", low: 0.7), earlier("Weg", path: "weg.yaml"),
      ],
      [
        Digest.plan("Nieuw", path: "n.yaml"), Digest.plan(nil, path: "b.yaml", total: 0.5),
        Digest.plan("ASSEN", path: "nieuw/a.yaml", programme: "npo", total: 0.6),
      ]
    )
    #expect(comparison.plans.map(\.plan) == [1, 2])
    #expect(comparison.plans.compactMap(\.total).map(\.isUp) == [false, true])
    #expect(comparison.plans.compactMap(\.total).map(\.isDown) == [true, false])
    #expect(comparison.new == [0])
    #expect(comparison.gone.map(\.path) == ["weg.yaml"])
    #expect(comparison.isSamePack)
  }

  @Test("two plans of one municipality and programme are told apart by path")
  func ambiguous() throws {
    let comparison = try comparison(
      [earlier("A", path: "1.yaml", low: 0.1), earlier("A", path: "2.yaml", low: 0.2)],
      [Digest.plan("A", path: "2.yaml"), Digest.plan("A", path: "1.yaml")]
    )
    #expect(comparison.plans.compactMap(\.total).map(\.from) == [0.2, 0.1])
    #expect(comparison.gone.isEmpty && comparison.new.isEmpty)
  }

  @Test("lessons tell how many plans moved which way, and the median then and now")
  func lessons() throws {
    let comparison = try comparison(
      [
        earlier("A", path: "a", lessons: ["tijd": 0.2, "geld": 0.5]),
        earlier("B", path: "b", lessons: ["tijd": 0.4]),
        earlier("C", path: "c", lessons: ["tijd": 0.6]),
        earlier("D", path: "d", lessons: ["tijd": 0.1]),
      ],
      [
        Digest.plan("A", lessons: [Digest.sure(0.3), Digest.sure(0.502)]),
        Digest.plan("B", lessons: [Digest.sure(0.1)]),
        Digest.plan("C", lessons: [Digest.sure(0.9), Digest.sure(0.9)]),
        // Of this one too little is known now.
        Digest.plan("D", lessons: [ScoreInterval(low: 0, high: 0.9)]),
      ],
      pack: "fnv1a64:2"
    )
    let time = comparison.lessons[0]
    #expect([time.up, time.same, time.down] == [2, 0, 1])
    #expect(time.median?.from == 0.4)
    #expect(time.median?.to == 0.3)
    // Less than half a percent is no movement.
    let money = comparison.lessons[1]
    #expect([money.up, money.same, money.down] == [0, 1, 0])
    #expect(!comparison.isSamePack)
  }

  @Test("a plan that cannot be read any more has no movement but is not gone")
  func unreadable() throws {
    let comparison = try comparison(
      [earlier("A", path: "a.yaml")],
      [Digest.plan(nil, path: "a.yaml", total: nil)]
    )
    #expect(comparison.plans.count == 1)
    #expect(comparison.plans[0].total == nil)
    #expect(comparison.gone.isEmpty)
  }

  @Test(
    "a file that is no review is refused with a place",
    arguments: [
      ("", "r.json:1:1: Dit is geen rapport"),
      ("{\"schemaVersion\": 3, \"plans\": []}", "Deze versie (3) ken ik niet"),
      ("{\"schemaVersion\": 1}", "de lijst «plans»"),
      ("{\"schemaVersion\": 1, \"plans\": [{}]}", "r.json:1:32: Hier ontbreekt «path»."),
      (
        "{\"schemaVersion\": 1, \"plans\": [{\"path\": \"p\", \"findings\": []}]}",
        "r.json:1:1: Hier staan geen scores in."
      ),
    ]
  )
  func refused(text: String, expected: String) {
    let result = EarlierReview.read(SourceFile(path: "r.json", text: text), language: .nl)
    guard case .failure(let failure) = result else {
      Issue.record("it was read")
      return
    }
    let found = failure.diagnostics.map(\.description)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }
}
