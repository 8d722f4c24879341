import CEL
package import Lint
package import SourceText

/// What an expression came to, as text and as JSON.
package struct EvaluationText: Sendable {
  private let evaluation: ExpressionEvaluator.Evaluation
  private let plan: SourceFile?
  private let style: TextStyle

  package init(
    _ evaluation: ExpressionEvaluator.Evaluation,
    plan: SourceFile?,
    style: TextStyle
  ) {
    self.evaluation = evaluation
    self.plan = plan
    self.style = style
  }

  /// The value, its type, and the line of the plan that it came from.
  package var text: String {
    var lines: [String] = []
    if evaluation.missing.isEmpty {
      let value = JSONText(PlainValue(evaluation.value)).indented
      lines.append(TerminalText.visible(value, keepingLines: true))
    } else {
      lines.append("unknown")
      for (path, reason) in evaluation.missing {
        lines.append("  \(TerminalText.visible(path)): \(words(reason))")
      }
    }
    lines.append(style.paint("type:", .blue) + " \(evaluation.type)")
    if let path = evaluation.path {
      lines.append(style.paint("from:", .blue) + " \(TerminalText.visible(path))")
      if let plan, let range = evaluation.range {
        lines.append(Snippet(plan, range).render(style: style, ink: .blue))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `{"value", "type", …}`; the value of what is not known is null.
  package var json: String {
    let location = plan.flatMap { plan in evaluation.range.map { plan.location(of: $0.start) } }
    var members: [(String, JSONText)] = [
      ("value", JSONText(PlainValue(evaluation.value))),
      ("type", .string("\(evaluation.type)")),
    ]
    if let path = evaluation.path { members.append(("path", .string(path))) }
    if let location {
      members.append(("line", .int(Int64(location.line))))
      members.append(("column", .int(Int64(location.column))))
    }
    if !evaluation.missing.isEmpty {
      let rows = evaluation.missing.map { path, reason in
        JSONText.object([("path", .string(path)), ("reason", .string(words(reason)))])
      }
      members.append(("unknown", .array(rows)))
    }
    return JSONText.object(members).indented + "\n"
  }

  private func words(_ reason: Reason) -> String {
    switch reason {
    case .absent: "absent"
    case .notReported: "not reported"
    case .stated: "stated as unknown"
    case .unreadable: "unreadable"
    case .imprecise: "not precise enough"
    case .notApplicable: "not applicable"
    }
  }
}
