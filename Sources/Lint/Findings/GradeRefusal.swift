/// Why a plan that was judged gets no grade, and what would help.
package struct GradeRefusal: Sendable {
  package enum Reason: String, Sendable {
    /// The plan says of itself that it does not tell all.
    case incomplete
    /// Less than half of it could be judged.
    case basis
  }

  package var reason: Reason
  /// The facts that would tell most, the widest gap first.
  package var gaps: [Gap]

  /// The sentence that says so, with what would help.
  package func sentence(in language: Language) -> String {
    let reason: LocalizedText =
      switch reason {
      case .incomplete:
        .init(
          nl: "Geen rapportcijfer: dit plan zegt van zichzelf dat het niet alles meldt.",
          en: "No grade: this plan says of itself that it does not tell all."
        )
      case .basis:
        .init(
          nl: "Geen rapportcijfer: minder dan de helft van het plan is te beoordelen.",
          en: "No grade: less than half of the plan could be judged."
        )
      }
    return [reason[language], help(in: language)].compactMap { $0 }.joined(separator: " ")
  }

  /// Which facts would tell most; nil when nothing is missing.
  package func help(in language: Language) -> String? {
    guard !gaps.isEmpty else { return nil }
    let fields = gaps.map { $0.field.hasPrefix("$.") ? String($0.field.dropFirst(2)) : $0.field }
    let list = ValueFormatter(language: language).enumeration(fields)
    let help = LocalizedText(
      nl: "Dit invullen zegt het meest: \(list).",
      en: "Filling in this would tell most: \(list)."
    )
    return help[language]
  }
}

extension PlanReport {
  /// Why there is no grade; nil when there is one, or when the plan could not be judged at all.
  package var gradeRefusal: GradeRefusal? {
    guard let score, score.grade == nil else { return nil }
    return GradeRefusal(reason: isComplete ? .basis : .incomplete, gaps: gaps)
  }
}
