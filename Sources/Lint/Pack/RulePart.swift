import CEL
import SourceText
import YAML

/// A part of a rule that holds an expression or a threshold.
package enum RulePart: Hashable, Sendable {
  case parameter(Int)
  case given(Int)
  case variable(Int)
  case when
  case assertion
  case at
  case severity
  /// An expression in the message of a language, counted from the first.
  case message(Language, Int)
}

extension CompiledRule {
  /// The parts that decide a verdict, in the order in which they are evaluated.
  var decisiveParts: [RulePart] {
    given.indices.map(RulePart.given) + body.variables.indices.map(RulePart.variable)
      + (body.when == nil ? [] : [.when]) + [.assertion]
  }

  /// All parts that hold an expression.
  var expressionParts: [RulePart] {
    var parts = decisiveParts
    if body.at != nil { parts.append(.at) }
    if case .computed = body.severity { parts.append(.severity) }
    for language in Language.allCases {
      parts += body.messages[language].programs.indices.map { .message(language, $0) }
    }
    return parts
  }

  /// The program of a part; nil for a threshold.
  func program(of part: RulePart) -> Program? {
    switch part {
    case .parameter: return nil
    case .given(let index): return given[index]
    case .variable(let index): return body.variables[index].program
    case .when: return body.when
    case .assertion: return body.assertion
    case .at: return body.at
    case .severity:
      if case .computed(let program) = body.severity { return program }
      return nil
    case .message(let language, let index): return body.messages[language].programs[index]
    }
  }

  /// The same rule with another program for one of the parts that decide its verdict.
  func replacing(_ part: RulePart, with program: Program) -> CompiledRule {
    var (given, variables) = (given, body.variables)
    switch part {
    case .given(let index): given[index] = program
    case .variable(let index): variables[index].program = program
    case .when, .assertion, .parameter, .at, .severity, .message: break
    }
    let body = Body(
      variables: variables,
      when: part == .when ? program : body.when,
      assertion: part == .assertion ? program : body.assertion,
      at: body.at,
      severity: body.severity,
      messages: body.messages
    )
    return copy(slots: slots, given: given, body: body)
  }

  /// The same rule with another value for a threshold.
  func replacing(parameter index: Int, with value: Value) -> CompiledRule {
    var slots = slots
    slots.parameters[index].value = value
    return copy(slots: slots, given: given, body: body)
  }

  private func copy(
    slots: Slots,
    given: [Program],
    body: Body
  ) -> CompiledRule {
    CompiledRule(
      rule: rule,
      environment: environment,
      slotCount: slotCount,
      slots: slots,
      given: given,
      body: body
    )
  }

  /// Where a stretch of a part's text stands in the rule's file.
  func place(of range: SourceRange, in part: RulePart) -> SourceRange {
    if case .parameter(let index) = part { return rule.parameters[index].value.range }
    let found: (expression: Rule.Expression?, offset: Int) =
      switch part {
      case .parameter: (nil, 0)
      case .given(let index): (rule.given[index], 0)
      case .variable(let index): (rule.variables[index].expression, 0)
      case .when: (rule.when, 0)
      case .assertion: (rule.assertion, 0)
      case .at: (rule.at, 0)
      case .severity:
        if case .computed(let expression) = rule.severity { (expression, 0) } else { (nil, 0) }
      case .message(let language, let index):
        (
          rule.message[language],
          MessageTemplate.start(ofExpression: index, in: rule.message[language].text)
        )
      }
    guard let expression = found.expression else { return rule.file.range }
    return ScalarMap(expression.node, in: rule.file).range(range.shifted(by: found.offset))
  }

  /// What the rule's file calls a part.
  func name(of part: RulePart) -> String {
    switch part {
    case .parameter(let index): "parameters.\(rule.parameters[index].name)"
    case .given: "given"
    case .variable(let index): "variables.\(rule.variables[index].name)"
    case .when: "when"
    case .assertion: "assert"
    case .at: "at"
    case .severity: "severity"
    case .message(let language, _): "message.\(language.rawValue)"
    }
  }
}

extension Rule.Text {
  fileprivate subscript(language: Language) -> Rule.Expression {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}

extension MessageTemplate {
  /// The expressions between the words.
  fileprivate var programs: [Program] {
    segments.compactMap { if case .expression(let program) = $0 { program } else { nil } }
  }

  /// Where an expression begins in the text of a template.
  fileprivate static func start(ofExpression index: Int, in text: String) -> Int {
    let starts = parts(of: text).compactMap { part -> Int? in
      if case .expression(_, let range) = part { range.start } else { nil }
    }
    return starts.indices.contains(index) ? starts[index] : 0
  }
}
