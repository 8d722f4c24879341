import Lint

/// The words in which rules are listed and explained.
struct RuleTerms {
  let language: Language

  func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  var rule: String { choose("regel", "rule") }
  var lesson: String { choose("les", "lesson") }
  var severity: String { choose("ernst", "severity") }
  var title: String { choose("titel", "title") }

  /// What kind of finding a rule gives.
  func severity(of rule: Rule) -> String {
    switch rule.severity {
    case .fixed(let severity)?: Terms(language: language).severity(severity)
    case .computed?: choose("hangt af van het plan", "depends on the plan")
    case nil: choose("sterk punt", "strength")
    }
  }

  func effort(_ effort: Effort) -> String {
    switch effort {
    case .low: choose("weinig werk", "little work")
    case .medium: choose("wat werk", "some work")
    case .high: choose("veel werk", "much work")
    }
  }

  /// `144 regels in 12 lessen: 120 verbeterpunten en 24 sterke punten`
  func count(of pack: RulePack) -> String {
    let rules = pack.rules.map(\.rule)
    let strengths = rules.count { $0.kind == .strength }
    return choose(
      "\(rules.count) regels in \(pack.lessons.count) lessen: \(rules.count - strengths) verbeterpunten en \(strengths) sterke punten",
      "\(rules.count) rules in \(pack.lessons.count) lessons: \(rules.count - strengths) problems and \(strengths) strengths"
    )
  }

  func basis(_ basis: Rule.Basis) -> String {
    switch basis {
    case .source: choose("staat in de bron", "from the source")
    case .judgement: choose("keuze van plantoets", "a choice of plantoets")
    }
  }
}
