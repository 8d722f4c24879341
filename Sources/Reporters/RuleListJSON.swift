import Lint

/// The rules of a pack for programs; members are only ever added.
struct RuleListJSON {
  private let pack: RulePack
  private let language: Language

  init(pack: RulePack, language: Language) {
    self.pack = pack
    self.language = language
  }

  func render() -> String {
    JSONText.object([
      ("schemaVersion", .int(1)),
      (
        "pack",
        .object([
          ("id", .string(pack.header.id)), ("version", .string(pack.header.version)),
          ("digest", .string(pack.digest)), ("title", .string(pack.header.title[language])),
        ])
      ),
      ("lessons", .array(pack.lessons.map(lesson))),
      ("sources", .array(pack.header.sources.map(source))),
      ("rules", .array(pack.rules.map(rule))),
    ]).indented + "\n"
  }

  private func lesson(_ lesson: Lesson) -> JSONText {
    .object([
      ("id", .string(lesson.id)), ("weight", .int(Int64(lesson.weight))),
      ("title", .string(lesson.title[language])),
      ("description", .string(lesson.description[language])),
    ])
  }

  private func source(_ source: Source) -> JSONText {
    .object([
      ("id", .string(source.id)), ("title", .string(source.title)),
      ("publisher", .string(source.publisher)), ("date", optional(source.date)),
      ("url", optional(source.url)),
    ])
  }

  private func rule(_ compiled: CompiledRule) -> JSONText {
    let rule = compiled.rule
    return .object([
      ("id", .string(rule.id)), ("lesson", .string(rule.lesson)),
      ("kind", .string(rule.kind.rawValue)),
      ("severity", severity(of: rule)), ("severityExpression", severityExpression(of: rule)),
      ("weight", .int(Int64(rule.weight))), ("effort", optional(rule.effort?.rawValue)),
      ("mandatory", .bool(rule.isMandatory)), ("title", .string(rule.title[language])),
      ("why", .string(rule.why[language])), ("remedy", optional(rule.remedy?[language])),
      ("thresholds", .array(compiled.thresholds.map(threshold))),
      ("reads", .array(compiled.pathsRead.map(JSONText.string))),
      (
        "sources",
        .array(
          rule.citations.map {
            .object([("document", .string($0.document)), ("section", .string($0.section))])
          }
        )
      ), ("tests", .int(Int64(rule.tests.count))),
    ])
  }

  private func severity(of rule: Rule) -> JSONText {
    if case .fixed(let severity)? = rule.severity { .string(severity.rawValue) } else { .null }
  }

  /// What a severity that depends on the plan is computed by.
  private func severityExpression(of rule: Rule) -> JSONText {
    if case .computed(let expression)? = rule.severity { .string(expression.text) } else { .null }
  }

  private func threshold(_ parameter: Rule.Parameter, _ value: PlainValue) -> JSONText {
    .object([
      ("name", .string(parameter.name)), ("value", JSONText(value)),
      ("unit", optional(parameter.unit)), ("basis", .string(parameter.basis.rawValue)),
    ])
  }

  private func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }
}
