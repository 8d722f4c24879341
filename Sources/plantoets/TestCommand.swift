import ArgumentParser
import Lint
import Reporters
import SourceText

/// `plantoets test [DIR]`: runs the tests that the rules carry with them.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Draai de tests die in de regels zelf staan.",
    discussion: "Afsluitcodes: 0 alles slaagt; 1 een test faalt; 2 het pakket is niet te lezen."
  )

  @Argument(help: "Map met een regelpakket; zonder map het ingebouwde pakket.")
  var folder: String?

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    var options = PackOptions()
    options.pack = folder
    options.lang = .nl
    let pack = try options.load(style: terminal.errorStyle)
    let table = RuleTestTable(RuleTester(pack: pack).run(), style: terminal.outputStyle)
    StandardOutput.write(table.render())
    if table.hasFailures { throw ExitCode(1) }
  }
}
