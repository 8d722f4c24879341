import ArgumentParser
import Lint
import Reporters
import SourceText

/// `plantoets test [DIR]`: runs the tests that the rules carry with them.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Draai de tests die in de regels zelf staan.",
    discussion: """
      Toont per regel de tests, de takken die zij namen, en de mutanten die zij vingen. Een mutant is de \
      regel met één kleine fout: een vergelijking omgekeerd, een getal verschoven, een deel weggelaten.

      Voorbeelden:
        plantoets test              test de ingebouwde regels
        plantoets test rules/ppj    test de regels in een map

      Afsluitcodes: 0 alles slaagt; 1 een test faalt, of er zijn te weinig mutanten gevangen; \
      2 het pakket is niet te lezen, of een regel heeft geen test die slaagt of faalt.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Map met een regelpakket; zonder map het ingebouwde pakket.",
      valueName: "map"
    ),
    completion: .directory
  )
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "Faal als de tests minder dan dit deel van de mutanten vangen.",
      valueName: "procent"
    )
  )
  var minMutants = 95.0

  @Option(help: Color.help) var color: Color?

  func run() throws {
    var options = PackOptions()
    options.pack = folder
    options.lang = .nl
    let pack = try options.load(withTests: true, style: color.errorStyle)
    let table = RuleTestTable(RuleTester(pack: pack).prove(), style: color.outputStyle)
    StandardOutput.write(table.render())
    if table.hasFailures || table.mutationScore * 100 < minMutants { throw ExitCode(1) }
  }
}
