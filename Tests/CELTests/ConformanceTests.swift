import CEL
import Testing

@Suite("cel-spec conformance", .enabled(if: Suites.isPresent, "the official suite is not there"))
struct ConformanceTests {
  /// Tests that are known to fail, with the reason.
  private static let knownFailures: [String: String] = {
    let backslash = "the JSON form of the suite kept the backslash of the text format's own escape"
    var failures = [
      "parse/bytes_literals/triple_single_quoted_unescaped_punctuation": backslash,
      "parse/bytes_literals/triple_double_quoted_unescaped_punctuation": backslash,
    ]
    if !Zones.isPresent {
      let names = [
        "getDate", "getDayOfMonth_name_pos", "getDayOfMonth_name_neg", "getDayOfYear", "getMinutes",
      ]
      for name in names {
        failures["timestamps/timestamp_selectors_tz/\(name)"] = "there is no time zone database"
      }
    }
    return failures
  }()

  @Test("every test that needs no message is there")
  func count() {
    #expect(ConformanceCase.all.count >= 1643)
  }

  @Test("gives the result of the suite", arguments: ConformanceCase.all)
  func result(_ test: ConformanceCase) throws {
    if let reason = Self.knownFailures[test.id] {
      withKnownIssue("\(reason)") { try run(test) }
    } else {
      try run(test)
    }
  }

  @Test("parsing what is printed gives the same expression", arguments: ConformanceCase.all)
  func roundTrip(_ test: ConformanceCase) throws {
    let first = try Self.parse(test.expression)
    let printed = first.description
    let second = try Self.parse(printed)
    #expect(first == second, "printed as \(printed)")
    #expect(second.description == printed)
  }

  private static func parse(_ source: String) throws -> Expression {
    try #require(Environment(variables: []).compileUnchecked(source).get().expression)
  }

  private func run(_ test: ConformanceCase) throws {
    let environment = try ConformanceEnvironment(test)
    let compiled =
      test.isChecked
      ? environment.environment.compile(test.expression)
      : environment.environment.compileUnchecked(test.expression)
    let program = try compiled.get()
    if case .type(let type, _) = test.expected {
      #expect(program.type.description == ConformanceEnvironment.type(type).description)
    }
    if test.isCheckedOnly { return }
    var frame = Frame(environment.environment)
    for (name, value) in environment.bindings {
      if let variable = environment.environment.variable(named: name) {
        frame.set(variable, value)
      }
    }
    switch test.expected {
    case .error:
      #expect(throws: EvaluationError.self) { try program.evaluate(in: &frame) }
    case .value(let expected):
      expect(try program.evaluate(in: &frame), equals: try ConformanceEnvironment.value(expected))
    case .type(_, let expected):
      let value = try program.evaluate(in: &frame)
      if let expected { expect(value, equals: try ConformanceEnvironment.value(expected)) }
    }
  }

  private func expect(_ value: Value, equals expected: Value) {
    #expect(value.canonical == expected.canonical)
  }
}

extension Value {
  /// The value as text, the entries of maps in the order of their keys.
  var canonical: String {
    switch kind {
    case .list(let list): "[\(list.elements.map(\.canonical).joined(separator: ", "))]"
    case .map(let map):
      "{\(map.entries.map { "\($0.key.canonical): \($0.value.canonical)" }.sorted().joined(separator: ", "))}"
    default: description
    }
  }
}
