import ArgumentParser

/// What plantoets takes: of one process by its parts, or of whole runs on generated plans with `.ci/benchmark`.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measures plantoets, and makes the plans to measure it on.",
    subcommands: [
      PartsCommand.self, ReadingCommand.self, BadInputsCommand.self, BadInputCommand.self,
      GenerateCommand.self,
    ],
    defaultSubcommand: PartsCommand.self
  )
}
