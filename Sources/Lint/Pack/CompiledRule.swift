import CEL
import Synchronization

/// A rule whose expressions are compiled against the plan's schema and ready to run.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class CompiledRule: Sendable {
  enum SeverityProgram: Sendable {
    case none
    case fixed(Severity)
    case computed(Program)
  }

  /// The message in each language; one that lies in an archive is taken from it when it is first needed.
  final class Messages: Sendable {
    private let nl = Mutex<MessageTemplate?>(nil)
    private let en = Mutex<MessageTemplate?>(nil)
    private let make: @Sendable (Language) -> MessageTemplate

    /// Messages that are made when they are needed.
    init(_ make: @escaping @Sendable (Language) -> MessageTemplate) {
      self.make = make
    }

    subscript(language: Language) -> MessageTemplate {
      switch language {
      case .nl: nl.value { make(.nl) }
      case .en: en.value { make(.en) }
      }
    }
  }

  /// What it says of a subject.
  ///
  /// Nothing in it ever changes; it is a class so that passing it on costs nothing.
  final class Body: Sendable {
    let variables: [(id: VariableID, program: Program)]
    let when: Program?
    let assertion: Program
    let at: Program?
    let severity: SeverityProgram
    let messages: Messages
    /// Whether it takes less to find out what `assert` comes to than whether the rule applies.
    let isAssertionLighter: Bool

    init(
      variables: [(id: VariableID, program: Program)],
      when: Program?,
      assertion: Program,
      at: Program?,
      severity: SeverityProgram,
      messages: Messages
    ) {
      self.variables = variables
      self.when = when
      self.assertion = assertion
      self.at = at
      self.severity = severity
      self.messages = messages
      let computes = variables.contains { assertion.reads($0.id) }
      isAssertionLighter = when.map { !computes && assertion.weight <= $0.weight } ?? true
    }

    /// Gives a frame the variables; what one comes to is forgotten when the subject changes, if it hangs on that.
    func bindVariables(in frame: inout Frame) {
      for variable in variables { frame.bind(variable.id, to: variable.program) }
    }
  }

  /// Where what every rule has lives in a frame, and the rule's parameters.
  struct Slots: Sendable {
    var plan: VariableID
    var this: VariableID
    var peildatum: VariableID
    var regeling: VariableID
    var parameters: [(name: String, id: VariableID, value: Value)]

    /// Those whose values are the plan's, whatever the rule.
    var common: VariableSet { VariableSet([plan, peildatum, regeling]) }
  }

  package let rule: Rule
  /// What its expressions see; nil for a rule from an archive, whose expressions are never compiled again.
  let environment: Environment?
  /// How many variables there are.
  let slotCount: Int
  let slots: Slots
  /// Empty means the plan itself.
  let given: [Program]
  /// What the rule says of a subject; one that lies in an archive is taken from it when there is a subject.
  var body: Body { keptBody.value(orMake: makeBody) }
  private let keptBody = Mutex<Body?>(nil)
  private let makeBody: @Sendable () -> Body

  /// A rule whose body is there.
  convenience init(
    rule: Rule,
    environment: Environment?,
    slotCount: Int,
    slots: Slots,
    given: [Program],
    body: Body
  ) {
    self.init(
      rule: rule,
      environment: environment,
      slotCount: slotCount,
      slots: slots,
      given: given,
      makeBody: { body }
    )
  }

  /// A rule whose body is made when it is needed.
  init(
    rule: Rule,
    environment: Environment?,
    slotCount: Int,
    slots: Slots,
    given: [Program],
    makeBody: @escaping @Sendable () -> Body
  ) {
    self.rule = rule
    self.environment = environment
    self.slotCount = slotCount
    self.slots = slots
    self.given = given
    self.makeBody = makeBody
  }

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

extension CompiledRule {
  /// Whether the rule finds items of a type, by its name, to which nothing refers.
  func minds(unusedIDsOf item: String) -> Bool {
    rule.kind == .problem
      && given.contains { program in
        guard case .list(let element) = program.type, case .structure(let name) = element else {
          return false
        }
        return name == item
      }
      && body.assertion.references.fields.contains { $0.structure == item && $0.name == "id" }
  }
}
