import ArgumentParser
import Lint

/// `plantoets init`: a plan with comments, to be filled in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Maak een plan met uitleg, om in te vullen.",
    discussion: """
      Een bestand dat er al is, blijft zoals het is.

      Voorbeelden:
        plantoets init mijn-plan.yaml              maak een plan met uitleg bij elk veld
        plantoets init mijn-plan.yaml --minimal    alleen wat moet, en de namen van de onderdelen
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Het bestand om te maken; een streepje (-) drukt het plan af.",
      valueName: "bestand"
    )
  )
  var file = "plan.yaml"

  @Flag(help: "Alleen wat moet, en de namen van de andere onderdelen.")
  var minimal = false

  @OptionGroup var pack: PackOptions

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let schema = try pack.load(style: terminal.errorStyle).schema
    let text = PlanTemplate(schema: schema, isMinimal: minimal).text
    guard file != "-" else { return StandardOutput.write(text) }
    do throws(FileProblem) {
      try FileTree.create(file, text)
    } catch {
      StandardError.write("plantoets: \(error.path): \(error.reason(in: pack.lang))")
      throw ExitCode(2)
    }
    let next = LocalizedText(
      nl: "Gemaakt: \(file). Vul het in en toets het met: plantoets check \(file)",
      en: "Made \(file). Fill it in and check it with: plantoets check \(file)"
    )
    StandardError.write(next[pack.lang])
  }
}
