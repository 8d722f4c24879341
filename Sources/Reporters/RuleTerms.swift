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

  /// How many rules there are, as “144 regels in 12 lessen: 120 verbeterpunten en 24 sterke punten”.
  func count(of pack: RulePack) -> String {
    let rules = pack.rules.map(\.rule)
    let strengths = rules.count { $0.kind == .strength }
    let problems = rules.count - strengths
    let all =
      quantity(rules.count, nl: ("regel", "regels"), en: ("rule", "rules")) + " in "
      + quantity(pack.lessons.count, nl: ("les", "lessen"), en: ("lesson", "lessons"))
    let kinds = [
      quantity(problems, nl: ("verbeterpunt", "verbeterpunten"), en: ("problem", "problems")),
      quantity(strengths, nl: ("sterk punt", "sterke punten"), en: ("strength", "strengths")),
    ]
    return "\(all): \(kinds.joined(separator: choose(" en ", " and ")))"
  }

  private func quantity(_ count: Int, nl: (String, String), en: (String, String)) -> String {
    let words = language == .nl ? nl : en
    return "\(count) \(count == 1 ? words.0 : words.1)"
  }

  /// What a test of a rule is an example of.
  func example(_ outcome: Outcome, of kind: Rule.Kind) -> String {
    switch (outcome, kind) {
    case (.fail, .problem): choose("valt op", "is found")
    case (.pass, .problem): choose("in orde", "in order")
    case (.pass, .strength): choose("sterk punt", "strength")
    case (.fail, .strength): choose("geen sterk punt", "no strength")
    case (.undetermined, _): choose("niet te beoordelen", "cannot be judged")
    case (.notApplicable, _): choose("niet van toepassing", "not applicable")
    }
  }

  func basis(_ basis: Rule.Basis) -> String {
    switch basis {
    case .source: choose("staat in de bron", "from the source")
    case .judgement: choose("keuze van plantoets", "a choice of plantoets")
    }
  }
}
