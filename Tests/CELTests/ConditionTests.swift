import CEL
import Testing

/// What takes a short way when nobody asks for evidence must come to the same as the long way.
@Suite("Conditions")
struct ConditionTests {
  /// The items have ids that are known, absent, not known and repeated, and one is no item at all.
  private static let items: [Value] = {
    func item(_ place: Int32, _ slots: [Value?], isOpen: Bool = false) -> Value {
      let origin = Origin(rawValue: place)
      let object = StructValue(
        type: Fixture.activity,
        slots: slots,
        origin: origin,
        isOpen: isOpen
      )
      return Value(.structure(object), origin: origin)
    }
    return [
      item(100, [.string("a1"), .string("taal"), .double(1)]),
      item(101, [nil, .string("sport"), .double(2)]),
      item(102, [nil, .string("sport")], isOpen: true),
      item(103, [Fixture.unknown(.secondID), .string("rekenen")]),
      item(104, [.string("a2"), .string("taal"), Fixture.unknown(.secondBudget)]),
      item(105, [.string("een lang kenmerk, met meer dan vijftien bytes"), .string("taal")]),
      item(106, [.string("a2"), .string("taal"), .double(0), .int(0)]),
      .unknown(UnknownSet(Attribute(origin: Origin(rawValue: 107), reason: .stated))),
    ]
  }()

  private static let tests = [
    // One text is looked for, in the condition itself or beside others, in any place.
    "a.id == 'a1'", "a.id == 'a2'", "a.id == 'a3'", "'a2' == a.id", "a.id != 'a2'",
    "a.id == 'een lang kenmerk, met meer dan vijftien bytes'", "a.id == 'taal'",
    "a.id == 'a2' && a.budget > 0.0", "a.budget > 0.0 && a.id == 'a2'",
    "has(a.id) && a.id == 'a2' && a.soort == 'taal'", "has(a.id) && a.id == 'a3'",
    "a.id == 'a2' && a.weken / 0 > 1", "a.weken / 0 > 1 && a.id == 'a2'",
    "a.id == 'a3' && a.weken / 0 > 1", "a.weken / 0 > 1 && a.id == 'a3'",
    "a.id == 'a2' || a.soort == 'sport'", "!(a.id == 'a2')",
    "a.id == 'a2' ? true : a.soort == 'taal'",
    // The text stands elsewhere, hangs on the item itself, or is not known.
    "a.id == plan.naam", "a.id == this.id", "a.id == plan.activiteiten[0].id", "a.id == a.soort",
    "a.soort == a.soort", "a.id == plan.partner.naam", "a.id == plan.activiteiten[1].soort",
    "a.id == vrij", "a.soort == this.soort && a.id == this.id",
    // Loops in loops, of which one hides the name of the other.
    "plan.activiteiten.exists(b, b.id == a.id)", "variables.rijk.exists(b, b.id == a.id)",
    "variables.rijk.exists(b, a.id == b.id && b.soort == 'taal')",
    "variables.rijk.exists(a, a.id == 'a2')",
    "['a1', 'a2'].exists(x, x == a.id)", "['a1', 'a2'].exists(x, a.id == x && a.soort == 'taal')",
  ]

  private static let expressions = tests.flatMap { test in
    ["exists", "all", "exists_one", "filter"].map { macro in
      let loop = "variables.rijk.\(macro)(a, \(test))"
      return macro == "filter" ? "\(loop).size() > 1" : loop
    }
  }

  @Test("come to the same with and without evidence", arguments: expressions, [0, 3, 7])
  func shortWay(_ expression: String, leaving count: Int) throws {
    let program = try Fixture.environment.compile(expression).get()
    var frame = Fixture.frame()
    // Fewer items leave fewer that keep the answer from being known.
    Fixture.set(&frame, "variables.rijk", .list(Array(Self.items.dropLast(count))))
    let traced = Self.answer { try program.explain(in: &frame).0 }
    #expect(Self.answer { try program.evaluate(in: &frame) } == traced)
    let condition = Self.answer { try program.condition(in: &frame).value }
    #expect(condition == traced)
    for answer in [true, false] {
      #expect(program.isCertain(answer, in: &frame) == (traced == Fixture.describe(.bool(answer))))
    }
  }

  /// What is true, false, not known, an error, and no truth value at all.
  private static let operands = [
    "plan.naam != 'X'", "plan.naam == 'X'", "has(plan.partner.naam)", "plan.volledig", "1 / 0 > 1",
    "vrij",
  ]

  private static let combinations = operands.flatMap { a in
    operands.flatMap { b in
      operands.flatMap { c in
        [
          "\(a) && \(b) && \(c)", "\(a) || \(b) || \(c)", "\(a) && (\(b) || !(\(c)))",
          "!(\(a) && \(b)) || \(c)", "(\(a)) ? \(b) && \(c) : \(b) || \(c)",
          "[1, 2].all(x, x > 1 ? \(a) : \(b)) || \(c)",
          "[1, 2].exists(x, x > 1 ? \(a) : \(b)) && \(c)",
        ]
      }
    }
  }

  @Test("have an answer for certain just when that is their value", arguments: [false, true])
  func certainty(isOpen: Bool) throws {
    var count = 0
    for expression in Self.combinations {
      let program = try Fixture.environment.compile(expression).get()
      var frame = Fixture.frame(isOpen: isOpen)
      let value = Self.answer { try program.evaluate(in: &frame) }
      for answer in [true, false] {
        let isAnswer = value == Fixture.describe(.bool(answer))
        #expect(program.isCertain(answer, in: &frame) == isAnswer, "\(expression)")
        if isAnswer { count += 1 }
      }
    }
    #expect(count > 300)
  }

  @Test("passing a limit makes nothing certain")
  func limits() throws {
    let environment = Environment(variables: [("x", .bool)], limits: Limits(cost: 20))
    let program = try environment.compile(
      "[1, 2, 3, 4, 5, 6, 7, 8, 9].exists(i, i * i > 100) || x"
    ).get()
    var frame = Frame(environment)
    if let x = environment.variable(named: "x") { frame.set(x, .bool(true)) }
    #expect(throws: EvaluationError.self) { try program.evaluate(in: &frame) }
    for answer in [true, false] { #expect(!program.isCertain(answer, in: &frame)) }
  }

  private static func answer(_ evaluate: () throws -> Value) -> String {
    do {
      return Fixture.describe(try evaluate())
    } catch {
      return "error: \((error as? EvaluationError)?.message ?? "\(error)")"
    }
  }
}

extension Condition {
  /// The same as a value.
  fileprivate var value: Value {
    switch self {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .other(let value): value
    }
  }
}
