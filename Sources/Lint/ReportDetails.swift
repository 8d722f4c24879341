/// What a report of a plan tells beside its problems.
///
/// Each takes time to find out, and not every form shows it. What is left out of a report changes nothing else in it.
package struct ReportDetails: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Nothing but the problems.
  package static let problemsAlone: ReportDetails = []
  /// The paths of findings, and fingerprints that know them again; without, paths are empty and fingerprints tell only rules apart.
  package static let identities = ReportDetails(rawValue: 16)
  /// The operands that decided a finding.
  package static let evidence = ReportDetails(rawValue: 1)
  /// What could not be judged, as findings.
  package static let openQuestions = ReportDetails(rawValue: 2)
  /// What is strong, as findings; without, the rules that look for it are not judged.
  package static let strengths = ReportDetails(rawValue: 32)
  /// The scores of the plan and its lessons, and what mending each finding would gain.
  package static let scores = ReportDetails(rawValue: 64)
  /// The facts whose telling would narrow the score's interval most.
  package static let gaps: ReportDetails = [ReportDetails(rawValue: 4), .scores]
  /// The next step, which names findings; open questions may be among them.
  package static let nextStep: ReportDetails = [
    ReportDetails(rawValue: 8), .openQuestions, .identities, .scores,
  ]

  /// Whether what undetermined verdicts wait for is told somewhere.
  var tellMissing: Bool { contains(.openQuestions) || contains(.gaps) }

  /// Whether something is made of verdicts that have no finding among the problems and strengths.
  var needVerdicts: Bool { tellMissing || contains(.scores) }

  package static let all: ReportDetails = [
    .identities, .evidence, .openQuestions, .strengths, .scores, .gaps, .nextStep,
  ]
}
