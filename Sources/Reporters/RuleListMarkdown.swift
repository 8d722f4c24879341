import Lint

/// The rules of a pack as a page: what each lesson says, its rules, the thresholds and the sources.
struct RuleListMarkdown {
  private let pack: RulePack
  private let terms: RuleTerms

  init(pack: RulePack, language: Language) {
    self.pack = pack
    self.terms = RuleTerms(language: language)
  }

  func render() -> String {
    let parts = [heading, contents] + pack.lessons.map(section) + [thresholds, sources]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var language: Language { terms.language }

  private func choose(_ nl: String, _ en: String) -> String { terms.choose(nl, en) }

  private var heading: String {
    """
    # \(escaped(pack.header.title[language]))

    <!-- \(choose("Gemaakt met", "Made by")): plantoets rules --format markdown\(language == .en ? " --lang en" : "") -->

    \(terms.count(of: pack)). \(choose(
      "Meer over een regel of les: `plantoets explain NAAM`.",
      "More on a rule or lesson: `plantoets explain NAME`."
    ))
    """
  }

  private var contents: String {
    let rows = pack.lessons.map { lesson in
      let count = rules(of: lesson).count
      return "| [\(escaped(lesson.title[language]))](#\(lesson.id)) | \(lesson.weight) | \(count) |"
    }
    let head = choose("| les | gewicht | regels |", "| lesson | weight | rules |")
    return ([head, "|---|--:|--:|"] + rows).joined(separator: "\n")
  }

  private func rules(of lesson: Lesson) -> [CompiledRule] {
    pack.rules.filter { $0.rule.lesson == lesson.id }
  }

  private func section(_ lesson: Lesson) -> String {
    let rows = rules(of: lesson).map(\.rule).map { rule in
      let link = "[`\(rule.id)`](\(pack.header.id)/\(rule.lesson)/\(rule.id).yaml)"
      let places = rule.citations.map { "\($0.document), «\(escaped($0.section))»" }
      return "| \(link) | \(terms.severity(of: rule)) | \(escaped(rule.title[language])) | "
        + "\(places.joined(separator: "; ")) |"
    }
    let head = choose("| regel | ernst | titel | bron |", "| rule | severity | title | source |")
    return """
      <a id="\(lesson.id)"></a>

      ## \(escaped(lesson.title[language]))

      \(escaped(lesson.description[language]))

      \(([head, "|---|---|---|---|"] + rows).joined(separator: "\n"))
      """
  }

  private var thresholds: String {
    let rows = pack.rules.flatMap { compiled in
      compiled.thresholds(in: language).map { parameter, shown in
        "| `\(compiled.rule.id)` | `\(parameter.name)` | \(escaped(shown)) | "
          + "\(escaped(parameter.unit ?? "")) | \(terms.basis(parameter.basis)) |"
      }
    }
    let head = choose(
      "| regel | drempel | waarde | eenheid | grond |",
      "| rule | threshold | value | unit | basis |"
    )
    return """
      ## \(choose("Drempels", "Thresholds"))

      \(choose(
        "De bronnen noemen bijna geen getallen. Een drempel die wij zelf kozen, heet een keuze van plantoets.",
        "The sources name almost no figures. A threshold that we chose ourselves is called a choice of plantoets."
      ))

      \(([head, "|---|---|--:|---|---|"] + rows).joined(separator: "\n"))
      """
  }

  private var sources: String {
    let rows = pack.header.sources.map { source in
      let origin = [source.publisher, source.date].compactMap { $0 }.joined(separator: ", ")
      let title = source.url.map { "[\(escaped(source.title))](\($0))" } ?? escaped(source.title)
      return "- `\(source.id)`: \(title) (\(escaped(origin)))"
    }
    return "## \(choose("Bronnen", "Sources"))\n\n" + rows.joined(separator: "\n")
  }

  /// A text of the pack, with what Markdown or HTML would read as its own made plain.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
