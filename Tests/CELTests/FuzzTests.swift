import CEL
import Foundation
import TestSupport
import Testing

/// Mutates the suite's expressions at random: nothing may crash, and what parses must print and parse again.
///
/// A short run is part of every test run. `CEL_FUZZ=1000000 CEL_FUZZ_SEED=7 swift test -c release
/// -Xswiftc -enable-testing --filter FuzzTests` makes a long one.
@Suite("Fuzzing", .enabled(if: Suites.isPresent, "the official suite is not there"))
struct FuzzTests {
  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
  }

  @Test("mutated expressions are refused or evaluated, never a crash")
  func mutations() throws {
    let count = Self.setting("CEL_FUZZ") ?? 5000
    var random = SplitMix(seed: Self.setting("CEL_FUZZ_SEED") ?? 1)
    let seeds =
      ConformanceCase.all.map(\.expression) + LibraryExample.all.map(\.expression) + [
        "plan.activiteiten.exists(a, a.budget > 1.0 && a.soort in ['taal'])",
        "has(plan.partner) || plan.volledig ? plan.?partner.?naam.orValue('x') : plan.naam",
        "addMonths(plan.eind, 2) > peildatum && stated(plan.groepen).size() > 2",
      ]
    let limits = Limits(depth: 60, expressionSize: 2000, cost: 5000, listSize: 500)
    let environment = Environment(
      variables: Fixture.environment.variables.map { ($0.name, $0.type) },
      structures: [Fixture.plan, Fixture.partner, Fixture.activity],
      limits: limits
    )
    var frame = Fixture.frame(isOpen: true)
    for _ in 0..<count {
      let source = Mutation.mutate(seeds, &random)
      try exercise(source, environment, &frame)
    }
  }

  private func exercise(
    _ source: String,
    _ environment: Environment,
    _ frame: inout Frame
  ) throws {
    if case .success(let program) = environment.compile(source) {
      _ = try? program.evaluate(in: &frame)
    }
    guard case .success(let program) = environment.compileUnchecked(source) else { return }
    let printed = try #require(program.expression).description
    if let again = try? environment.compileUnchecked(printed).get() {
      #expect(again.expression == program.expression, "\(source)")
    } else {
      // Only a limit may keep what was printed from being read again.
      #expect(printed.count > 1000, "\(source) is printed as \(printed)")
    }
    if let (value, evidence) = try? program.explain(in: &frame) {
      _ = evidence.count
      _ = value.isUnknown
    }
  }
}

/// Ways to spoil an expression.
enum Mutation {
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!", "==", "!=", "<",
    "<=", ">", ">=", "&&", "||", " in ", "0", "1", "-1", "1u", "1.5", "9223372036854775807", "'a'",
    "b'\\xff'", "\"é\"", "null", "true", "false", "x", "plan", "this", "vrij", "[?", ".?", "has(",
    "known(", ".all(x, ", ".exists(x, ", ".map(x, ", ".filter(x, ", ".size()", "dyn(", "type(",
    "optional.of(", "optional.none()", ".orValue(", "cel.bind(x, ",
    "timestamp('2025-01-01T00:00:00Z')",
    "duration('1h')", "date('2025-07')", ".matches('a*')", ".format([", ".split('')", "`a-b`", "\\",
    "'",
  ]

  static func mutate(_ seeds: [String], _ random: inout SplitMix) -> String {
    var bytes = Array(pick(seeds, &random).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: pick(pieces, &random).utf8, at: place)
      case 1: bytes.removeSubrange(place..<min(place + length(&random), bytes.count))
      case 2: bytes.insert(contentsOf: pick(seeds, &random).utf8.prefix(40), at: place)
      case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      case 4:
        let part = bytes[place..<min(place + length(&random), bytes.count)]
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes = Array("(\(String(decoding: bytes, as: UTF8.self)))".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func length(_ random: inout SplitMix) -> Int {
    Int.random(in: 1...12, using: &random)
  }

  private static func pick(_ items: [String], _ random: inout SplitMix) -> String {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
}
