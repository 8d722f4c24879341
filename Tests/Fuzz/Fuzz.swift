import EmbeddedPack
import FoundationEssentials
import Glibc
import Lint
import SourceText
import TestSupport

/// Mutates the example plans and reads them: `swift run -c release Fuzz [--count N] [--seed S] [--judge K]`.
///
/// Whatever arrives, there must be a report whose findings stand inside the text, and the quick reading of a plan must give
/// what a thorough one gives, when it gives anything; progress is printed, and
/// `--only NUMBER` makes one input again. Every `K`th input is judged by the rules as well.
@main
enum Fuzz {
  static func main() throws {
    let options = Options(CommandLine.arguments.dropFirst())
    let pack = try PackLoader.load(EmbeddedPack.files).get()
    let reader = PlanReader(schema: pack.schema)
    let linter = Linter(pack: pack, language: .nl)
    let seeds = try plans() + BadInput.modest.map { $0.bytes() }
    var outcomes: [PlanReport.Status: Int] = [:]
    var sound = 0
    var slowest: (number: UInt64, time: Duration) = (0, .zero)
    let clock = ContinuousClock()
    let numbers = options.only.map { $0..<($0 + 1) } ?? 0..<options.count
    for number in numbers {
      // Each input has a generator of its own, so that any one can be made again.
      var mutation = Mutation(seed: options.seed &* 0x9E37_79B9_7F4A_7C15 &+ number)
      let file = SourceFile(path: "\(number)", bytes: mutation.mutate(seeds))
      let start = clock.now
      let plan = reader.read(file)
      for problem in plan.problems {
        precondition(
          problem.range.end <= plan.file.bytes.count,
          "input \(number): \(problem.rule) stands outside the text"
        )
        precondition(!problem.wording(in: .nl).message.isEmpty, "input \(number)")
      }
      let comparison = PlanComparison(reader, file)
      precondition(
        comparison.difference == nil,
        "input \(number): read quickly, \(comparison.difference ?? "")"
      )
      if comparison.isSound { sound += 1 }
      if number % options.judge == 0 { _ = linter.report(plan) }
      outcomes[plan.status, default: 0] += 1
      let time = clock.now - start
      if time > slowest.time { slowest = (number, time) }
      if number % 100_000 == 99_999 { print("\(number + 1) inputs") }
    }
    let counts = outcomes.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ")
    print("\(numbers.count) inputs from seed \(options.seed) without a crash (\(counts))")
    print("\(sound) sound, and the same when read thoroughly")
    print("slowest: input \(slowest.number), \(slowest.time)")
  }

  /// The example plans of the repository.
  private static func plans() throws -> [[UInt8]] {
    let folder = SharedFolder.package.appending(path: "plans")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".yaml") }.map { name in
      Array(try Data(contentsOf: folder.appending(path: name)))
    }
  }
}

/// What the command line asks.
private struct Options {
  var count: UInt64 = 10_000
  var seed: UInt64 = 1
  var judge: UInt64 = 50
  var only: UInt64?

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      guard let value = rest.popFirst().flatMap(UInt64.init) else { Self.refuse(name) }
      switch name {
      case "--count": count = value
      case "--seed": seed = value
      case "--judge": judge = max(1, value)
      case "--only": only = value
      default: Self.refuse(name)
      }
    }
  }

  private static func refuse(_ name: String) -> Never {
    print("Fuzz [--count N] [--seed S] [--judge K] [--only NUMBER]; what is \(name)?")
    exit(64)
  }
}
