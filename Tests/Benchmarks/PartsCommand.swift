import ArgumentParser
import EmbeddedPack
import Lint
import SourceText
import YAML

/// Measures the parts of a run: `swift run -c release Benchmarks [PLAN…]`.
///
/// Machines are noisy: every figure is the median of several runs, and the ratios within one run say more than the times.
struct PartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts",
    abstract: "The parts of a run: loading the rules, reading a plan, judging it."
  )

  @Argument(help: "The plans to measure with.")
  var paths = ["plans/voorbeeldstad.yaml"]

  func run() throws {
    let files = EmbeddedPack.files
    let pack = try PackLoader.load(files).get()
    var table = Table()

    let ruleCount = pack.rules.count
    let load = Stopwatch.median(runs: 31) { _ = PackLoader.load(files) }
    table.add("load the pack", load, per: ruleCount, "rule")
    let archived = Stopwatch.median(runs: 31) { _ = EmbeddedPack.read() }
    table.add("read it compiled, as the binary does", archived, per: ruleCount, "rule")
    let parse = Stopwatch.median(runs: 31) {
      for file in files { _ = Parser().parse(file) }
    }
    table.add("read its YAML and JSON alone", parse, per: ruleCount, "rule")
    let compile = Stopwatch.median(runs: 31) { _ = pack.recompiled() }
    table.add("compile its expressions alone", compile, per: ruleCount, "rule")

    for path in paths {
      let plan = try PlanFile.read(path)
      let linter = Linter(pack: pack, language: .nl)
      let events = Stopwatch.median(runs: 101) { LibYAML.countEvents(plan.bytes) }
      let nodes = Stopwatch.median(runs: 101) { _ = Parser().parse(plan) }
      let reader = PlanReader(schema: pack.schema)
      let thorough = Stopwatch.median(runs: 101) { _ = reader.readThoroughly(plan) }
      let read = Stopwatch.median(runs: 101) { _ = reader.read(plan) }
      let typed = reader.read(plan)
      let judge = Stopwatch.median(runs: 51) { _ = linter.report(typed) }
      table.add("\(path): \(plan.bytes.count) bytes")
      table.add("  libyaml's events alone", events, ratioTo: events)
      table.add("  into nodes", nodes, ratioTo: events)
      table.add("  into a typed plan, by nodes", thorough, ratioTo: events)
      table.add("  into a typed plan", read, ratioTo: events)
      table.add("  judge and word it", judge, per: ruleCount, "rule", ratioTo: events)
      for (rule, time) in Self.slowest(pack, typed).prefix(5) {
        table.add("    \(rule)", time)
      }
    }
    table.print()
  }

  /// The rules by the time that their verdicts take, the longest first.
  private static func slowest(_ pack: RulePack, _ plan: Plan) -> [(rule: String, time: Duration)] {
    pack.rules.indices.map { index in
      let time = Stopwatch.median(runs: 21) {
        var judge = Judge(
          rule: pack.rules[index],
          at: index,
          on: plan,
          date: plan.referenceDate,
          pack: pack
        )
        _ = judge.verdicts()
      }
      return (pack.rules[index].rule.id, time)
    }
    .sorted { $0.time > $1.time }
  }
}
