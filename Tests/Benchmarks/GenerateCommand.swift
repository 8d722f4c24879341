import ArgumentParser
import FoundationEssentials
import TestSupport

/// Writes generated plans to a folder: `swift run Benchmarks generate --count 342 --out DIR`.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes plans of realistic shape to a folder, the same for the same seed."
  )

  @Option(help: "How many plans.")
  var count = 1

  @Option(help: "About how long each plan is, in bytes.")
  var bytes = 14_000

  @Option(help: "The seed of the first plan; the others follow it.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The folder, made when it is not there.", valueName: "dir"))
  var out: String

  func validate() throws {
    guard count >= 1 else { throw ValidationError("--count is 1 or more.") }
    guard bytes >= 10_000 else { throw ValidationError("--bytes is 10000 or more.") }
  }

  func run() throws {
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let generator = PlanGenerator(bytes: bytes)
    let width = "\(count)".count
    for number in 0..<count {
      let name = "\(number + 1)"
      let zeros = String(repeating: "0", count: width - name.count)
      let file = folder.appending(path: "plan-\(zeros)\(name).yaml")
      try Data(generator.text(seed: seed &+ UInt64(number)).utf8).write(to: file)
    }
  }
}
