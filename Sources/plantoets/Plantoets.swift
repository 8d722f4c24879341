import ArgumentParser
import EmbeddedPack
import Lint

/// The command line: one short file per command.
@main
struct Plantoets: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "plantoets",
    abstract: "Toetst een gemeentelijk plan aan de lessen van het Nationaal Programma Onderwijs.",
    discussion: """
      Probeer bijvoorbeeld:
        plantoets init mijn-plan.yaml         maak een plan
        plantoets check mijn-plan.yaml        toets een plan
        plantoets check plannen/              toets alle plannen in een map
        plantoets explain looptijd-te-kort    lees wat een regel vraagt, en waarom
      """,
    version: version,
    subcommands: [
      CheckCommand.self, CompareCommand.self, EvalCommand.self, ExplainCommand.self,
      InitCommand.self, ManualCommand.self, ReviewCommand.self, RulesCommand.self,
      SchemaCommand.self, TestCommand.self,
    ]
  )

  /// How reports name this program.
  static var tool: Report.Tool { Report.Tool(name: "plantoets", version: version) }

  /// The versions of the program and of the rules inside it.
  static func versionText(in language: Language) -> String {
    let pack = LocalizedText(nl: "regelpakket", en: "rule pack")
    return "plantoets \(Self.version), \(pack[language]) \(EmbeddedPack.id) \(EmbeddedPack.version)"
  }
}
