import Synchronization

/// What a report says of the pack that judged, in the report's language.
package struct PackSummary: Sendable {
  package var id: String
  package var version: String
  /// A hash of the pack's files: two runs with the same digest used the same rules.
  package var digest: String
  package var title: String
  package var sources: [Source]
  /// In the pack's order.
  package var lessons: [LessonSummary]
  private let kept: RuleSummaries

  /// A summary of which that of the rules is made when somebody asks.
  package init(
    id: String,
    version: String,
    digest: String,
    title: String,
    sources: [Source],
    lessons: [LessonSummary],
    rules: @autoclosure @escaping @Sendable () -> [RuleSummary]
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.title = title
    self.sources = sources
    self.lessons = lessons
    kept = RuleSummaries(rules)
  }

  /// By lesson, then id.
  package var rules: [RuleSummary] { kept.all }
}

/// What a report says of rules, which copies of a summary share.
private final class RuleSummaries: Sendable {
  private let kept = Mutex<[RuleSummary]?>(nil)
  private let make: @Sendable () -> [RuleSummary]

  init(_ make: @escaping @Sendable () -> [RuleSummary]) {
    self.make = make
  }

  var all: [RuleSummary] { kept.value(orMake: make) }
}

/// What a report says of a lesson.
package struct LessonSummary: Sendable {
  package var id: String
  package var title: String
  package var weight: Int
  /// What the sources say of it, in our own words.
  package var description: String
}

/// What a report says of a rule, whatever it found.
package struct RuleSummary: Sendable {
  /// A number that the rule compares with.
  package struct Threshold: Sendable {
    package var name: String
    package var value: String
    package var unit: String?
    package var basis: Rule.Basis
  }

  package var id: String
  package var lesson: String
  package var kind: Rule.Kind
  /// Nil for strengths, and where it depends on the plan.
  package var severity: Severity?
  package var weight: Int
  package var effort: Effort?
  package var title: String
  package var why: String
  package var remedy: String?
  package var citations: [Citation]
  package var thresholds: [Threshold]
  /// Whether a plan may not set it aside.
  package var isMandatory: Bool
}

extension RuleSummary {
  init(_ rule: Rule, language: Language) {
    let severity: Severity? =
      if case .fixed(let severity)? = rule.severity { severity } else { nil }
    self.init(
      id: rule.id,
      lesson: rule.lesson,
      kind: rule.kind,
      severity: severity,
      weight: rule.weight,
      effort: rule.effort,
      title: rule.title[language],
      why: rule.why[language],
      remedy: rule.remedy?[language],
      citations: rule.citations,
      thresholds: rule.parameters.map { parameter in
        Threshold(
          name: parameter.name,
          value: parameter.written,
          unit: parameter.unit,
          basis: parameter.basis
        )
      },
      isMandatory: rule.isMandatory
    )
  }
}
