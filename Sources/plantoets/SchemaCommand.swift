import ArgumentParser
import Lint

/// `plantoets schema`: the JSON Schema of a plan, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Druk het JSON Schema van een plan af, voor je editor.",
    discussion: """
      Met dit bestand vult je editor velden aan, en legt ze uit terwijl je typt. Zet daarvoor boven je plan:
        # yaml-language-server: $schema=plan.schema.json

      Voorbeeld:
        plantoets schema > plan.schema.json
      """
  )

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  func run() throws {
    StandardOutput.write(try pack.load(style: color.errorStyle).schema.text)
  }
}
