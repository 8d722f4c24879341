import ArgumentParser
import Lint
import Reporters
import SourceText

/// `plantoets explain RULE`: what a rule asks, why, and on whose word.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Leg een regel of les uit: wat, waarom, bron, voorbeelden en drempels.",
    discussion: """
      Alle namen van regels: plantoets rules

      Voorbeelden:
        plantoets explain looptijd-te-kort    lees over een regel
        plantoets explain tijdspad            lees over een les, met haar regels
      """
  )

  @Argument(
    help: ArgumentHelp(
      "De naam van een regel of les, bijvoorbeeld looptijd-te-kort.",
      valueName: "regel|les"
    ),
    completion: .ruleOrLesson
  )
  var name: String

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  func run() throws {
    let rules = try pack.load(withTests: true, style: color.errorStyle)
    let explanation = Explanation(pack: rules, language: pack.lang, style: color.outputStyle)
    if let rule = rules.rule(name) {
      StandardOutput.write(explanation.text(of: rule))
    } else if let lesson = rules.lesson(name) {
      StandardOutput.write(explanation.text(of: lesson))
    } else {
      let names = rules.rules.map(\.rule.id) + rules.lessons.map(\.id)
      StandardError.write(explanation.unknown(name, nearest: nearestName(to: name, among: names)))
      throw ExitCode(2)
    }
  }
}
