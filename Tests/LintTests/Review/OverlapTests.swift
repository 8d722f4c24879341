import Lint
import TestSupport
import Testing

@Suite("Plans that share text")
struct OverlapTests {
  private typealias Digest = DigestFixture

  /// Sentences of words that are made up.
  private static func text(_ count: Int, seed: UInt64) -> String {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in "w\(Int.random(in: 0..<5000, using: &random))" }
      .joined(separator: " ")
  }

  private static func shingles(_ texts: String...) -> Shingles {
    var shingles = Shingles()
    for text in texts { shingles.add(text, in: "ambitie") }
    return shingles
  }

  @Test(
    "a sketch tells the share of text within what its slots allow",
    arguments: [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0]
  )
  func estimate(share: Double) throws {
    var errors: [Double] = []
    for seed in 0..<40 {
      let seed = UInt64(seed * 10)
      let common = Self.text(Int(600 * share), seed: seed)
      let left = Self.shingles(common, Self.text(Int(600 * (1 - share)), seed: seed + 1))
      let right = Self.shingles(common, Self.text(Int(600 * (1 - share)), seed: seed + 2))
      let keys = (Set(left.places.keys), Set(right.places.keys))
      let exact = Double(keys.0.intersection(keys.1).count) / Double(keys.0.union(keys.1).count)
      let sketches = (try #require(TextSketch(left)), try #require(TextSketch(right)))
      let estimate = sketches.0.similarity(to: sketches.1)
      #expect(abs(estimate - exact) < 0.2)
      errors.append(estimate - exact)
    }
    // On the whole it is neither too high nor too low.
    #expect(abs(errors.reduce(0, +) / Double(errors.count)) < 0.03)
  }

  @Test("also for a text with fewer shingles than slots", arguments: [0.2, 0.5, 0.8])
  func small(share: Double) throws {
    var errors: [Double] = []
    for seed in 0..<60 {
      let seed = UInt64(seed * 10 + 7)
      let common = Self.text(Int(70 * share) + 3, seed: seed)
      let left = Self.shingles(common, Self.text(Int(70 * (1 - share)) + 3, seed: seed + 1))
      let right = Self.shingles(common, Self.text(Int(70 * (1 - share)) + 3, seed: seed + 2))
      let keys = (Set(left.places.keys), Set(right.places.keys))
      let exact = Double(keys.0.intersection(keys.1).count) / Double(keys.0.union(keys.1).count)
      let sketches = (try #require(TextSketch(left)), try #require(TextSketch(right)))
      errors.append(sketches.0.similarity(to: sketches.1) - exact)
    }
    #expect(abs(errors.reduce(0, +) / Double(errors.count)) < 0.05)
  }

  @Test("capitals, signs and line ends make no difference; another word does")
  func normalised() {
    let plain = Self.shingles("samen werken wij aan taal")
    #expect(Self.shingles("Samen, werken\nWIJ: «aan» taal!").places == plain.places)
    #expect(Self.shingles("samen werken wij aan sport").places != plain.places)
    #expect(Self.shingles("te kort dit").places.isEmpty)
  }

  @Test("plans with half of their text alike are one group, with the share and the section")
  func groups() throws {
    let shared = Self.text(300, seed: 1)
    let plans = (0..<30).map { number -> PlanDigest in
      let own = Self.text(number % 10 == 4 ? 60 : 360, seed: UInt64(100 + number))
      return Digest.plan("P\(number)", text: number % 10 == 4 ? "\(shared) \(own)" : own)
    }
    let overlaps = Digest.review(plans).overlaps
    #expect(overlaps.compared == 30)
    #expect(overlaps.groups.map(\.plans) == [[4, 14, 24]])
    let group = try #require(overlaps.groups.first)
    #expect(group.shares.lowerBound > 0.55 && group.shares.upperBound < 0.85)
    #expect(group.sections == ["activiteiten"])
  }

  @Test("what more than half of the plans say is a template's and makes no group")
  func template() {
    let template = Self.text(400, seed: 2)
    let plans = (0..<40).map { number in
      Digest.plan("P\(number)", text: template + " " + Self.text(150, seed: UInt64(200 + number)))
    }
    let overlaps = Digest.review(plans).overlaps
    #expect(overlaps.groups.isEmpty)
    #expect(overlaps.common > 0.6 && overlaps.common < 0.85)
  }

  @Test("two plans that share what they wrote themselves are told apart from the template")
  func withinTemplate() {
    let template = Self.text(300, seed: 3)
    let own = Self.text(300, seed: 4)
    let plans = (0..<40).map { number in
      let text = number == 5 || number == 31 ? own : Self.text(300, seed: UInt64(300 + number))
      return Digest.plan("P\(number)", text: template + " " + text)
    }
    #expect(Digest.review(plans).overlaps.groups.map(\.plans) == [[5, 31]])
  }

  @Test("a plan with hardly any text is not compared")
  func little() {
    let plans = [Digest.plan("A", text: "dit is een korte tekst"), Digest.plan("B")]
    #expect(Digest.review(plans).overlaps.compared == 0)
  }

  @Test("the text of a plan is told by its section, and words to choose from are no text")
  func sections() throws {
    let linter = Linter(pack: try TestPack.load(), language: .nl)
    let shingles = Shingles(linter.read(try TestPack.plan("voorbeeldstad")))
    let sections = Set(shingles.places.values.map { shingles.sections[Int($0)] })
    #expect(sections.contains("activiteiten") && sections.contains("probleemanalyse"))
    #expect(!sections.contains("peildatum"))
  }
}
