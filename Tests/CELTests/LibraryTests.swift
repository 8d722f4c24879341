import CEL
import Testing

/// An example of the library with the name of its function.
struct LibraryExample: Sendable, CustomTestStringConvertible {
  let function: String
  let expression: String
  let result: String

  var testDescription: String { "\(function): \(expression)" }

  static let all =
    StandardLibrary.standard.functions.flatMap { function in
      function.examples.map { LibraryExample(function.name, $0) }
    }
    + StandardLibrary.macros.flatMap { macro in
      macro.examples.map { LibraryExample(macro.name, $0) }
    }

  private init(_ function: String, _ example: Function.Example) {
    self.function = function
    self.expression = example.expression
    self.result = example.result
  }
}

@Suite("The library")
struct LibraryTests {
  @Test("every example gives what its row says", arguments: LibraryExample.all)
  func example(_ example: LibraryExample) throws {
    let environment = Environment(variables: [])
    var frame = Frame(environment)
    let program = try environment.compile(example.expression).get()
    let value = try program.evaluate(in: &frame)
    #expect(value.description == example.result)
  }

  @Test("every macro is described, each form as it is written")
  func macros() throws {
    let names = Set(StandardLibrary.macros.map(\.name))
    #expect(names.isSuperset(of: Macro.allCases.map(\.rawValue)))
    for macro in StandardLibrary.macros {
      #expect(!macro.examples.isEmpty, "\(macro.name)")
      for form in macro.forms {
        let program = try Environment(variables: []).compileUnchecked(form).get()
        #expect(program.expression?.description == form)
      }
    }
  }

  @Test("every row has a line of documentation, an overload and an example")
  func rows() {
    for function in StandardLibrary.standard.functions {
      #expect(function.documentation.hasSuffix("."), "\(function.name)")
      #expect(!function.overloads.isEmpty, "\(function.name)")
      #expect(!function.examples.isEmpty, "\(function.name)")
    }
  }
}

@Suite("Functions of the caller")
struct CustomFunctionTests {
  private static let double = Function(
    "verdubbel",
    "Twice a number; of a negative one nothing.",
    [
      .custom(.global, [.int], .int) { arguments in
        guard case .int(let number)? = arguments.first?.kind, number >= 0 else { return nil }
        return .int(number * 2)
      }
    ],
    examples: [.init("verdubbel(2)", "4")]
  )

  private let environment = Environment(
    variables: [("x", .int)],
    functions: .standard.adding([Self.double])
  )

  private func evaluate(_ source: String, x: Value) throws -> Value {
    var frame = Frame(environment)
    frame.set(try #require(environment.variable(named: "x")), x)
    return try environment.compile(source).get().evaluate(in: &frame)
  }

  @Test("are checked and called like those of the library")
  func calling() throws {
    #expect(try evaluate("verdubbel(x) + 1", x: .int(3)).description == "7")
    #expect(try evaluate("verdubbel(x)", x: Fixture.unknown(.naam)).isUnknown)
    guard case .failure = environment.compile("verdubbel('a')") else {
      Issue.record("a text is taken for a number")
      return
    }
  }

  @Test("that give nothing are an error")
  func refusing() {
    #expect(throws: EvaluationError.self) { try evaluate("verdubbel(x)", x: .int(-1)) }
  }

  @Test("join the overloads of a name that is known")
  func joining() throws {
    let added = Function(
      "size",
      "",
      [.custom(.global, [.int], .int) { _ in .int(64) }],
      examples: []
    )
    let library = StandardLibrary.standard.adding([added])
    let environment = Environment(variables: [], functions: library)
    var frame = Frame(environment)
    let program = try environment.compile("size(1) + size('ab')").get()
    #expect(try program.evaluate(in: &frame).description == "66")
  }
}

@Suite("Programs")
struct ProgramTests {
  @Test("run in many frames at once")
  func concurrency() async throws {
    let program = try Fixture.environment.compile(
      "plan.activiteiten.exists(a, a.id.matches('^a' + '[0-9]$')) && this.weken > 3"
    ).get()
    let results = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var frame = Fixture.frame()
          return (0..<500).allSatisfy { _ in
            (try? program.evaluate(in: &frame).description) == "true"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: true, count: 8))
  }

  @Test(
    "that were not checked leave mistakes to evaluation",
    arguments: [
      ("nergens || true", "true"), ("1 + 'a' == 2 || true", "true"), ("f(3) == 1 || true", "true"),
      ("[1, 'a'].size()", "2"), ("plan.nergens == 1 || true", "true"),
    ]
  )
  func unchecked(_ source: String, _ result: String) throws {
    var frame = Fixture.frame()
    let program = try Fixture.environment.compileUnchecked(source).get()
    #expect(try program.evaluate(in: &frame).description == result)
  }
}
