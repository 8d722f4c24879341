/// Makes plans such as municipalities write: all sections or some, in several notations, of a given size.
///
/// The same seed gives the same bytes on every machine. One plan in five has a mistake in its form; its YAML is
/// always in order, so that other readers get as far as plantoets does.
package struct PlanGenerator: Sendable {
  /// About how long a plan is, in UTF-8 bytes; plans differ by up to 15%.
  package var bytes: Int

  private static let heading = "# Verzonnen plan om mee te meten; deze gemeente bestaat niet.\n"

  package init(bytes: Int = 14_000) {
    self.bytes = bytes
  }

  package func text(seed: UInt64) -> String {
    let draft = PlanDraft(seed: seed)
    var random = SplitMix(seed: seed ^ 0x5EED)
    let layout = PlanLayout(widest: [60, 110, 240].picked(&random))
    let wanted = bytes / 100 * Int.random(in: 92...108, using: &random)
    let mistake = random.oneIn(5) ? PlanMistake.allCases.picked(&random) : nil
    func text(activities count: Int) -> String {
      var tree = plan(draft, seed: seed, activities: count)
      if let mistake { tree = mistake.made(in: tree, activity: count / 2) }
      return Self.heading + layout.text(tree)
    }
    // The number of activities that gives the size: a plan grows about as much with each.
    var (count, best) = (4, text(activities: 4))
    let growth = max(200, (text(activities: 12).utf8.count - best.utf8.count) / 8)
    for _ in 0..<3 {
      let next = max(2, count + (wanted - best.utf8.count) / growth)
      if next == count { break }
      (count, best) = (next, text(activities: next))
    }
    return best
  }

  private func plan(_ draft: PlanDraft, seed: UInt64, activities count: Int) -> PlanTree {
    // Every part has random numbers of its own, so that the others stay as they are when an activity is added.
    func part(_ number: UInt64, _ write: (inout PlanDraft) -> PlanTree?) -> PlanTree? {
      var writer = draft
      writer.random = SplitMix(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ number)
      return write(&writer)
    }
    func optional(_ number: UInt64, _ write: (inout PlanDraft) -> PlanTree) -> PlanTree? {
      part(number) { $0.answers() ? write(&$0) : nil }
    }
    let activities = (1...count).compactMap { activity in
      part(100 + UInt64(activity)) { $0.activity(activity) }
    }
    return .fields([
      "plantoets": .scalar("1"),
      "peildatum": optional(1) { $0.day(after: 2...8) },
      "herkomst": part(2) { $0.origin() },
      "gemeente": part(3) { $0.municipality() },
      "programma": part(4) { $0.programme() },
      "ambitie": optional(5) { $0.prose(1...2) },
      "probleemanalyse": part(6) { $0.problemCount > 0 ? $0.analysis() : nil },
      "themas": part(7) { $0.themes() },
      "doelgroepen": part(8) { $0.groups() },
      "activiteiten": .list(activities),
      "financiering": part(9) { $0.funding() },
      "begroting": optional(10) { $0.budget(activities: count) },
      "planning": optional(11) { $0.planning() },
      "monitoring": optional(12) { $0.monitoring(activities: count) },
      "samenwerking": part(13) { $0.cooperation() },
      "participatie": optional(14) { $0.participation() },
      "organisatie": optional(15) { $0.organisation() },
      "borging": optional(16) { $0.continuation(activities: count) },
      "verantwoording": optional(17) { $0.accountability() },
      "risicos": optional(18) { $0.risks() },
      "toelichting": part(19) { $0.remark() },
    ])
  }
}
