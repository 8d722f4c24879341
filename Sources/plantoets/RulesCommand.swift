import ArgumentParser
import Lint
import Reporters

extension RuleListFormat: ExpressibleByArgument {}

/// `plantoets rules`: the rules of the pack.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Toon alle regels: naam, les, ernst en titel.",
    discussion: "De vorm «markdown» is de pagina rules/README.md."
  )

  @Option(help: "Vorm van de lijst.")
  var format: RuleListFormat = .text

  @OptionGroup var pack: PackOptions

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let rules = try pack.load(withTests: true, style: terminal.errorStyle)
    let list = format.render(rules, language: pack.lang, style: terminal.outputStyle)
    StandardOutput.write(list)
  }
}
