package import Lint

/// The forms in which the rules of a pack can be listed.
///
/// To add one: a file, a case and an arm.
package enum RuleListFormat: String, CaseIterable, Sendable {
  case text
  case json
  case markdown

  /// The list in this form, ending in a line end.
  package func render(
    _ pack: RulePack,
    language: Language,
    style: TextStyle = TextStyle()
  ) -> String {
    switch self {
    case .text: RuleTable(pack: pack, language: language, style: style).render()
    case .json: RuleListJSON(pack: pack, language: language).render()
    case .markdown: RuleListMarkdown(pack: pack, language: language).render()
    }
  }
}
