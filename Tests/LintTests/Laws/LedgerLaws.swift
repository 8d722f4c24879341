@testable import Lint

/// The laws that a ledger keeps whatever the verdicts are.
struct LedgerLaws {
  let weights: Ledger.Weights
  let verdicts: [Verdict]
  let ledger: Ledger

  init(_ weights: Ledger.Weights, verdicts: [Verdict], _ ledger: Ledger) {
    self.weights = weights
    self.verdicts = verdicts
    self.ledger = ledger
  }

  var failures: [String] { accounts + mending + deviating }

  /// Interval, ledger and gains agree.
  private var accounts: [String] {
    var failures: [String] = []
    if ledger.low > ledger.high { failures.append("low is above high") }
    if ledger.low < .none || ledger.high > .all { failures.append("the score is outside 0 to 1") }
    for lesson in ledger.lessons where lesson.low > lesson.high || lesson.high > lesson.points {
      failures.append("a lesson's low is above its high, or its high above all")
    }
    let worth = ledger.lessons.reduce(Points.none) { $0 + $1.points }
    if worth != .all, worth != .none { failures.append("the lessons are worth \(worth.count)") }
    let lost = ledger.rows.reduce(Points.none) { $0 + $1.lost }
    if worth == .all, lost != ledger.lost { failures.append("the rows do not add up") }
    let gains = ledger.gains.reduce(Points.none, +)
    if worth == .all, gains != ledger.lost {
      failures.append("gains are \(gains.count), lost is \(ledger.lost.count)")
    }
    return failures
  }

  /// Mending a subject gives back its gain, and lowers nothing.
  private var mending: [String] {
    var failures: [String] = []
    let lost = verdicts.indices.filter { ledger.gains[$0] > .none }
    // The first and last, and one between: the others are the same sum.
    for index in Set([lost.first, lost.last, lost.dropFirst(lost.count / 2).first]) {
      guard let index else { continue }
      var mended = verdicts
      mended[index].outcome = .pass
      let after = Ledger(weights, verdicts: mended)
      let gain = (after.low - ledger.low).count
      if abs(gain - ledger.gains[index].count) > 1 {
        failures.append("gain \(ledger.gains[index].count), measured \(gain)")
      }
      if gain < 0 || after.high < ledger.high { failures.append("mending lowers the total") }
      for (old, new) in zip(ledger.lessons, after.lessons)
      where new.low < old.low || new.high < old.high || new.points != old.points {
        failures.append("mending lowers a lesson")
      }
    }
    return failures
  }

  /// Setting findings aside never lowers the score.
  private var deviating: [String] {
    let lost = verdicts.indices.filter { ledger.gains[$0] > .none }
    guard let first = lost.first, let middle = lost.dropFirst(lost.count / 2).first else {
      return []
    }
    let after = Ledger(weights, verdicts: verdicts, setAside: [first, middle])
    if after.low < ledger.low, after.lessons.contains(where: { $0.points > .none }) {
      return ["setting aside lowers the total by \((ledger.low - after.low).count)"]
    }
    return []
  }
}
