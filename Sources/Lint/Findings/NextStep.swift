/// The smallest set of findings whose mending reaches the next band, the cheapest effort first (DESIGN 8).
package struct NextStep: Sendable {
  /// The band that it reaches.
  package var band: LocalizedText
  /// The grade with all of them mended.
  package var grade: Double
  /// The fingerprints of the findings to mend, in the order to take them up.
  package var findings: [Fingerprint]
}

/// Looks for the next step.
///
/// The findings that gain most tell how many it takes. What it costs to mend one has few values, and of two that cost the
/// same the one that gains more is never the worse choice; so it is enough to try how many of each cost to take.
struct NextStepSearch {
  private struct Candidate {
    var fingerprint: Fingerprint
    var gain: Points
  }

  /// Problems by cost, each from high to low gain.
  private let problems: [[Candidate]]
  /// The same with what could not be judged, at a cost above all others: filling it in need not be enough.
  private let all: [[Candidate]]
  private let low: Points

  init(judgement: Judgement, ledger: Ledger, setAside: [Int: Int]) {
    var candidates: [[Candidate]] = [[], [], [], []]
    for (index, finding) in judgement.findings {
      guard finding.kind != .strength, setAside[index] == nil else { continue }
      let cost = finding.kind == .problem ? (finding.effort ?? .medium).cost : 3
      candidates[cost].append(
        Candidate(fingerprint: finding.fingerprint, gain: ledger.gains[index])
      )
    }
    let sorted = candidates.map { group in
      group.enumerated()
        .sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
        .map(\.element)
    }
    all = sorted
    problems = Array(sorted.dropLast())
    low = ledger.low
  }

  /// The next step; nil when there is no grade, or no higher band can be reached.
  func nextStep(from score: Score, in pack: RulePack) -> NextStep? {
    guard let grade = score.grade, let band = pack.header.bands.first(where: { $0.from > grade })
    else { return nil }
    let target = Self.least(for: band.from)
    guard
      let chosen = Self.smallest(of: problems, from: low, to: target)
        ?? Self.smallest(of: all, from: low, to: target)
    else { return nil }
    let reached = chosen.reduce(low) { $0 + $1.gain }
    return NextStep(
      band: band.title,
      grade: Score.grade(reached.share),
      findings: chosen.map(\.fingerprint)
    )
  }

  /// The fewest points whose grade, rounded as it is shown, is at least this one.
  static func least(for grade: Double) -> Points {
    var (low, high) = (0, Points.all.count)
    while low < high {
      let middle = (low + high) / 2
      if Score.grade(Points(middle).share) >= grade { high = middle } else { low = middle + 1 }
    }
    return Points(low)
  }

  /// The smallest choice that reaches the target; of those the cheapest, then the one that gains most.
  private static func smallest(
    of groups: [[Candidate]],
    from low: Points,
    to target: Points
  ) -> [Candidate]? {
    var reached = low
    var size = 0
    for candidate in groups.joined().sorted(by: { $0.gain > $1.gain }) where reached < target {
      reached += candidate.gain
      size += 1
    }
    guard size > 0, reached >= target else { return nil }
    let gains = groups.map { group in
      group.reduce(into: [Points.none]) { $0.append(($0.last ?? .none) + $1.gain) }
    }
    var best: (counts: [Int], cost: Int, gain: Points)?
    forEachChoice(of: size, from: groups.map(\.count)) { counts in
      let gain = zip(gains, counts).reduce(Points.none) { $0 + $1.0[$1.1] }
      guard low + gain >= target else { return }
      let cost = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      if let best, best.cost < cost || (best.cost == cost && best.gain >= gain) { return }
      best = (counts, cost, gain)
    }
    return best.map { best in zip(groups, best.counts).flatMap { $0.prefix($1) } }
  }

  /// Every way to take `size` things from groups of these sizes.
  private static func forEachChoice(
    of size: Int,
    from counts: [Int],
    _ body: ([Int]) -> Void
  ) {
    func choose(_ chosen: [Int], _ rest: Int) {
      guard chosen.count < counts.count else {
        if rest == 0 { body(chosen) }
        return
      }
      let later = counts[(chosen.count + 1)...].reduce(0, +)
      let least = max(0, rest - later)
      let most = min(rest, counts[chosen.count])
      guard least <= most else { return }
      for count in least...most { choose(chosen + [count], rest - count) }
    }
    choose([], size)
  }
}

extension Effort {
  /// What it costs, to compare sets with.
  fileprivate var cost: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
