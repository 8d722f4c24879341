import Archive
import CEL

/// What reading archived rules needs: the rules' own functions, and those of the messages in each language.
struct RuleArchive: Sendable {
  let logic: CELArchive

  init(_ schema: PlanSchema) {
    logic = CELArchive(structures: schema.structures, functions: RuleFunctions.library)
  }

  subscript(language: Language) -> CELArchive {
    logic.with(RuleFunctions.library(for: language))
  }
}

extension CompiledRule {
  /// Writes the rule, ready to run.
  ///
  /// - Throws: `NotArchivable` when an expression holds what an archive has no form for.
  func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    rule.write(to: &archive)
    archive.write(slotCount)
    for id in [slots.plan, slots.this, slots.peildatum, slots.regeling] { id.write(to: &archive) }
    archive.write(slots.parameters.count)
    for parameter in slots.parameters {
      archive.write(parameter.name)
      parameter.id.write(to: &archive)
      try parameter.value.write(to: &archive)
    }
    archive.write(given.count)
    for program in given { try program.write(to: &archive) }
    try archive.write { archive throws(NotArchivable) in try body.write(to: &archive) }
  }

  /// Reads a rule, ready to run.
  convenience init(from archive: inout ArchiveReader, _ context: RuleArchive) {
    self.init(
      rule: Rule(from: &archive),
      environment: nil,
      slotCount: archive.int(),
      slots: Slots(
        plan: VariableID(from: &archive),
        this: VariableID(from: &archive),
        peildatum: VariableID(from: &archive),
        regeling: VariableID(from: &archive),
        parameters: archive.items { archive in
          let name = archive.text()
          let id = VariableID(from: &archive)
          return (name, id, Value(from: &archive, context.logic))
        }
      ),
      given: archive.items { Program(from: &$0, context.logic) },
      makeBody: { [part = archive.part()] in
        var archive = part
        return Body(from: &archive, context)
      }
    )
  }
}

extension CompiledRule.Body {
  fileprivate func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    archive.write(variables.count)
    for variable in variables {
      variable.id.write(to: &archive)
      try variable.program.write(to: &archive)
    }
    try Self.write(when, to: &archive)
    try assertion.write(to: &archive)
    try Self.write(at, to: &archive)
    switch severity {
    case .none: archive.write(0)
    case .fixed(let severity):
      archive.write(1)
      archive.write(choice: severity)
    case .computed(let program):
      archive.write(2)
      try program.write(to: &archive)
    }
    for language in Language.allCases {
      try archive.write { archive throws(NotArchivable) in
        try messages[language].write(to: &archive)
      }
    }
  }

  private static func write(
    _ program: Program?,
    to archive: inout ArchiveWriter
  ) throws(NotArchivable) {
    archive.write(program != nil)
    try program?.write(to: &archive)
  }

  fileprivate convenience init(from archive: inout ArchiveReader, _ context: RuleArchive) {
    func program(_ archive: inout ArchiveReader) -> Program {
      Program(from: &archive, context.logic)
    }
    self.init(
      variables: archive.items { archive in
        let id = VariableID(from: &archive)
        return (id, program(&archive))
      },
      when: archive.optional { program(&$0) },
      assertion: program(&archive),
      at: archive.optional { program(&$0) },
      severity: CompiledRule.SeverityProgram(from: &archive, context.logic),
      messages: CompiledRule.Messages(in: Language.allCases.map { ($0, archive.part()) }, context)
    )
  }
}

extension CompiledRule.SeverityProgram {
  fileprivate init(from archive: inout ArchiveReader, _ context: CELArchive) {
    switch archive.int() {
    case 0: self = .none
    case 1: self = .fixed(archive.choice(Severity.self))
    default: self = .computed(Program(from: &archive, context))
    }
  }
}

extension CompiledRule.Messages {
  /// Messages that lie in parts of an archive.
  fileprivate convenience init(
    in parts: [(language: Language, archive: ArchiveReader)],
    _ context: RuleArchive
  ) {
    self.init { language in
      guard var archive = parts.first(where: { $0.language == language })?.archive else {
        preconditionFailure("a rule has a message in every language")
      }
      return MessageTemplate(from: &archive, context[language])
    }
  }
}

extension MessageTemplate {
  fileprivate func write(to archive: inout ArchiveWriter) throws(NotArchivable) {
    archive.write(segments.count)
    for segment in segments {
      switch segment {
      case .text(let text):
        archive.write(true)
        archive.write(text)
      case .expression(let program):
        archive.write(false)
        try program.write(to: &archive)
      }
    }
  }

  fileprivate convenience init(from archive: inout ArchiveReader, _ context: CELArchive) {
    self.init(
      segments: archive.items { archive in
        archive.bool()
          ? .text(archive.text()) : .expression(Program(from: &archive, context))
      }
    )
  }
}
