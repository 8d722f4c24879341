import ArgumentParser
import Lint

/// `plantoets schema`: the JSON Schema of a plan, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Druk het JSON Schema van een plan af, voor je editor."
  )

  @OptionGroup var pack: PackOptions

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    StandardOutput.write(try pack.load(style: terminal.errorStyle).schema.text)
  }
}
