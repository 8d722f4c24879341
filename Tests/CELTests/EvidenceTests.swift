import CEL
import SourceText
import Testing

/// An expression with its result and the operands that decided it.
struct EvidenceRow: Sendable, CustomTestStringConvertible {
  let expression: String
  let result: String
  let evidence: [String]

  init(_ expression: String, _ result: String, _ evidence: String...) {
    self.expression = expression
    self.result = result
    self.evidence = evidence
  }

  var testDescription: String { expression }
}

@Suite("Evidence")
struct EvidenceTests {
  private static let rows: [EvidenceRow] = [
    EvidenceRow("plan.budget > 10.0", "true", "plan.budget = 40000.0"),
    EvidenceRow("1 < 2", "true"),
    EvidenceRow("((plan).budget) > 10.0", "true", "(plan).budget = 40000.0"),
    EvidenceRow("this.weken >= parameters.min_weken", "true", "this.weken = 6"),
    EvidenceRow(
      "plan.budget > 10.0 && this.weken > 5",
      "true",
      "plan.budget = 40000.0",
      "this.weken = 6"
    ),
    EvidenceRow("plan.budget > 10.0 && this.weken > 7", "false", "this.weken = 6"),
    EvidenceRow("plan.budget > 10.0 || this.weken > 7", "true", "plan.budget = 40000.0"),
    EvidenceRow(
      "plan.budget < 10.0 || this.weken > 7",
      "false",
      "plan.budget = 40000.0",
      "this.weken = 6"
    ),
    EvidenceRow(
      "plan.budget > 10.0 && plan.partner.akkoord",
      "unknown(plan.partner.akkoord absent)",
      "plan.partner.akkoord = unknown"
    ),
    EvidenceRow(
      "plan.budget > 10.0 ? this.weken : 0",
      "6",
      "plan.budget = 40000.0",
      "this.weken = 6"
    ),
    EvidenceRow("has(plan.naam)", "true", "plan.naam = \"Zomerschool\""),
    EvidenceRow("has(plan.partner)", "false", "plan.partner = unknown"),
    EvidenceRow("!has(plan.partner.naam)", "true", "plan.partner.naam = unknown"),
    EvidenceRow(
      "plan.activiteiten.exists(a, a.budget > 10000.0)",
      "true",
      "a.budget = 12500.0"
    ),
    EvidenceRow(
      "plan.activiteiten.exists(a, a.id == 'x')",
      "false",
      "a.id = \"a1\"",
      "a.id = \"a2\""
    ),
    EvidenceRow(
      "plan.activiteiten.all(a, a.id != 'a2')",
      "false",
      "a.id = \"a2\""
    ),
    EvidenceRow(
      "plan.activiteiten.filter(a, a.id == 'a1').size() == 1",
      "true",
      "a.id = \"a1\"",
      "a.id = \"a2\""
    ),
    EvidenceRow(
      "plan.groepen.exists(g, g == 'x')",
      "unknown(plan.groepen absent)",
      "plan.groepen = unknown"
    ),
    EvidenceRow("variables.ruim", "true", "plan.budget = 40000.0"),
    EvidenceRow(
      "variables.ruim && this.weken == 6",
      "true",
      "plan.budget = 40000.0",
      "this.weken = 6"
    ),
    EvidenceRow("plan.budget > 10.0 && plan.budget < 50000.0", "true", "plan.budget = 40000.0"),
    EvidenceRow("known(plan.partner)", "false", "plan.partner = unknown"),
  ]

  @Test("is what decided the result, in the order it was read", arguments: rows)
  func decides(_ row: EvidenceRow) throws {
    var frame = Fixture.frame()
    try bindLazies(&frame)
    let program = try Fixture.environment.compile(row.expression).get()
    // A variable that was computed without tracing gives its evidence all the same.
    _ = try program.evaluate(in: &frame)
    let (value, evidence) = try program.explain(in: &frame)
    #expect(Fixture.describe(value) == row.result)
    #expect(evidence.map { "\($0.expression) = \($0.value)" } == row.evidence)
  }

