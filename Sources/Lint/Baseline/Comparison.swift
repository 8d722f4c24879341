/// What changed between two runs.
package struct Comparison: Sendable {
  /// What changed in one plan; a plan that only one of the runs has, has nil on the other side.
  package struct PlanChange: Sendable {
    package var path: String
    package var earlier: EarlierReport.Plan?
    package var later: EarlierReport.Plan?
    /// Problems that are gone.
    package var mended: [EarlierReport.Finding] = []
    /// Problems that are set aside now.
    package var setAside: [EarlierReport.Finding] = []
    package var new: [EarlierReport.Finding] = []
    package var still: [EarlierReport.Finding] = []
    /// Lessons whose `low` differs, in the later run's order.
    package var lessons: [(title: String, from: Double, to: Double)] = []

    /// Whether anything is otherwise than it was.
    package var isChanged: Bool {
      guard let earlier, let later else { return true }
      return earlier.isReadable != later.isReadable || earlier.low != later.low
        || !lessons.isEmpty || !(mended + setAside + new).isEmpty
    }

    /// Whether the score fell, the plan can no longer be read, or it has a new error.
    package var isWorse: Bool {
      guard let earlier, let later else { return false }
      if earlier.isReadable, !later.isReadable { return true }
      if let from = earlier.low, let to = later.low, to < from { return true }
      return new.contains { $0.severity == .error }
    }
  }

  /// In the later run's order; those that are gone come last.
  package let plans: [PlanChange]
  /// Whether both runs judged by the same rules.
  package let isSamePack: Bool

  package var isWorse: Bool { plans.contains(where: \.isWorse) }

  package init(from earlier: EarlierReport, to later: EarlierReport) {
    isSamePack = earlier.packDigest == later.packDigest
    let before = Dictionary(
      earlier.plans.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let after = Set(later.plans.map(\.path))
    plans =
      later.plans.map { Self.change(from: before[$0.path], to: $0) }
      + earlier.plans.filter { !after.contains($0.path) }.map {
        PlanChange(path: $0.path, earlier: $0, later: nil)
      }
  }

  private static func change(
    from earlier: EarlierReport.Plan?,
    to later: EarlierReport.Plan
  ) -> PlanChange {
    var change = PlanChange(path: later.path, earlier: earlier, later: later)
    guard let earlier else { return change }
    var known: [String: Int] = [:]
    for finding in earlier.findings where finding.isCounted {
      known[finding.fingerprint, default: 0] += 1
    }
    for finding in later.findings where finding.isCounted || finding.isSetAside {
      let isKnown = known[finding.fingerprint, default: 0] > 0
      if isKnown { known[finding.fingerprint, default: 0] -= 1 }
      switch (isKnown, finding.isSetAside) {
      case (true, false): change.still.append(finding)
      case (true, true): change.setAside.append(finding)
      case (false, false): change.new.append(finding)
      case (false, true): break
      }
    }
    // Of findings that are alike the last ones are gone.
    change.mended = earlier.findings.reversed().filter { finding in
      guard finding.isCounted, known[finding.fingerprint, default: 0] > 0 else { return false }
      known[finding.fingerprint, default: 0] -= 1
      return true
    }.reversed()
    let lessons = Dictionary(
      earlier.lessons.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    change.lessons = later.lessons.compactMap { lesson in
      guard let from = lessons[lesson.id]?.low, let to = lesson.low, from != to else { return nil }
      return (lesson.title, from, to)
    }
    return change
  }
}
