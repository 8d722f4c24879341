package import Lint

/// What a rule or lesson is about, for people who want to know more than a finding tells.
package struct Explanation: Sendable {
  private let pack: RulePack
  private let terms: RuleTerms
  private let style: TextStyle

  package init(pack: RulePack, language: Language, style: TextStyle) {
    self.pack = pack
    self.terms = RuleTerms(language: language)
    self.style = style
  }

  package func text(of compiled: CompiledRule) -> String {
    let rule = compiled.rule
    var parts = [
      style.paint(rule.title[language], .bold) + "\n" + facts(of: rule),
      section(choose("Waarom", "Why"), rule.why[language]),
    ]
    if let remedy = rule.remedy {
      parts.append(section(choose("Wat je kunt doen", "What you can do"), remedy[language]))
    }
    parts += RuleTester(pack: pack).examples(of: compiled, in: language).map {
      text(of: $0, rule.kind)
    }
    parts.append(list(choose("Bronnen", "Sources"), rule.citations.map(words)))
    if !rule.parameters.isEmpty {
      parts.append(list(choose("Drempels", "Thresholds"), thresholds(of: compiled)))
    }
    parts.append(deviation(from: rule))
    parts.append(list(choose("Velden die de regel leest", "Fields it reads"), compiled.pathsRead))
    parts.append(tests(of: rule))
    parts.append(
      section(
        choose("Hoe de regel rekent", "How the rule computes"),
        expressions(of: rule),
        isVerbatim: true
      )
    )
    return parts.joined(separator: "\n\n") + "\n"
  }

  package func text(of lesson: Lesson) -> String {
    let rules = pack.rules.map(\.rule).filter { $0.lesson == lesson.id }
    let width = rules.map(\.id.count).max() ?? 0
    let severities = rules.map(terms.severity)
    let severityWidth = severities.map(TerminalText.width).max() ?? 0
    let rows = zip(rules, severities).map { rule, severity in
      let gap = String(repeating: " ", count: width - rule.id.count)
      let second = String(
        repeating: " ",
        count: severityWidth - TerminalText.width(of: severity)
      )
      return "  \(rule.id)\(gap)  \(severity)\(second)  \(rule.title[language])"
    }
    let weight = choose("gewicht \(lesson.weight)", "weight \(lesson.weight)")
    return [
      style.paint(lesson.title[language], .bold) + "\n"
        + style.paint("\(lesson.id) · \(weight)", .dim),
      section(
        choose("Wat de bronnen zeggen", "What the sources say"),
        lesson.description[language]
      ),
      style.paint(choose("Regels", "Rules"), .bold) + "\n" + rows.joined(separator: "\n"),
    ].joined(separator: "\n\n") + "\n"
  }

  /// What to say of a name that is neither.
  package func unknown(_ name: String, nearest: String?) -> String {
    let name = TerminalText.visible(name)
    let suggestion = nearest.map { choose(" Bedoelde je «\($0)»?", " Did you mean “\($0)”?") } ?? ""
    return choose(
      "plantoets: «\(name)» is geen regel of les.\(suggestion) Alle regels: plantoets rules",
      "plantoets: “\(name)” is no rule or lesson.\(suggestion) All rules: plantoets rules"
    )
  }

  private var language: Language { terms.language }

  private func choose(_ nl: String, _ en: String) -> String { terms.choose(nl, en) }

  private func facts(of rule: Rule) -> String {
    let lesson = pack.lesson(rule.lesson)?.title[language] ?? rule.lesson
    var facts = ["\(rule.id) · \(terms.lesson): \(lesson)", terms.severity(of: rule)]
    if rule.kind == .problem {
      facts.append(choose("gewicht \(rule.weight)", "weight \(rule.weight)"))
    }
    if let effort = rule.effort { facts.append(terms.effort(effort)) }
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

  private func thresholds(of compiled: CompiledRule) -> [String] {
    compiled.thresholds(in: language).map { parameter, shown in
      let unit = parameter.unit.map { " " + $0 } ?? ""
      return "\(parameter.name): \(shown)\(unit) (\(terms.basis(parameter.basis)))"
    }
  }

  /// A plan as far as it matters, and what is said of it.
  private func text(of example: RuleExample, _ kind: Rule.Kind) -> String {
    let word = terms.example(example.outcome, of: kind)
    let title = choose("Voorbeeld", "Example") + " (\(word)): \(example.name)"
    var lines = [style.paint(title, .bold)]
    lines += example.plan.map { "  " + style.paint(TerminalText.visible($0), .cyan) }
    if let message = example.message {
      lines.append("  → " + style.wrap(message, first: 4, indent: 4))
    }
    return lines.joined(separator: "\n")
  }

  private func tests(of rule: Rule) -> String {
    let rows = Outcome.examples(of: rule.kind).flatMap { outcome in
      rule.tests.filter { $0.expect == outcome }.map {
        "\(terms.example(outcome, of: rule.kind)): \($0.name)"
      }
    }
    return list(choose("Alle voorbeelden", "All examples"), rows)
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
    let title = choose("Afwijken", "Deviating")
    guard rule.kind == .problem else {
      return section(
        title,
        choose(
          "Dit is een sterk punt. Er is niets om van af te wijken.",
          "This is a strength. There is nothing to deviate from."
        )
      )
    }
    guard !rule.isMandatory else {
      return section(
        title,
        choose(
          "Deze regel wijst op een tegenspraak in het plan. Los die op. Afwijken kan niet.",
          "This rule points at a contradiction in the plan. Solve it. It cannot be set aside."
        )
      )
    }
    let advice = choose(
      "Deze regel is advies. Heb je een goede reden om het anders te doen? Zet die dan in je plan:",
      "This rule is advice. Do you have a good reason to do otherwise? Then put it in your plan:"
    )
    return section(title, advice) + "\n" + snippet(for: rule)
  }

  /// What a plan says to set a rule aside.
  private func snippet(for rule: Rule) -> String {
    [
      "uitzonderingen:", "  - regel: \(rule.id)",
      "    reden: \(choose("waarom de regel hier niet past", "why the rule does not fit here"))",
      "    door: \(choose("de functie van wie dit besloot", "the function of who decided this"))",
    ].map { "    " + style.paint($0, .cyan) }.joined(separator: "\n")
  }
}
