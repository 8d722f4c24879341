import ArgumentParser
import EmbeddedPack
import Lint
import SourceText
import YAML

/// Measures the reading of plans alone: `swift run -c release Benchmarks reading PLAN…`.
///
/// The ways of reading take turns, and the best of many runs counts: that is the one that was disturbed least.
struct ReadingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "The ways of reading a plan, beside libyaml's events alone."
  )

  @Argument(help: "The plans to measure with.")
  var paths = ["plans/voorbeeldstad.yaml"]

  func run() throws {
    let reader = PlanReader(schema: EmbeddedPack.pack.schema)
    var table = Table()
    for path in paths {
      let plan = try PlanFile.read(path)
      let ways: [(name: String, read: () -> Void)] = [
        ("libyaml's events alone", { LibYAML.countEvents(plan.bytes) }),
        ("into nodes", { _ = Parser().parse(plan) }),
        ("into a typed plan, by nodes", { _ = reader.readThoroughly(plan) }),
        ("into a typed plan", { _ = reader.read(plan) }),
      ]
      var best = ways.map { _ in Duration.seconds(60) }
      let clock = ContinuousClock()
      for _ in 0..<400 {
        for (index, way) in ways.enumerated() {
          best[index] = min(best[index], clock.measure(way.read))
        }
      }
      let sound = reader.readSound(plan) != nil
      table.add("\(path): \(plan.bytes.count) bytes, \(sound ? "sound" : "not sound")")
      for (way, time) in zip(ways, best) { table.add("  " + way.name, time, ratioTo: best[0]) }
    }
    table.print()
  }
}