  @Test("of a lazy variable stands where the variable is read")
  func lazyRange() throws {
    var frame = Fixture.frame()
    try bindLazies(&frame)
    let program = try Fixture.environment.compile("true && variables.ruim").get()
    let (_, evidence) = try program.explain(in: &frame)
    let text = Array("true && variables.ruim".utf8)
    let ranges = evidence.map {
      String(decoding: text[$0.range.start..<$0.range.end], as: UTF8.self)
    }
    #expect(ranges == ["variables.ruim"])
    #expect(evidence.map(\.origin) == [Fixture.Place.budget.origin])
  }

  private func bindLazies(_ frame: inout Frame) throws {
    for (name, source) in [("variables.ruim", "plan.budget > parameters.grens")] {
      guard let variable = Fixture.environment.variable(named: name) else { continue }
      frame.bind(variable, to: try Fixture.environment.compile(source).get())
    }
  }
}

@Suite("Lazy variables")
struct LazyTests {
  private func frame(_ bindings: (String, String)...) throws -> Frame {
    var frame = Fixture.frame()
    for (name, source) in bindings {
      guard let variable = Fixture.environment.variable(named: name) else { continue }
      frame.bind(variable, to: try Fixture.environment.compile(source).get())
    }
    return frame
  }

  private func evaluate(_ source: String, _ frame: inout Frame) throws -> String {
    Fixture.describe(try Fixture.environment.compile(source).get().evaluate(in: &frame))
  }

  @Test("are computed anew once what they read is set")
  func dependencies() throws {
    var frame = try frame(
      (
        "variables.rijk",
        "plan.activiteiten.filter(a, known(a.budget) && a.budget > parameters.grens)"
      ),
      ("variables.ruim", "variables.rijk.size() > 0")
    )
    #expect(try evaluate("variables.ruim", &frame) == "true")
    Fixture.set(&frame, "parameters.grens", .double(20_000))
    #expect(try evaluate("variables.ruim", &frame) == "false")
  }

  @Test("can be bound and set in turn")
  func rebinding() throws {
    var frame = try frame(("variables.ruim", "plan.budget > 50000.0"))
    #expect(try evaluate("variables.ruim", &frame) == "false")
    Fixture.set(&frame, "variables.ruim", .bool(true))
    frame.forgetComputed()
    #expect(try evaluate("variables.ruim", &frame) == "true")
    let variable = try #require(Fixture.environment.variable(named: "variables.ruim"))
    frame.bind(variable, to: try Fixture.environment.compile("plan.budget > 50000.0").get())
    #expect(try evaluate("variables.ruim", &frame) == "false")
  }

  @Test("that need themselves are an error")
  func cycle() throws {
    var frame = try frame(("variables.ruim", "!variables.ruim"))
    #expect(throws: EvaluationError.self) { try evaluate("variables.ruim", &frame) }
    #expect(try evaluate("variables.ruim || true", &frame) == "true")
  }

  @Test("without a value are an error that names them")
  func unbound() throws {
    var frame = Frame(Fixture.environment)
    let program = try Fixture.environment.compile("plan.naam == ''").get()
    let error = #expect(throws: EvaluationError.self) { try program.evaluate(in: &frame) }
    #expect(error?.message == "the variable 'plan' has no value")
  }

  @Test("of a derived environment work in a frame of the base")
  func derived() throws {
    let environment = Fixture.environment.adding(variables: [("extra", .int)])
    var frame = Fixture.frame()
    let program = try environment.compile("extra + this.weken").get()
    #expect(throws: EvaluationError.self) { try program.evaluate(in: &frame) }
    let extra = try #require(environment.variable(named: "extra"))
    frame.set(extra, .int(2))
    #expect(try program.evaluate(in: &frame).description == "8")
    frame.forget(extra)
    #expect(throws: EvaluationError.self) { try program.evaluate(in: &frame) }
  }
}
