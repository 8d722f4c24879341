package import SourceText

/// Everything about one run, as a value; reporters turn it into text.
package struct Report: Sendable {
  package var tool: Tool
  package var pack: PackSummary
  package var language: Language
  /// In the order in which the paths were given and found.
  package var plans: [PlanReport]
  /// Files in searched folders that are no plans.
  package var skipped: Int

  package init(
    tool: Tool,
    pack: PackSummary,
    language: Language,
    plans: [PlanReport],
    skipped: Int
  ) {
    self.tool = tool
    self.pack = pack
    self.language = language
    self.plans = plans
    self.skipped = skipped
  }

  package struct Tool: Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Counts over all plans.
  package struct Summary: Hashable, Sendable {
    package var plans = 0
    package var judged = 0
    package var partial = 0
    package var unreadable = 0
    package var skipped = 0
    package var errors = 0
    package var warnings = 0
    package var infos = 0
    package var hints = 0
    package var undetermined = 0
    package var strengths = 0

    fileprivate mutating func add(_ other: Summary) {
      plans += other.plans
      judged += other.judged
      partial += other.partial
      unreadable += other.unreadable
      skipped += other.skipped
      errors += other.errors
      warnings += other.warnings
      infos += other.infos
      hints += other.hints
      undetermined += other.undetermined
      strengths += other.strengths
    }
  }

  /// What is told of all plans together, gathered from one after another.
  package struct Tally: Sendable {
    package private(set) var summary = Summary()
    /// The rule of the first of the gravest problems that belong to a lesson.
    package var gravestRule: String? { gravest?.rule }
    private var gravest: (rule: String, severity: Severity)?

    /// A tally of no plans yet, beside so many files that are none.
    package init(skipped: Int = 0) {
      summary.skipped = skipped
    }

    /// Counts one more plan.
    package mutating func add(_ plan: PlanReport) {
      summary.plans += 1
      switch plan.status {
      case .judged: summary.judged += 1
      case .partial: summary.partial += 1
      case .unreadable: summary.unreadable += 1
      }
      for finding in plan.findings {
        if finding.deviation == nil { count(finding) }
        guard finding.kind == .problem, finding.lesson != nil, let severity = finding.severity,
          gravest.map({ severity > $0.severity }) ?? true
        else { continue }
        gravest = (finding.rule, severity)
      }
    }

    private mutating func count(_ finding: Finding) {
      switch (finding.kind, finding.severity) {
      case (.undetermined, _): summary.undetermined += 1
      case (.strength, _): summary.strengths += 1
      case (.problem, .error?): summary.errors += 1
      case (.problem, .warning?): summary.warnings += 1
      case (.problem, .info?): summary.infos += 1
      case (.problem, .hint?), (.problem, nil): summary.hints += 1
      }
    }

    /// Counts the plans of another tally, which come after.
    package mutating func add(_ later: Tally) {
      summary.add(later.summary)
      guard let other = later.gravest, gravest.map({ other.severity > $0.severity }) ?? true
      else { return }
      gravest = other
    }
  }

  package var tally: Tally {
    var tally = Tally(skipped: skipped)
    for plan in plans { tally.add(plan) }
    return tally
  }

  package var summary: Summary { tally.summary }

  /// The gravest severity of any problem.
  package var gravest: Severity? {
    plans.lazy.flatMap(\.findings).filter(\.isCounted).compactMap(\.severity).max()
  }
}

/// What was found in one plan.
package struct PlanReport: Sendable {
  package enum Status: String, Sendable {
    case judged
    /// A section could not be read; the others were judged.
    case partial
    /// Nothing could be judged.
    case unreadable
  }

  package var file: SourceFile
  package var status: Status
  package var municipality: String?
  package var programme: String?
  /// Whether the plan says all there is, so that absence means something.
  package var isComplete: Bool
  /// Nil when the plan is unreadable, or scores were not asked for.
  package var score: Score?
  package var lessons: [LessonScore]
  /// By place, then rule id.
  package var findings: [Finding]
  /// The rules that the plan sets aside, in its order.
  package var deviations: [Deviation] = []
  /// The score as if nothing were set aside; nil when nothing is.
  package var scoreWithoutDeviations: Score?
  /// Nil when there is no grade, or no higher band.
  package var nextStep: NextStep?
  /// How the score came about; nil when there is none.
  package var ledger: Ledger?
  /// The facts whose telling would narrow the score's interval most, the widest first.
  package var gaps: [Gap] = []
}
