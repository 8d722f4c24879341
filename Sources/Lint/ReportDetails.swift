/// What a report of a plan tells beside its problems, its strengths and its scores.
///
/// Each takes time to find out, and not every form shows it. What is left out of a report changes nothing else in it.
package struct ReportDetails: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The paths of findings, and fingerprints that know them again; without, paths are empty and fingerprints tell only rules apart.
  package static let identities = ReportDetails(rawValue: 16)
  /// The operands that decided a finding.
  package static let evidence = ReportDetails(rawValue: 1)
  /// What could not be judged, as findings.
  package static let openQuestions = ReportDetails(rawValue: 2)
  /// The facts whose telling would narrow the score's interval most.
  package static let gaps = ReportDetails(rawValue: 4)
  /// The next step, which names findings; open questions may be among them.
  package static let nextStep: ReportDetails = [
    ReportDetails(rawValue: 8), .openQuestions, .identities,
  ]

  package static let all: ReportDetails = [
    .identities, .evidence, .openQuestions, .gaps, .nextStep,
  ]
}
