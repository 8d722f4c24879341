import CEL
import SourceText
import YAML

extension Configuration {
  /// What it changes in the rules of a pack, or everything that does not fit that pack.
  package func settings(
    for pack: RulePack,
    language: Language
  ) -> Result<RuleSettings, ConfigurationReader.Failure> {
    var settings = RuleSettings()
    var diagnostics: [Diagnostic] = []
    func complain(_ problem: ConfigurationProblem, at range: SourceRange) {
      let words = problem.wording[language]
      diagnostics.append(
        Diagnostic(words.message, help: words.remedy, file: file, range: range)
      )
    }
    for entry in rules {
      let id = entry.rule.value
      guard let rule = pack.rule(id) else {
        let near = nearestName(to: id, among: pack.rules.map(\.rule.id))
        complain(.unknownRule(id, nearest: near), at: entry.rule.range)
        continue
      }
      switch entry.level?.value {
      case .off?: settings.off.insert(id)
      case .severity(let severity)?: settings.severities[id] = severity
      case nil: break
      }
      for (name, node) in entry.parameters {
        guard let slot = rule.slots.parameters.first(where: { $0.name == name.value }) else {
          let known = rule.slots.parameters.map(\.name)
          complain(
            .unknownParameter(
              name.value,
              of: id,
              nearest: nearestName(to: name.value, among: known),
              known: known
            ),
            at: name.range
          )
          continue
        }
        let expected = slot.value.parameterType
        guard let value = Value(parameter: node)?.fitting(expected) else {
          let written = file.text(in: node.range)
          complain(.wrongParameter(written, expected: expected), at: node.range)
          continue
        }
        settings.parameters[id, default: [:]][name.value] = value
      }
    }
    guard diagnostics.isEmpty else {
      return .failure(ConfigurationReader.Failure(diagnostics: diagnostics))
    }
    return .success(settings)
  }
}

extension Value {
  /// The value as one of a parameter's type; nil when it does not fit.
  ///
  /// A whole number may stand for one with decimals.
  fileprivate func fitting(_ type: CELType) -> Value? {
    if parameterType == type { return self }
    switch (kind, type) {
    case (.int(let number), .double): return Value(.double(Double(number)))
    case (.list(let list), .list(let element)):
      let elements = list.elements.compactMap { $0.fitting(element) }
      return elements.count == list.elements.count ? Value(.list(ListValue(elements))) : nil
    default: return nil
    }
  }
}
