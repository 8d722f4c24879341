/// Where the points of a plan's score went: a row per rule, which add up exactly.
///
/// The theory, in four sentences. The points of the whole are handed down to the lessons by weight, from each lesson to
/// its rules by weight, and to a rule's subjects in equal parts; what has nothing that applies takes no part. A subject
/// that passes keeps its points; one that fails loses them; one that could not be judged has lost them in `low` and kept
/// them in `high`. So each lost point belongs to one subject, hence to one finding, whose gain it is. Which rules take
/// part hangs on what applies only, never on who passes, so that mending can only give points back.
package struct Ledger: Sendable {
  /// The account of one rule.
  package struct Row: Sendable {
    /// The rule's index in its pack.
    package var rule: Int
    /// The subjects that it applies to, those set aside left out.
    package var subjects = 0
    package var passed = 0
    package var undetermined = 0
    package var setAside = 0
    /// What the rule is worth; none when nothing applies.
    package var points = Points.none

    package var failed: Int { subjects - passed - undetermined }

    /// Counts what could not be judged as not passed.
    package var low: Points { points.first(passed, of: subjects) }

    /// Counts what could not be judged as passed.
    package var high: Points { points.first(passed + undetermined, of: subjects) }

    package var lost: Points { points - low }

    /// What the `index`th subject that did not pass gives back when it and those before it are mended.
    ///
    /// Equal for all but for the one point that division may leave, so that together they are all that was lost.
    package func gain(_ index: Int) -> Points {
      points.first(passed + index + 1, of: subjects) - points.first(passed + index, of: subjects)
    }
  }

  /// The account of one lesson.
  package struct Account: Sendable {
    package var points = Points.none
    package var low = Points.none
    package var high = Points.none

    /// Shares of what the lesson is worth; nil when nothing in it applies.
    package var interval: ScoreInterval? {
      guard points > .none else { return nil }
      let worth = Double(points.count)
      return ScoreInterval(low: Double(low.count) / worth, high: Double(high.count) / worth)
    }
  }

  /// One row per problem rule that was judged, in the pack's order.
  package let rows: [Row]
  /// One account per lesson, in the pack's order.
  package let lessons: [Account]
  /// What each verdict loses, in their order; none for those that pass, do not apply, or are set aside.
  package let gains: [Points]

  /// What the rules and lessons of a pack weigh.
  package struct Weights: Sendable {
    /// The lesson and weight of each rule, in the pack's order; nil for strengths, which have no part in the score.
    fileprivate let rules: [(lesson: Int, weight: Int)?]
    fileprivate let lessons: [Int]

    package init(_ pack: RulePack) {
      let places = Dictionary(
        pack.lessons.enumerated().map { ($1.id, $0) },
        uniquingKeysWith: { first, _ in first }
      )
      lessons = pack.lessons.map { max(0, $0.weight) }
      rules = pack.rules.map { compiled in
        guard compiled.rule.kind == .problem, let lesson = places[compiled.rule.lesson] else {
          return nil
        }
        return (lesson, max(0, compiled.rule.weight))
      }
    }
  }

  /// The ledger of verdicts, which stand together by rule, in the pack's order of rules.
  ///
  /// Verdicts whose index is in `setAside` are set aside by a deviation and count as not applicable.
  package init(_ weights: Weights, verdicts: [Verdict], setAside: Set<Int> = []) {
    var rows: [Row] = []
    rows.reserveCapacity(weights.rules.count)
    // The row of each verdict that loses something, if its points are not set aside.
    var losing: [(verdict: Int, row: Int)] = []
    for index in verdicts.indices {
      let (rule, outcome) = (verdicts[index].rule, verdicts[index].outcome)
      guard weights.rules[rule] != nil else { continue }
      if rows.isEmpty || rows[rows.count - 1].rule != rule { rows.append(Row(rule: rule)) }
      let isSetAside = !setAside.isEmpty && setAside.contains(index)
      rows[rows.count - 1].add(outcome, isSetAside: isSetAside)
      if !isSetAside, outcome == .fail || outcome == .undetermined {
        losing.append((index, rows.count - 1))
      }
    }
    let accounts = Self.handDown(to: &rows, weights)
    var gains = [Points](repeating: .none, count: verdicts.count)
    var (last, counted) = (-1, 0)
    for (verdict, row) in losing {
      counted = row == last ? counted + 1 : 0
      last = row
      gains[verdict] = rows[row].gain(counted)
    }
    self.rows = rows
    self.gains = gains
    lessons = accounts
  }

  /// Gives each row its points, and adds up the lessons.
  private static func handDown(to rows: inout [Row], _ weights: Weights) -> [Account] {
    var members = [[(row: Int, weight: Int)]](repeating: [], count: weights.lessons.count)
    for lesson in members.indices { members[lesson].reserveCapacity(16) }
    for (index, row) in rows.enumerated() where row.subjects > 0 {
      if let rule = weights.rules[row.rule], rule.weight > 0 {
        members[rule.lesson].append((index, rule.weight))
      }
    }
    let worth = zip(weights.lessons, members).map { $1.isEmpty ? 0 : $0 }
    return zip(Points.all.split(by: worth), members).map { points, members in
      var account = Account(points: points)
      for (member, share) in zip(members, points.split(by: members.map(\.weight))) {
        rows[member.row].points = share
        account.low += rows[member.row].low
        account.high += rows[member.row].high
      }
      return account
    }
  }

  /// Whether any rule applies.
  private var isEmpty: Bool { lessons.allSatisfy { $0.points == .none } }

  /// Counts what could not be judged as not passed.
  package var low: Points { lessons.reduce(.none) { $0 + $1.low } }

  /// Counts what could not be judged as passed; all when nothing applies, since nothing is known then.
  package var high: Points { isEmpty ? .all : lessons.reduce(.none) { $0 + $1.high } }

  /// All points that are not sure.
  package var lost: Points { .all - low }

  package var total: ScoreInterval { ScoreInterval(low: low.share, high: high.share) }
}

extension Ledger.Row {
  fileprivate mutating func add(_ outcome: Outcome, isSetAside: Bool) {
    if isSetAside {
      setAside += 1
      return
    }
    switch outcome {
    case .pass: passed += 1
    case .fail: break
    case .undetermined: undetermined += 1
    case .notApplicable: return
    }
    subjects += 1
  }
}

extension Ledger {
  /// The score of the plan; without a grade when it tells only part of itself, or too little of it could be judged.
  package func score(isComplete: Bool, pack: RulePack) -> Score {
    let isGraded = isComplete && total.basis >= Score.leastBasis
    let grade = isGraded ? Score.grade(low.share) : nil
    return Score(total: total, grade: grade, band: grade.flatMap(pack.band(for:)))
  }

  /// The lessons' scores, in the pack's order.
  package func lessonScores(in pack: RulePack, language: Language) -> [LessonScore] {
    zip(pack.lessons, lessons).map { lesson, account in
      LessonScore(
        id: lesson.id,
        title: lesson.title[language],
        weight: lesson.weight,
        interval: account.interval
      )
    }
  }
}
