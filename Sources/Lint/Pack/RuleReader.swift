import SourceText
import YAML

/// Reads a rule's file into a `Rule`, or says everything that is wrong with it.
struct RuleReader {
  private var fields: FieldReader
  private let file: SourceFile
  /// What lessons and sources there are; nil when the pack does not tell.
  private let header: PackHeader?

  /// The rule when all that it needs could be read, and every complaint.
  static func read(
    _ node: Node,
    in file: SourceFile,
    of header: PackHeader?
  ) -> (Rule?, [Diagnostic]) {
    var reader = RuleReader(
      fields: FieldReader(node, in: file, what: "a rule"),
      file: file,
      header: header
    )
    let rule = reader.rule()
    reader.fields.finish()
    return (rule, reader.fields.diagnostics)
  }

  private mutating func rule() -> Rule? {
    let id = fields.requiredString("id")
    let lesson = fields.requiredString("lesson")
    let kind = fields.choice("kind", of: Rule.Kind.self) ?? .problem
    let severity = severity(kind)
    let weight = fields.int("weight")
    let effort = fields.choice("effort", of: Effort.self)
    let title = fields.localized("title")
    let given = given()
    let when = fields.expression("when")
    let parameters = parameters()
    let variables = variables()
    _ = fields.required("assert")
    let assertion = fields.expression("assert")
    let at = fields.expression("at")
    let message = fields.text("message")
    let why = fields.localized("why")
    let remedy = fields.localized("remedy", isRequired: kind == .problem)
    let citations = citations()
    let isMandatory = fields.bool("mandatory") ?? false
    let tests = tests()
    checkName(id)
    checkLesson(lesson)
    checkTests(tests)
    guard let id, let lesson, let title, let assertion, let message, let why else { return nil }
    guard kind == .strength || severity != nil else { return nil }
    let account = Rule.Account(
      title: title,
      parameters: parameters,
      why: why,
      remedy: remedy,
      citations: citations
    )
    return Rule(
      file: file,
      id: id,
      lesson: lesson,
      kind: kind,
      severity: severity,
      weight: weight ?? defaultWeight(severity),
      effort: effort,
      given: given,
      when: when,
      variables: variables,
      assertion: assertion,
      at: at,
      message: message,
      isMandatory: isMandatory,
      tests: tests,
      account: { account }
    )
  }

  private mutating func checkName(_ id: String?) {
    guard let id, let node = fields.node["id"] else { return }
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    if name != id + ".yaml" {
      fields.complain("the file of rule “\(id)” must be called \(id).yaml", at: node)
    }
    let isKebab = id.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !isKebab {
      fields.complain("a rule's id has small letters, digits and dashes only", at: node)
    }
  }

  private mutating func checkLesson(_ lesson: String?) {
    guard let lesson, let node = fields.node["lesson"], let header else { return }
    let known = header.lessons.map(\.id)
    guard !known.contains(lesson) else { return }
    fields.complain(
      "“\(lesson)” is no lesson of pack.yaml",
      at: node,
      help: nearestName(to: lesson, among: known).map { "did you mean “\($0)”?" }
        ?? "known: \(known.joined(separator: ", "))"
    )
  }

  private mutating func checkTests(_ tests: [Rule.Test]) {
    for outcome in [Outcome.pass, .fail]
    where !tests.contains(where: { $0.expect == outcome }) {
      fields.complain(
        "the rule has no test that expects \(outcome.rawValue)",
        at: fields.node["tests"] ?? fields.node["id"] ?? fields.node
      )
    }
  }

  private mutating func check(_ citation: Citation, at node: Node) {
    guard let header else { return }
    guard let source = header.sources.first(where: { $0.id == citation.document }) else {
      let near = nearestName(to: citation.document, among: header.sources.map(\.id))
      fields.complain(
        "“\(citation.document)” is no source of pack.yaml",
        at: node["document"] ?? node,
        help: near.map { "did you mean “\($0)”?" }
      )
      return
    }
    guard !source.sections.isEmpty, !source.sections.contains(citation.section) else { return }
    let near = nearestName(to: citation.section, among: source.sections)
    fields.complain(
      "“\(citation.section)” is no section of \(source.id)",
      at: node["section"] ?? node,
      help: near.map { "did you mean “\($0)”?" }
        ?? "known: \(source.sections.joined(separator: "; "))"
    )
  }

