package import SourceText
package import YAML

/// A rule as its file declares it (DESIGN 5), not yet compiled.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class Rule: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case problem
    /// A *parel*: shown when the assertion holds.
    case strength
  }

  /// Where a threshold comes from.
  package enum Basis: String, CaseIterable, Sendable {
    /// One of the sources names it.
    case source
    /// A choice of plantoets.
    case judgement
  }

  /// A text of the file in which an expression stands, with its node for the places of errors.
  package struct Expression: Sendable {
    package var text: String
    package var node: Node
  }

  package struct Parameter: Sendable {
    package var name: String
    package var value: Node
    package var unit: String?
    package var basis: Basis

    /// The value as the file writes it.
    package var written: String {
      value.text ?? (value.sequence ?? []).compactMap(\.text).joined(by: ", ")
    }
  }

  package struct Variable: Sendable {
    package var name: String
    package var expression: Expression
  }

  /// A text per language, with the nodes that the texts stand in.
  package struct Text: Sendable {
    package var nl: Expression
    package var en: Expression

    package var plain: LocalizedText { LocalizedText(nl: nl.text, en: en.text) }
  }

  /// One of the rule's own tests.
  package struct Test: Sendable {
    package var name: String
    package var range: SourceRange
    package var plan: Node
    package var parameters: [(name: String, value: Node)]
    package var expect: Outcome
    package var at: String?
    package var missing: [String]
    package var severity: Severity?
    package var message: String?
  }

  package enum SeverityChoice: Sendable {
    case fixed(Severity)
    case computed(Expression)
  }

  package let file: SourceFile
  package let id: String
  package let lesson: String
  package let kind: Kind
  /// Nil for strengths.
  package let severity: SeverityChoice?
  package let weight: Int
  package let effort: Effort?
  package let title: LocalizedText
  /// Empty means the plan itself.
  package let given: [Expression]
  package let when: Expression?
  package let parameters: [Parameter]
  package let variables: [Variable]
  package let assertion: Expression
  package let at: Expression?
  package let message: Text
  package let why: LocalizedText
  package let remedy: LocalizedText?
  package let citations: [Citation]
  /// A contradiction: cannot be set aside by a deviation.
  package let isMandatory: Bool
  package let tests: [Test]

  init(
    file: SourceFile,
    id: String,
    lesson: String,
    kind: Kind,
    severity: SeverityChoice?,
    weight: Int,
    effort: Effort?,
    title: LocalizedText,
    given: [Expression],
    when: Expression?,
    parameters: [Parameter],
    variables: [Variable],
    assertion: Expression,
    at: Expression?,
    message: Text,
    why: LocalizedText,
    remedy: LocalizedText?,
    citations: [Citation],
    isMandatory: Bool,
    tests: [Test]
  ) {
    self.file = file
    self.id = id
    self.lesson = lesson
    self.kind = kind
    self.severity = severity
    self.weight = weight
    self.effort = effort
    self.title = title
    self.given = given
    self.when = when
    self.parameters = parameters
    self.variables = variables
    self.assertion = assertion
    self.at = at
    self.message = message
    self.why = why
    self.remedy = remedy
    self.citations = citations
    self.isMandatory = isMandatory
    self.tests = tests
  }
}
