import CEL

/// A rule whose expressions are compiled against the plan's schema and ready to run.
package struct CompiledRule: Sendable {
  enum SeverityProgram: Sendable {
    case none
    case fixed(Severity)
    case computed(Program)
  }

  struct Messages: Sendable {
    let nl: MessageTemplate
    let en: MessageTemplate

    subscript(language: Language) -> MessageTemplate {
      switch language {
      case .nl: nl
      case .en: en
      }
    }
  }

  /// Where the rule's variables live in a frame.
  struct Slots: Sendable {
    var plan: VariableID
    var this: VariableID
    var peildatum: VariableID
    var regeling: VariableID
    var parameters: [(name: String, id: VariableID, value: Value)]
    var variables: [(id: VariableID, program: Program)]
  }

  package let rule: Rule
  let environment: Environment
  var slots: Slots
  /// Empty means the plan itself.
  var given: [Program]
  var when: Program?
  var assertion: Program
  let at: Program?
  let severity: SeverityProgram
  let messages: Messages

  /// The rule's thresholds with their values.
  package var thresholds: [(declared: Rule.Parameter, value: PlainValue)] {
    zip(rule.parameters, slots.parameters).map { declared, slot in
      (declared, ValueFormatter(language: .nl).plain(slot.value))
    }
  }

  /// The rule's thresholds with their values as people of a language write them.
  package func thresholds(
    in language: Language
  ) -> [(declared: Rule.Parameter, shown: String)] {
    zip(rule.parameters, slots.parameters).map { declared, slot in
      (declared, ValueFormatter(language: language).string(slot.value))
    }
  }
}
