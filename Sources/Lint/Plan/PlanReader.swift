import CEL
import JSONSchema
package import SourceText
package import YAML

/// Reads a plan: YAML, then typed values by the schema, with every problem of form on the way (DESIGN 3).
package struct PlanReader: Sendable {
  private let schema: PlanSchema
  private let limits: YAML.Limits

  package init(schema: PlanSchema, limits: YAML.Limits = YAML.Limits()) {
    self.schema = schema
    self.limits = limits
  }

  /// Reads a file, in whatever encoding; whatever it holds, there is a plan to report on.
  package func read(_ file: SourceFile) -> Plan {
    readSound(file) ?? readThoroughly(file)
  }

  /// Reads a plan in whose form nothing is wrong but notation and references; nil when that is not certain at once.
  package func readSound(_ file: SourceFile) -> Plan? {
    SoundReading.read(file, by: schema, limits: limits)
  }

  /// Reads a file with everything that may be wrong with it.
  package func readThoroughly(_ file: SourceFile) -> Plan {
    if let document = PlanProblem.DocumentKind(file.bytes) {
      return unreadable(file, [PlanProblem(.otherDocument(document), at: SourceRange(0, 0))])
    }
    // Decoding takes memory too.
    guard file.bytes.count <= limits.bytes else {
      let problem = PlanProblem(.limit(.bytes(limits.bytes)), at: SourceRange(0, 0))
      return unreadable(SourceFile(path: file.path, bytes: []), [problem])
    }
    let decoding = TextDecoding(file.bytes)
    guard decoding.bytes != file.bytes else { return readUTF8(file, []) }
    let encoding = decoding.guess.map { guess in
      PlanProblem(
        .encoding(character: guess.character, count: guess.count),
        at: guess.range
      )
    }
    return readUTF8(
      SourceFile(path: file.path, bytes: decoding.bytes),
      [encoding].compactMap { $0 }
    )
  }

  private func readUTF8(_ file: SourceFile, _ earlier: [PlanProblem]) -> Plan {
    let parser = Parser(limits: limits)
    let result = parser.parse(file)
    if let root = result.root, root.mapping != nil {
      let problems = earlier + result.problems.map { PlanProblem($0, in: file) }
      return read(root, broken: [], in: file, problems)
    }
    if result.isBroken {
      let recovery = parser.recover(file)
      if let root = recovery.root {
        let problems = earlier + recovery.problems.map { PlanProblem($0, in: file) }
        return read(root, broken: recovery.broken, in: file, problems)
      }
    }
    let problems = earlier + result.problems.map { PlanProblem($0, in: file) }
    return unreadable(file, result.problems.isEmpty ? problems + [notAPlan(file)] : problems)
  }

  /// Reads a node that is a plan within a larger file, such as a rule's test.
  package func read(_ root: Node, in file: SourceFile) -> Plan {
    read(root, broken: [], in: file, [])
  }

  /// Types a plan, of which some sections could not be read.
  private func read(
    _ root: Node,
    broken: [Sections.Section],
    in file: SourceFile,
    _ earlier: [PlanProblem]
  ) -> Plan {
    guard isPlan(root) else { return unreadable(file, earlier + [notAPlan(file)]) }
    let isOpen = saysIncomplete(root)
    var reading = PlanReading(schema: schema, file: file, isOpen: isOpen, root: root)
    let value = reading.read(root, broken: broken)
    reading.checkReferences()
    let found = reading.problems + violations(of: root, broken, told: reading.problems, in: file)
    let problems = (earlier + found).enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
    return Plan(
      file: file,
      status: broken.isEmpty ? .judged : .partial,
      value: value,
      places: reading.places,
      problems: problems,
      isComplete: !isOpen
    )
  }

  /// What the schema has against the plan, but for what was told already and what could not be read.
  private func violations(
    of root: Node,
    _ broken: [Sections.Section],
    told: [PlanProblem],
    in file: SourceFile
  ) -> [PlanProblem] {
    let violations = schema.validator.validate(root)
    guard !violations.isEmpty else { return [] }
    let broken = Set(broken.map(\.name))
    let told = Set(told.map(\.range))
    return violations.compactMap { violation in
      if case .missingProperty(let name) = violation.kind, violation.path.steps.isEmpty,
        broken.contains(name)
      {
        return nil
      }
      if violation.instance.scalar != nil, told.contains(violation.range) { return nil }
      return PlanProblem(violation, schema: schema, file: file)
    }
  }

  private func notAPlan(_ file: SourceFile) -> PlanProblem {
    PlanProblem(.notAPlan, at: file.contentRange(ofLine: 1))
  }

  /// Whether a mapping has any field of a plan.
  private func isPlan(_ root: Node) -> Bool {
    guard case .object(let object) = schema.shapes[schema.root].kind else { return true }
    return (root.mapping ?? []).contains { entry in
      entry.key.text.map { object.type.index(of: $0) != nil } ?? false
    }
  }

  /// Whether the plan says of itself that it does not tell all.
  private func saysIncomplete(_ root: Node) -> Bool {
    let (section, field) = PlanSchema.completeness
    guard let scalar = root[section]?[field]?.scalar else { return false }
    if case .value(.bool(false)) = DutchFormat.yesNo.read(scalar) { return true }
    return false
  }

  private func unreadable(_ file: SourceFile, _ problems: [PlanProblem]) -> Plan {
    Plan(
      file: file,
      status: .unreadable,
      value: .unknown(UnknownSet(Attribute(origin: PlaceTable.root, reason: .unreadable))),
      places: PlaceTable(root: file.range, firstKey: nil),
      problems: problems,
      isComplete: true
    )
  }
}

extension PlanProblem.DocumentKind {
  /// The kind of document that a file begins like; nil for what may be text.
  init?(_ bytes: [UInt8]) {
    switch true {
    case bytes.starts(with: "PK\u{3}\u{4}".utf8): self = .zip
    case bytes.starts(with: "%PDF-".utf8): self = .pdf
    case bytes.starts(with: "{\\rtf".utf8): self = .richText
    case bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]): self = .oldOffice
    default: return nil
    }
  }
}
