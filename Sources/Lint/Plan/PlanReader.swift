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

  /// Reads a file; whatever it holds, there is a plan to report on.
  package func read(_ file: SourceFile) -> Plan {
    let result = Parser(limits: limits).parse(file)
    if let root = result.root, root.mapping != nil {
      return read(Sectioned(root: root), in: file, result.problems)
    }
    if result.root == nil, let sectioned = sections(of: file), result.isBroken {
      return read(sectioned, in: file, sectioned.problems)
    }
    let problems = result.problems.map { PlanProblem($0, in: file) }
    return unreadable(file, problems.isEmpty ? [notAPlan(file)] : problems)
  }

  /// Reads a node that is a plan within a larger file, such as a rule's test.
  package func read(_ root: Node, in file: SourceFile) -> Plan {
    read(Sectioned(root: root), in: file, [])
  }

  /// A plan as far as its sections could be read.
  private struct Sectioned {
    var root: Node
    /// The sections that could not be read.
    var broken: [Sections.Section] = []
    var problems: [Problem] = []
  }

  /// The sections that can be read alone; nil when there are none.
  private func sections(of file: SourceFile) -> Sectioned? {
    var entries: [Node.Entry] = []
    var broken: [Sections.Section] = []
    var problems: [Problem] = []
    for section in Sections(of: file).all {
      let result = Parser(limits: limits).parse(file, section: section.range)
      problems += result.problems
      if let found = result.root?.mapping {
        entries += found
      } else {
        broken.append(section)
      }
    }
    guard let first = entries.first, let last = entries.last else { return nil }
    let range = first.key.range.union(last.value.range)
    return Sectioned(
      root: Node(kind: .mapping(entries), range: range),
      broken: broken,
      problems: problems
    )
  }

  private func read(
    _ sectioned: Sectioned,
    in file: SourceFile,
    _ yamlProblems: [Problem]
  ) -> Plan {
    let root = sectioned.root
    let earlier = yamlProblems.map { PlanProblem($0, in: file) }
    guard isPlan(root) else { return unreadable(file, earlier + [notAPlan(file)]) }
    let isOpen = saysIncomplete(root)
    var reading = PlanReading(schema: schema, file: file, isOpen: isOpen, root: root)
    let value = reading.read(root, broken: sectioned.broken)
    reading.checkReferences()
    let broken = Set(sectioned.broken.map(\.name))
    let violations = schema.validator.validate(root)
      .filter { violation in
        guard case .missingProperty(let name) = violation.kind else { return true }
        return !violation.path.steps.isEmpty || !broken.contains(name)
      }
      .compactMap { PlanProblem($0, schema: schema.schema, file: file) }
    let problems = (earlier + reading.problems + violations).enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
    return Plan(
      file: file,
      status: sectioned.broken.isEmpty ? .judged : .partial,
      value: value,
      places: reading.places,
      problems: problems,
      isComplete: !isOpen
    )
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
    guard let scalar = root["herkomst"]?["volledig"]?.scalar else { return false }
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
