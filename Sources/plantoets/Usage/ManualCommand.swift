import ArgumentParser
import CEL
import Lint

/// `plantoets manual`: the page for `man`, made of the help of all commands when a release is put together.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Druk de handleiding af voor man(1).",
    discussion: """
      Voorbeeld:
        plantoets manual --date 2026-11-21 > plantoets.1
      """,
    shouldDisplay: false
  )

  @Option(help: ArgumentHelp("De dag van de uitgave, als 2026-11-21.", valueName: "datum"))
  var date: ReferenceDate?

  func run() throws {
    let page = ManualPage(CommandPage.root, date: date.map { "\($0.interval)" } ?? "")
    StandardOutput.write(page.render())
  }
}
