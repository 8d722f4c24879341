import ArgumentParser
import Lint
import Reporters

extension RuleListFormat: NamedChoice {}

/// `plantoets rules`: the rules of the pack.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Toon alle regels: naam, les, ernst en titel.",
    discussion: """
      Voorbeelden:
        plantoets rules                           elke regel op een eigen lijn
        plantoets rules --format json             alles over de regels, voor programma's
        plantoets rules --format markdown         de pagina rules/README.md
      """
  )

  @Option(help: ArgumentHelp("Vorm van de lijst.", valueName: "vorm"))
  var format: RuleListFormat = .text

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  func run() throws {
    let rules = try pack.load(withTests: true, style: color.errorStyle)
    let list = format.render(rules, language: pack.lang, style: color.outputStyle)
    StandardOutput.write(list)
  }
}
