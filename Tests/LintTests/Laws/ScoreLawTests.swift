import CEL
import Foundation
import TestSupport
import Testing

@testable import Lint

/// The laws of DESIGN 8, on the real pack and generated plans.
///
/// `PLANTOETS_LAW_PLANS` sets another number of plans.
@Suite("Score laws")
struct ScoreLawTests {
  static let count =
    ProcessInfo.processInfo.environment["PLANTOETS_LAW_PLANS"].flatMap { Int($0) } ?? 10_000

  static let examples = [
    "assen", "brunssum", "midden-groningen", "stichtse-vecht", "voorbeeldstad", "weert",
    "zwakke-gemeente",
  ]

  @Test("every law holds for every rule, and for the score, on generated plans")
  func laws() async throws {
    let pack = try TestPack.load()
    let examples = try Self.examples.map { name in
      PlanTree(try #require(YAMLText.root(of: TestPack.plan(name))))
    }
    let trial = LawTrial(
      laws: RuleLaws(pack: pack),
      generator: TreeGenerator(schema: pack.schema, examples: examples)
    )
    let lanes = max(2, ProcessInfo.processInfo.activeProcessorCount)
    let outcome = await withTaskGroup(of: LawTrial.Outcome.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          trial.run(seeds: stride(from: lane, to: Self.count, by: lanes).map { UInt64($0) })
        }
      }
      return await group.reduce(into: LawTrial.Outcome()) { $0.merge($1) }
    }

    for complaint in trial.complaints(about: outcome) { Issue.record("\(complaint)") }
    // A law that is never put to the test holds for everything.
    for law in RuleLaw.allCases { #expect(outcome.tried[law, default: 0] > Self.count / 10) }
  }
}
