package import CEL

/// What a configuration or the command line changes in the rules of a pack.
///
/// A rule that is off takes no part in the score. Another severity changes what is shown and what fails a run, not the
/// weight, so that scores of different municipalities stay comparable.
package struct RuleSettings: Sendable {
  /// The rules that are off, by id.
  package var off: Set<String>
  package var severities: [String: Severity]
  /// Values for parameters, by rule and name.
  package var parameters: [String: [String: Value]]
  /// When not empty, only these rules and lessons are judged.
  package var selected: Set<String>
  /// Rules and lessons that are not judged.
  package var ignored: Set<String>

  package init(
    off: Set<String> = [],
    severities: [String: Severity] = [:],
    parameters: [String: [String: Value]] = [:],
    selected: Set<String> = [],
    ignored: Set<String> = []
  ) {
    self.off = off
    self.severities = severities
    self.parameters = parameters
    self.selected = selected
    self.ignored = ignored
  }

  /// Whether a rule is not judged.
  package func isOff(_ rule: Rule) -> Bool {
    if off.contains(rule.id) { return true }
    if !ignored.isDisjoint(with: [rule.id, rule.lesson]) { return true }
    return !selected.isEmpty && selected.isDisjoint(with: [rule.id, rule.lesson])
  }
}
