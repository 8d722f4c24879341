import CEL
import SourceText
import YAML

/// Compiles a rule's expressions against the schema; never stops at the first mistake.
struct RuleCompiler {
  private let schema: PlanSchema
  private let environments: BaseEnvironments

  init(schema: PlanSchema) {
    self.schema = schema
    environments = BaseEnvironments(schema)
  }

  func compile(_ rule: Rule) -> (CompiledRule?, [Diagnostic]) {
    var compilation = RuleCompilation(rule: rule, schema: schema, base: environments)
    let compiled = compilation.run()
    return (compiled, compilation.diagnostics)
  }
}

extension RulePack {
  /// The rules compiled once more from their texts: what loading a pack does after reading it.
  package func recompiled() -> [CompiledRule] {
    let compiler = RuleCompiler(schema: schema)
    return rules.compactMap { compiler.compile($0.rule).0 }
  }
}

/// What every rule sees; each adds its own.
///
/// Variables have the same places in all three.
private struct BaseEnvironments {
  let logic: Environment
  private let nl: Environment
  private let en: Environment

  init(_ schema: PlanSchema) {
    func environment(_ functions: StandardLibrary) -> Environment {
      Environment(
        variables: [
          ("plan", schema.planType), ("peildatum", .date), ("regeling", schema.schemeType),
        ],
        structures: schema.structures,
        functions: functions
      )
    }
    logic = environment(RuleFunctions.library)
    nl = environment(RuleFunctions.library(for: .nl))
    en = environment(RuleFunctions.library(for: .en))
  }

  subscript(language: Language) -> Environment {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}

/// One rule being compiled.
private struct RuleCompilation {
  let rule: Rule
  let schema: PlanSchema
  let base: BaseEnvironments
  private(set) var diagnostics: [Diagnostic] = []
  /// What the rule declares itself.
  private var variables: [(String, CELType)] = []
  /// What its expressions see so far.
  private var logic: Environment

  init(rule: Rule, schema: PlanSchema, base: BaseEnvironments) {
    self.rule = rule
    self.schema = schema
    self.base = base
    logic = base.logic
  }

  mutating func run() -> CompiledRule? {
    let parameters = parameters()
    let given = rule.given.map { compile($0, expecting: nil) }
    declare("this", subjectType(of: given.compactMap { $0 }))
    let lazy = rule.variables.map { variable -> (String, Program?) in
      let name = "variables." + variable.name
      if variables.contains(where: { $0.0 == name }) {
        complain("the variable “\(variable.name)” is there already", at: variable.expression.node)
      }
      let program = compile(variable.expression, expecting: nil)
      declare(name, program?.type ?? .dyn)
      return (name, program)
    }
    let when = rule.when.map { compile($0, expecting: .bool) }
    let assertion = compile(rule.assertion, expecting: .bool)
    let at = rule.at.map { compile($0, expecting: nil) }
    let severity = severity()
    let nl = template(rule.message.nl, in: .nl)
    let en = template(rule.message.en, in: .en)
    guard diagnostics.isEmpty, let assertion, let severity else { return nil }

    let environment = logic
    func slot(_ name: String) -> VariableID {
      guard let id = environment.variable(named: name) else {
        preconditionFailure("\(name) was declared above")
      }
      return id
    }
    return CompiledRule(
      rule: rule,
      environment: environment,
      slotCount: environment.variables.count,
      slots: CompiledRule.Slots(
        plan: slot("plan"),
        this: slot("this"),
        peildatum: slot("peildatum"),
        regeling: slot("regeling"),
        parameters: parameters.map { ($0.name, slot("parameters." + $0.name), $0.value) }
      ),
      given: given.compactMap { $0 },
      body: CompiledRule.Body(
        variables: lazy.compactMap { name, program in program.map { (slot(name), $0) } },
        when: when ?? nil,
        assertion: assertion,
        at: at ?? nil,
        severity: severity,
        messages: CompiledRule.Messages { $0 == .nl ? nl : en }
      )
    )
  }

  private mutating func declare(_ name: String, _ type: CELType) {
    variables.append((name, type))
    logic.declare(name, type)
  }

  private mutating func complain(_ message: String, at node: Node, help: String? = nil) {
    diagnostics.append(Diagnostic(message, help: help, file: rule.file, range: node.range))
  }

  private mutating func compile(_ expression: Rule.Expression, expecting type: CELType?) -> Program?
  {
    compile(expression.text, in: expression.node, at: 0, logic, expecting: type)
  }

  /// Compiles a text that begins at `offset` in the text of `node`.
  private mutating func compile(
    _ text: String,
    in node: Node,
    at offset: Int,
    _ environment: Environment,
    expecting type: CELType?
  ) -> Program? {
    switch environment.compile(text, expecting: type) {
    case .success(let program): return program
    case .failure(let failure):
      let map = ScalarMap(node, in: rule.file)
      for error in failure.errors {
        diagnostics.append(
          Diagnostic(
            error.message,
            help: error.help,
            file: rule.file,
            range: map.range(error.range.shifted(by: offset))
          )
        )
      }
      return nil
    }
  }

  private mutating func parameters() -> [(name: String, value: Value)] {
    rule.parameters.compactMap { parameter in
      guard let value = Value(parameter: parameter.value) else {
        complain(
          "a parameter is a number, a text, a truth value or a list of these",
          at: parameter.value
        )
        return nil
      }
      declare("parameters." + parameter.name, value.parameterType)
      return (parameter.name, value)
    }
  }

  /// The type of `this`: the element type that all of `given` share.
  private func subjectType(of given: [Program]) -> CELType {
    guard !rule.given.isEmpty else { return schema.planType }
    let types = Set(
      given.map { program -> CELType in
        if case .list(let element) = program.type { element } else { program.type }
      }
    )
    return types.count == 1 ? types.first ?? .dyn : .dyn
  }

  private mutating func severity() -> CompiledRule.SeverityProgram? {
    switch rule.severity {
    case nil: return CompiledRule.SeverityProgram.none
    case .fixed(let severity): return .fixed(severity)
    case .computed(let expression):
      return compile(expression, expecting: .string).map(CompiledRule.SeverityProgram.computed)
    }
  }

  private mutating func template(
    _ text: Rule.Expression,
    in language: Language
  ) -> MessageTemplate {
    let environment = base[language].adding(variables: variables)
    var segments: [MessageTemplate.Segment] = []
    for part in MessageTemplate.parts(of: text.text) {
      switch part {
      case .text(let words): segments.append(.text(words))
      case .expression(let source, let range):
        let program = compile(
          source,
          in: text.node,
          at: range.start,
          environment,
          expecting: nil
        )
        if let program { segments.append(.expression(program)) }
      case .unbalanced(let offset):
        let map = ScalarMap(text.node, in: rule.file)
        diagnostics.append(
          Diagnostic(
            "this brace has no partner",
            help: "write {{ or }} for the brace itself",
            file: rule.file,
            range: map.range(SourceRange(offset, offset + 1))
          )
        )
      }
    }
    return MessageTemplate(segments: segments)
  }
}
