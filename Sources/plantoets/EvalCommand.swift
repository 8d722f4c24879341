import ArgumentParser
import CEL
import Lint
import Reporters
import SourceText
import YAML

/// `plantoets eval EXPR [PLAN]`: what an expression gives, for authors of rules.
struct EvalCommand: ParsableCommand {
  enum Format: String, NamedChoice {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Reken een CEL-uitdrukking uit, op een plan of los.",
    discussion: """
      Met --functions lees je alle functies, met uitleg en een voorbeeld.

      Voorbeelden:
        plantoets eval '1 + 2'
        plantoets eval 'plan.doelgroepen.map(d, d.omvang).sum()' plan.yaml
        plantoets eval --functions

      Afsluitcodes: 0 er is een waarde; 1 de uitdrukking klopt niet; 2 het plan of pakket is niet te lezen.
      """
  )

  @Argument(help: ArgumentHelp("De uitdrukking.", valueName: "uitdrukking"))
  var expression: String?

  @Argument(
    help: ArgumentHelp("Het plan waarop je rekent.", valueName: "plan"),
    completion: .plan
  )
  var plan: String?

  @Option(help: ArgumentHelp("Vorm van de uitvoer.", valueName: "vorm"))
  var format: Format = .text

  @Flag(help: "Druk alle functies af.")
  var functions = false

  @Option(
    help: ArgumentHelp(
      "Dag waarvoor je rekent. Gaat voor de peildatum in het plan.",
      valueName: "datum"
    )
  )
  var peildatum: ReferenceDate?

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  func validate() throws {
    if expression == nil, !functions {
      throw ValidationError(
        in: pack.lang,
        nl: "Geef een uitdrukking, of --functions.",
        en: "Give an expression, or --functions."
      )
    }
  }

  func run() throws {
    let style = color.outputStyle
    if functions {
      return StandardOutput.write(
        FunctionTable(RuleFunctions.library(for: pack.lang), style).render()
      )
    }
    let rules = try pack.load(style: color.errorStyle)
    let plan = try plan.map { try read($0, rules) }
    let evaluator = ExpressionEvaluator(pack: rules)
    let date = peildatum.map { Value(.date($0.interval)) }
    switch evaluator.evaluate(expression ?? "", on: plan, referenceDate: date) {
    case .success(let evaluation):
      let text = EvaluationText(evaluation, plan: plan?.file, style: style)
      StandardOutput.write(format == .json ? text.json : text.text)
    case .failure(let error):
      for diagnostic in error.diagnostics {
        StandardError.write(DiagnosticText(diagnostic).render(style: color.errorStyle))
      }
      throw ExitCode(1)
    }
  }

  private func read(_ path: String, _ rules: RulePack) throws -> Plan {
    do throws(FileProblem) {
      let limit = Linter.Limits().reading.bytes + 1
      let bytes =
        path == "-"
        ? try FileTree.readStandardInput(limit: limit) : try FileTree.read(path, limit: limit)
      let plan = PlanReader(schema: rules.schema).read(SourceFile(path: path, bytes: bytes))
      guard plan.status != .unreadable else { throw FileProblem(.notAPlan, path: path) }
      return plan
    } catch {
      StandardError.write("plantoets: \(error.path): \(error.reason(in: pack.lang))")
      throw ExitCode(2)
    }
  }
}
