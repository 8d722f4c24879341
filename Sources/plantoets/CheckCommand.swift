import ArgumentParser
import CEL
import Lint
import Reporters
import SourceText
import YAML

/// `plantoets check PATH…`: judges plans and says what to improve.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Toets plannen: wat is goed, wat kan beter, en waarom.",
    discussion: """
      In een map zoekt plantoets naar .yaml en .yml met bovenaan «plantoets:».
      Een bestand dat je zelf noemt, geldt altijd als plan. Een streepje (-) leest van standaardinvoer.

      Afsluitcodes: 0 niets gevonden vanaf --fail-on; 1 wel iets gevonden; 2 niet te toetsen;
      3 geen plan gevonden; 64 verkeerd gebruik.
      """
  )

  @Argument(help: "Bestanden en mappen met plannen.")
  var paths: [String]

  @Option(help: "Vorm van de uitvoer.")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Schrijf ook een rapport naar een bestand, bijvoorbeeld html=toets.html. Mag vaker.",
      valueName: "vorm=bestand"
    )
  )
  var report: [ReportFile] = []

  @Flag(help: "Neem sterke punten op in sarif.")
  var strengths = false

  @OptionGroup var pack: PackOptions

  @OptionGroup var terminal: TerminalOptions

  @Option(
    help:
      "Dag waarvoor de toets geldt, bijvoorbeeld 2025-07-31. Gaat voor de peildatum in het plan."
  )
  var peildatum: ReferenceDate?

  @Option(help: "Vanaf welke ernst de toets faalt.")
  var failOn: FailOn = .error

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Grens voor één plan; mag vaker. Namen en standaard: \(LimitOption.defaults).",
      valueName: "naam=aantal"
    )
  )
  var limits: [LimitOption] = []
  func validate() throws {
    for (index, file) in report.enumerated() {
      if file.path == "-" {
        throw ValidationError(
          "--report schrijft naar een bestand; gebruik --format voor de uitvoer."
        )
      }
      if report[..<index].contains(where: { $0.path == file.path }) {
        throw ValidationError("Twee rapporten kunnen niet samen in «\(file.path)».")
      }
    }
  }

  func run() throws {
    let linter = Linter(
      pack: try pack.load(style: terminal.errorStyle),
      language: pack.lang,
      referenceDate: peildatum?.interval,
      limits: limits.reduce(into: Linter.Limits()) { $1.apply(to: &$0) }
    )
    // One byte more than may be read shows that there is more.
    var finder = PlanFinder(limit: linter.limits.reading.bytes + 1)
    let inputs = finder.find(paths)
    let plans = inputs.map { input in
      switch input.contents {
      case .success(let bytes): linter.lint(SourceFile(path: input.path, bytes: bytes))
      case .failure(let problem):
        linter.unreadable(path: input.path, reason: problem.reason(in: pack.lang))
      }
    }
    for folder in finder.foldersWithoutPlans {
      StandardError.write(pack.lang.noPlans(in: folder))
    }
    guard !plans.isEmpty else { throw ExitCode(3) }
    let result = Report(
      tool: Report.Tool(name: "plantoets", version: Plantoets.version),
      pack: linter.pack.summary(in: pack.lang),
      language: pack.lang,
      plans: plans,
      skipped: finder.skipped
    )
    StandardOutput.write(
      format.render(result, style: terminal.outputStyle, includesStrengths: strengths)
    )
    let areWritten = writeReports(of: result)
    if result.summary.unreadable > 0 || !areWritten { throw ExitCode(2) }
    if failOn.isReached(by: result.gravest) { throw ExitCode(1) }
  }

  /// Writes the files that `--report` asks for; false, after saying why, when one could not be written.
  private func writeReports(of result: Report) -> Bool {
    var areWritten = true
    for file in report {
      do throws(FileProblem) {
        if result.plans.contains(where: { $0.file.path == file.path }) {
          throw FileProblem(.exists, path: file.path)
        }
        try FileTree.replace(
          file.path,
          file.format.render(result, includesStrengths: strengths)
        )
      } catch {
        StandardError.write(pack.lang.notWritten(error))
        areWritten = false
      }
    }
    return areWritten
  }
}

extension Language {
  /// What to say of a folder in which nothing was found.
  fileprivate func noPlans(in folder: String) -> String {
    switch self {
    case .nl:
      """
      plantoets: in «\(folder)» staat geen plan. Een plan is een .yaml-bestand met bovenaan «plantoets: 1».
      """
    case .en:
      """
      plantoets: there is no plan in “\(folder)”. A plan is a .yaml file with “plantoets: 1” at the top.
      """
    }
  }

  /// What to say of a report that could not be written.
  fileprivate func notWritten(_ problem: FileProblem) -> String {
    let reason =
      if case .missing = problem.kind {
        LocalizedText(nl: "de map bestaat niet", en: "the folder does not exist")[self]
      } else { problem.reason(in: self) }
    return switch self {
    case .nl: "plantoets: het rapport «\(problem.path)» is niet geschreven: \(reason)"
    case .en: "plantoets: the report “\(problem.path)” was not written: \(reason)"
    }
  }
}
