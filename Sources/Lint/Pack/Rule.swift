package import SourceText
import Synchronization
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

  /// What is told of the rule, whatever it finds.
  package struct Account: Sendable {
    package var title: LocalizedText
    package var parameters: [Parameter]
    package var why: LocalizedText
    package var remedy: LocalizedText?
    package var citations: [Citation]
  }

  package let file: SourceFile
  package let id: String
  package let lesson: String
  package let kind: Kind
  /// Nil for strengths.
  package let severity: SeverityChoice?
  package let weight: Int
  package let effort: Effort?
  /// Empty means the plan itself.
  package let given: [Expression]
  package let when: Expression?
  package let variables: [Variable]
  package let assertion: Expression
  package let at: Expression?
  package let message: Text
  /// A contradiction: cannot be set aside by a deviation.
  package let isMandatory: Bool
  package let tests: [Test]
  private let keptAccount = Mutex<Account?>(nil)
  private let makeAccount: @Sendable () -> Account

  /// A rule of which what is told is made when somebody asks.
  init(
    file: SourceFile,
    id: String,
    lesson: String,
    kind: Kind,
    severity: SeverityChoice?,
    weight: Int,
    effort: Effort?,
    given: [Expression],
    when: Expression?,
    variables: [Variable],
    assertion: Expression,
    at: Expression?,
    message: Text,
    isMandatory: Bool,
    tests: [Test],
    account: @escaping @Sendable () -> Account
  ) {
    self.file = file
    self.id = id
    self.lesson = lesson
    self.kind = kind
    self.severity = severity
    self.weight = weight
    self.effort = effort
    self.given = given
    self.when = when
    self.variables = variables
    self.assertion = assertion
    self.at = at
    self.message = message
    self.isMandatory = isMandatory
    self.tests = tests
    makeAccount = account
  }

  /// What is told of the rule, whatever it finds; of a rule that lies in an archive taken from it when somebody asks.
  package var account: Account { keptAccount.value(orMake: makeAccount) }

  package var title: LocalizedText { account.title }
  package var parameters: [Parameter] { account.parameters }
  package var why: LocalizedText { account.why }
  package var remedy: LocalizedText? { account.remedy }
  package var citations: [Citation] { account.citations }
}
