import CEL
import SourceText

/// What a review keeps of one plan: no more than some kilobytes, so that thousands fit in memory.
package struct PlanDigest: Sendable {
  /// A field that the plan lacks, with the rules that wait for it.
  package struct Missing: Hashable, Sendable {
    /// The field, with items of a list taken together: `activiteiten[…].budget`.
    package var field: String
    /// By id, in the order in which they were met.
    package var rules: [String]

    package init(field: String, rules: [String]) {
      self.field = field
      self.rules = rules
    }
  }

  /// A rule that found something to improve.
  package struct Found: Hashable, Sendable {
    package var rule: String
    package var title: String

    package init(rule: String, title: String) {
      self.rule = rule
      self.title = title
    }
  }

  /// One copy of what many plans have alike, so that each of them costs little memory.
  package struct Shared: Sendable {
    fileprivate var found: Set<Found> = []
    fileprivate var missing: Set<Missing> = []

    package init() {}
  }

  package var path: String
  package var status: PlanReport.Status
  package var municipality: String?
  package var programme: String?
  /// The plan's `gemeente.grootteklasse`.
  package var sizeClass: String?
  /// Nil when the plan is unreadable.
  package var score: Score?
  /// In the pack's order; nil where nothing of the lesson applies.
  package var lessons: [ScoreInterval?]
  /// What was found and not set aside, each rule once.
  package var failed: [Found]
  package var missing: [Missing]
  /// What kept the plan, or a part of it, from being read.
  package var trouble: String?
  /// Nil when there is too little text to compare.
  package var sketch: TextSketch?
  /// Where the plan's own page stands, as seen from the review's; nil without one.
  package var page: String?

  package init(
    path: String,
    status: PlanReport.Status = .judged,
    municipality: String? = nil,
    programme: String? = nil,
    sizeClass: String? = nil,
    score: Score? = nil,
    lessons: [ScoreInterval?] = [],
    failed: [Found] = [],
    missing: [Missing] = [],
    trouble: String? = nil,
    sketch: TextSketch? = nil,
    page: String? = nil
  ) {
    self.path = path
    self.status = status
    self.municipality = municipality
    self.programme = programme
    self.sizeClass = sizeClass
    self.score = score
    self.lessons = lessons
    self.failed = failed
    self.missing = missing
    self.trouble = trouble
    self.sketch = sketch
    self.page = page
  }
}

extension PlanDigest {
  /// Sums up a plan with what was found in it.
  package init(_ report: PlanReport, of plan: Plan?) {
    let counted = report.findings.filter { $0.deviation == nil }
    self.init(
      path: report.file.path,
      status: report.status,
      municipality: report.municipality,
      programme: report.programme,
      sizeClass: plan?.sizeClass,
      score: report.score,
      lessons: report.lessons.map(\.interval),
      failed: Self.failed(in: counted),
      missing: Self.missing(in: counted),
      trouble: report.status == .judged ? nil : Self.trouble(in: report.findings),
      sketch: plan.flatMap { TextSketch(Shingles($0)) }
    )
  }

  private static func failed(in findings: [Finding]) -> [Found] {
    var seen: Set<String> = []
    return findings.compactMap { finding in
      guard finding.kind == .problem, seen.insert(finding.rule).inserted else { return nil }
      return Found(rule: finding.rule, title: finding.title)
    }
  }

  /// What is wrong with the file's YAML, else with its form.
  private static func trouble(in findings: [Finding]) -> String? {
    let form = findings.filter { $0.lesson == nil && $0.severity == .error }
    return (form.first { $0.rule == "yaml-syntax" } ?? form.first)?.message
  }

  private static func missing(in findings: [Finding]) -> [Missing] {
    var missing: [Missing] = []
    var places: [String: Int] = [:]
    for finding in findings where finding.kind == .undetermined {
      for path in finding.missing {
        let field = Gap.field(of: path.hasPrefix("$.") ? String(path.dropFirst(2)) : path)
        let place = places[field] ?? missing.count
        if place == missing.count {
          places[field] = place
          missing.append(Missing(field: field, rules: []))
        }
        if missing[place].rules.last != finding.rule, !missing[place].rules.contains(finding.rule) {
          missing[place].rules.append(finding.rule)
        }
      }
    }
    return missing
  }

  /// What the plan scores for certain, when that is enough for a grade.
  var gradedShare: Double? { score?.grade == nil ? nil : score?.total.low }

  /// Takes what is known already from there.
  package mutating func share(_ known: inout Shared) {
    failed = failed.map { known.found.insert($0).memberAfterInsert }
    missing = missing.map { known.missing.insert($0).memberAfterInsert }
  }
}

extension Plan {
  /// The word for how large the municipality is.
  package var sizeClass: String? {
    guard case .string(let word)? = value(at: ["gemeente", "grootteklasse"])?.kind else {
      return nil
    }
    return word
  }
}

extension PlanSchema {
  /// The words for how large a municipality is, in the schema's order; none when the schema has no such field.
  package var sizeClasses: [String] {
    guard case .structure(let plan) = planType,
      case .structure(let municipality)? = type(of: "gemeente", in: plan),
      case .enumeration(let words)? = type(of: "grootteklasse", in: municipality)
    else { return [] }
    return words
  }

  private func type(of field: String, in structure: String) -> CELType? {
    structures.first { $0.name == structure }?.fields.first { $0.name == field }?.type
  }
}
