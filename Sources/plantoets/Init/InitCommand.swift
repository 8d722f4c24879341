import ArgumentParser
import Lint

/// `plantoets init`: the start of a plan, by questions at a terminal and else as a text to fill in.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin een plan: antwoord op een paar vragen, of vul het zelf in.",
    discussion: """
      In een terminal stelt plantoets je de vragen die het meest uitmaken, en toetst daarna wat er staat. \
      Anders maakt plantoets een plan met uitleg bij elk veld. Een bestand dat er al is, blijft zoals het is.

      Voorbeelden:
        plantoets init mijn-plan.yaml              begin met vragen
        plantoets init mijn-plan.yaml --minimal    geen vragen: alleen wat moet, en de onderdelen
        plantoets init - > mijn-plan.yaml          geen vragen: alle velden met uitleg
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Het bestand om te maken; een streepje (-) drukt het plan af.",
      valueName: "bestand"
    ),
    completion: .plan
  )
  var file = "plan.yaml"

  @Flag(help: "Stel geen vragen. Zet er alleen in wat moet, en de namen van de andere onderdelen.")
  var minimal = false

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  func run() throws {
    let schema = try pack.load(style: color.errorStyle).schema
    do {
      if TerminalInput.isTerminal, !minimal, file != "-", try ask(schema) { return }
      let text = PlanTemplate(schema: schema, isMinimal: minimal).text
      guard file != "-" else { return StandardOutput.write(text) }
      try FileTree.create(file, text)
    } catch let problem as FileProblem {
      StandardError.write("plantoets: \(problem.path): \(problem.reason(in: pack.lang))")
      throw ExitCode(2)
    } catch let error as QuestionError {
      StandardError.write("plantoets: plan.schema.json: \(error.message)")
      throw ExitCode(2)
    }
    let next = LocalizedText(
      nl: "Gemaakt: \(file). Vul het in en toets het met: plantoets check \(file)",
      en: "Made \(file). Fill it in and check it with: plantoets check \(file)"
    )
    StandardError.write(next[pack.lang])
  }

  /// Makes the plan by questions and checks it; false when the pack has no questions.
  private func ask(_ schema: PlanSchema) throws -> Bool {
    let interview = try Interview(schema: schema, language: pack.lang)
    guard !interview.questions.isEmpty else { return false }
    let text = InterviewText(language: pack.lang, style: color.outputStyle)
    var interviewer = Interviewer(interview, file: file, text: text)
    guard try interviewer.ask() else { return true }
    StandardOutput.write(text.made(file))
    var arguments = ["--lang", pack.lang.rawValue]
    if let color { arguments += ["--color", color.rawValue] }
    if let folder = pack.pack { arguments += ["--pack", folder] }
    do {
      try CheckCommand.parse(arguments + ["--", file]).run()
    } catch let code as ExitCode where code.rawValue == 1 {
      // A plan that has only begun may have findings: there is nothing wrong with making it.
    }
    return true
  }
}
