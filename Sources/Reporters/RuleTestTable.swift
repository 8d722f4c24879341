package import Lint

/// The outcomes of the rules' own tests: a line per rule, and what differed for those that fail.
package struct RuleTestTable: Sendable {
  private let outcomes: [RuleTester.Outcome]
  private let style: TextStyle

  package init(_ outcomes: [RuleTester.Outcome], style: TextStyle) {
    self.outcomes = outcomes
    self.style = style
  }

  package var hasFailures: Bool { outcomes.contains { !$0.hasPassed } }

  package func render() -> String {
    var rules: [String] = []
    for outcome in outcomes where rules.last != outcome.rule { rules.append(outcome.rule) }
    let width = rules.map(\.count).max() ?? 0
    var lines = rules.map { rule -> String in
      let own = outcomes.filter { $0.rule == rule }
      let passed = own.count(where: \.hasPassed)
      let mark = passed == own.count ? style.paint("ok", .green) : style.paint("FAILS", .red)
      let gap = String(repeating: " ", count: width - rule.count)
      return "\(rule)\(gap)  \(passed)/\(own.count)  \(mark)"
    }
    let failures = outcomes.filter { !$0.hasPassed }
    for failure in failures {
      lines.append("")
      lines.append(style.paint("FAILS", .red) + " \(failure.rule): \(failure.test)")
      lines.append(Snippet(failure.file, failure.range).render(style: style))
      lines += failure.complaints.map { "  = " + TerminalText.visible($0) }
    }
    lines.append("")
    lines.append(
      "\(rules.count) rules, \(outcomes.count) tests: \(outcomes.count - failures.count) passed, \(failures.count) failed"
    )
    return lines.joined(separator: "\n") + "\n"
  }
}
