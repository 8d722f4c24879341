package import SourceText
package import YAML

/// A rule as its file declares it (DESIGN 5), not yet compiled.
package struct Rule: Sendable {
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
      value.text ?? (value.sequence ?? []).compactMap(\.text).joined(separator: ", ")
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

  package var file: SourceFile
  package var id: String
  package var lesson: String
  package var kind: Kind
  /// Nil for strengths.
  package var severity: SeverityChoice?
  package var weight: Int
  package var effort: Effort?
  package var title: LocalizedText
  /// Empty means the plan itself.
  package var given: [Expression]
  package var when: Expression?
  package var parameters: [Parameter]
  package var variables: [Variable]
  package var assertion: Expression
  package var at: Expression?
  package var message: Text
  package var why: LocalizedText
  package var remedy: LocalizedText?
  package var citations: [Citation]
  /// A contradiction: cannot be set aside by a deviation.
  package var isMandatory: Bool
  package var tests: [Test]
}
