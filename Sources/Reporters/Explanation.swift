package import Lint

/// What a rule or lesson is about, for people who want to know more than a finding tells.
package struct Explanation: Sendable {
  private let pack: RulePack
  private let language: Language
  private let style: TextStyle

  package init(pack: RulePack, language: Language, style: TextStyle) {
    self.pack = pack
    self.language = language
    self.style = style
  }

  package func text(of rule: Rule) -> String {
    var parts = [
      style.paint(rule.title[language], .bold) + "\n" + facts(of: rule),
      section(choose("Waarom", "Why"), rule.why[language]),
    ]
    if let remedy = rule.remedy {
      parts.append(section(choose("Wat je kunt doen", "What you can do"), remedy[language]))
    }
    parts.append(list(choose("Bronnen", "Sources"), rule.citations.map(words)))
    if !rule.parameters.isEmpty {
      parts.append(list(choose("Drempels", "Thresholds"), rule.parameters.map(words)))
    }
    parts.append(examples(of: rule))
    parts.append(
      section(
        choose("Hoe de regel rekent", "How the rule computes"),
        expressions(of: rule),
        isVerbatim: true
      )
    )
    parts.append(section(choose("Afwijken", "Deviating"), deviation(from: rule)))
    return parts.joined(separator: "\n\n") + "\n"
  }

  package func text(of lesson: Lesson) -> String {
    let rules = pack.rules.map(\.rule).filter { $0.lesson == lesson.id }
    let width = rules.map(\.id.count).max() ?? 0
    let rows = rules.map { rule in
      rule.id + String(repeating: " ", count: width - rule.id.count) + "  " + rule.title[language]
    }
    return [
      style.paint(lesson.title[language], .bold),
      style.wrap(lesson.description[language], first: 0, indent: 0),
      style.paint(choose("Regels", "Rules"), .bold) + "\n"
        + rows.map { "  " + $0 }.joined(separator: "\n"),
    ].joined(separator: "\n\n") + "\n"
  }

  /// What to say of a name that is neither.
  package func unknown(_ name: String, nearest: String?) -> String {
    let name = TerminalText.visible(name)
    let suggestion = nearest.map { choose(" Bedoelde je «\($0)»?", " Did you mean “\($0)”?") } ?? ""
    return choose(
      "plantoets: «\(name)» is geen regel of les.\(suggestion)",
      "plantoets: “\(name)” is no rule or lesson.\(suggestion)"
    )
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

  private func facts(of rule: Rule) -> String {
    let lesson = pack.lesson(rule.lesson)?.title[language] ?? rule.lesson
    var facts = ["\(rule.id) · \(choose("les", "lesson")): \(lesson)"]
    switch rule.severity {
    case .fixed(let severity)?: facts.append(Terms(language: language).severity(severity))
    case .computed?:
      facts.append(choose("ernst hangt af van het plan", "severity depends on the plan"))
    case nil: facts.append(choose("sterk punt", "strength"))
    }
    return style.paint(facts.joined(separator: " · "), .dim)
  }

  private func section(_ title: String, _ text: String, isVerbatim: Bool = false) -> String {
    let body = isVerbatim ? text : "  " + style.wrap(text, first: 2, indent: 2)
    return style.paint(title, .bold) + "\n" + body
  }

  private func list(_ title: String, _ items: [String]) -> String {
    let rows = items.map { "  - " + style.wrap($0, first: 4, indent: 4) }
    return style.paint(title, .bold) + "\n" + rows.joined(separator: "\n")
  }

  private func words(_ citation: Citation) -> String {
    guard let source = pack.source(citation.document) else { return citation.document }
    let origin = [source.publisher, source.date].compactMap { $0 }.joined(separator: ", ")
    return "\(source.title) (\(origin)), «\(citation.section)»"
  }

  private func words(_ parameter: Rule.Parameter) -> String {
    let unit = parameter.unit.map { " " + $0 } ?? ""
    let basis =
      parameter.basis == .source
      ? choose("staat in de bron", "from the source")
      : choose("keuze van plantoets", "a choice of plantoets")
    return "\(parameter.name): \(parameter.written)\(unit) (\(basis))"
  }

  private func examples(of rule: Rule) -> String {
    let words: [(Outcome, String)] = [
      (.fail, choose("valt op", "is found")), (.pass, choose("in orde", "in order")),
      (.undetermined, choose("niet te beoordelen", "cannot be judged")),
      (.notApplicable, choose("niet van toepassing", "not applicable")),
    ]
    let rows = words.flatMap { outcome, word in
      rule.tests.filter { $0.expect == outcome }.map { "\(word): \($0.name)" }
    }
    return list(choose("Voorbeelden", "Examples"), rows)
  }

  private func expressions(of rule: Rule) -> String {
    var lines = rule.given.map { ("given", $0.text) }
    if let when = rule.when { lines.append(("when", when.text)) }
    lines += rule.variables.map { ($0.name, $0.expression.text) }
    lines.append(("assert", rule.assertion.text))
    return lines.map { name, text in
      let body = text.split(separator: "\n").joined(separator: "\n      ")
      return "  \(style.paint(name + ":", .cyan)) \(body)"
    }.joined(separator: "\n")
  }

  private func deviation(from rule: Rule) -> String {
    guard !rule.isMandatory else {
      return choose(
        "Deze regel wijst op een tegenspraak in het plan. Los die op; afwijken kan niet.",
        "This rule points at a contradiction in the plan. Solve it; it cannot be set aside."
      )
    }
    return choose(
      "Deze regel is advies. Je mag ervan afwijken als je een goede reden hebt.",
      "This rule is advice. You may deviate from it when you have a good reason."
    )
  }
}