  private mutating func severity(_ kind: Rule.Kind) -> Rule.SeverityChoice? {
    guard kind == .problem else {
      if let node = fields.optional("severity") {
        fields.complain("a strength has no severity", at: node)
      }
      return nil
    }
    guard fields.required("severity") != nil, let expression = fields.expression("severity") else {
      return nil
    }
    if let severity = Severity(rawValue: expression.text) { return .fixed(severity) }
    // One word can only be meant as a severity; anything longer is an expression.
    let isWord = expression.text.allSatisfy { $0.isLetter }
    guard isWord else { return .computed(expression) }
    return fields.choice(expression.text, of: Severity.self, at: expression.node)
      .map(Rule.SeverityChoice.fixed)
  }

  private func defaultWeight(_ severity: Rule.SeverityChoice?) -> Int {
    switch severity {
    case .fixed(let severity)?: severity.defaultWeight
    case .computed?: Severity.warning.defaultWeight
    case nil: 0
    }
  }

  private mutating func given() -> [Rule.Expression] {
    guard let node = fields.optional("given") else { return [] }
    let nodes = node.sequence ?? [node]
    return nodes.compactMap { node in
      fields.text(of: node, "given").map { Rule.Expression(text: $0, node: node) }
    }
  }

  private mutating func parameters() -> [Rule.Parameter] {
    guard let node = fields.optional("parameters") else { return [] }
    guard let entries = node.mapping else {
      fields.complain("“parameters” must be a mapping of names", at: node)
      return []
    }
    return entries.compactMap { entry in
      var reader = FieldReader(entry.value, in: file, what: "a parameter")
      let value = reader.required("value")
      let unit = reader.string("unit")
      _ = reader.required("basis")
      let basis = reader.choice("basis", of: Rule.Basis.self)
      reader.finish()
      fields.add(reader.diagnostics)
      guard let name = entry.key.text, let value, let basis else { return nil }
      return Rule.Parameter(name: name, value: value, unit: unit, basis: basis)
    }
  }

  private mutating func variables() -> [Rule.Variable] {
    fields.items("variables").compactMap { item in
      var reader = FieldReader(item, in: file, what: "a variable")
      let name = reader.requiredString("name")
      _ = reader.required("expression")
      let expression = reader.expression("expression")
      reader.finish()
      fields.add(reader.diagnostics)
      guard let name, let expression else { return nil }
      return Rule.Variable(name: name, expression: expression)
    }
  }

  private mutating func citations() -> [Citation] {
    let items = fields.items("sources")
    if items.isEmpty {
      fields.complain("a rule names at least one of its sources", at: fields.node)
    }
    return items.compactMap { item in
      var reader = FieldReader(item, in: file, what: "a source")
      let document = reader.requiredString("document")
      let section = reader.requiredString("section")
      reader.finish()
      fields.add(reader.diagnostics)
      guard let document, let section else { return nil }
      let citation = Citation(document: document, section: section)
      check(citation, at: item)
      return citation
    }
  }

  private mutating func tests() -> [Rule.Test] {
    fields.items("tests").compactMap { item in
      var reader = FieldReader(item, in: file, what: "a test")
      let name = reader.requiredString("name")
      let plan = reader.required("plan")
      _ = reader.required("expect")
      let expect = reader.choice("expect", of: Outcome.self)
      let overrides = reader.optional("parameters")?.mapping ?? []
      let at = reader.string("at")
      let missing = reader.items("missing").compactMap(\.text)
      let severity = reader.choice("severity", of: Severity.self)
      let message = reader.string("message")
      reader.finish()
      fields.add(reader.diagnostics)
      guard let name, let plan, let expect else { return nil }
      return Rule.Test(
        name: name,
        range: item.range,
        plan: plan,
        parameters: overrides.compactMap { entry in
          entry.key.text.map { (name: $0, value: entry.value) }
        },
        expect: expect,
        at: at,
        missing: missing,
        severity: severity,
        message: message
      )
    }
  }
}
