import ArgumentParser
import CEL
import Lint
import YAML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How plans are judged: which line each must hold, and how a run over them goes about its work.
struct JudgingOptions: ParsableArguments {
  @Option(
    name: .customLong("peildatum"),
    help: ArgumentHelp(
      "Dag waarvoor de toets geldt, bijvoorbeeld 2025-07-31. Gaat voor de peildatum in het plan.",
      valueName: "datum"
    )
  )
  var peildatum: ReferenceDate?

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Vanaf welke ernst het misgaat; zonder keuze bij check vanaf error, bij review nooit.",
      valueName: "ernst"
    )
  )
  var failOn: FailOn?

  @Option(
    name: .customLong("min-score"),
    help: ArgumentHelp(
      "Het rapportcijfer dat elk plan minstens moet halen, van 1 tot en met 10.",
      valueName: "cijfer"
    )
  )
  var minScore: LeastGrade?

  @Option(
    name: .customLong("select"),
    help: ArgumentHelp("Toets alleen deze regel of les. Mag vaker.", valueName: "regel|les"),
    completion: .ruleOrLesson
  )
  var select: [String] = []

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Toets deze regel of les niet. Mag vaker.", valueName: "regel|les"),
    completion: .ruleOrLesson
  )
  var ignore: [String] = []

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Grens voor één plan; mag vaker. Namen en standaard: \(LimitOption.defaults).",
      valueName: "naam=aantal"
    ),
    completion: .list(LimitOption.Name.allCases.map { $0.rawValue + "=" })
  )
  var limits: [LimitOption] = []

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "Hoeveel plannen tegelijk (standaard: zoveel als er processorkernen zijn).",
      valueName: "aantal"
    )
  )
  var jobs: Int?

  @Flag(name: .customLong("no-progress"), help: "Toon geen voortgang.")
  var noProgress = false

  /// Tells in the reader's language, which these options do not know, what may not be.
  func validate(in language: Language) throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError(
        in: language,
        nl: "--jobs is een getal van 1 tot 1024.",
        en: "--jobs is a number from 1 to 1024."
      )
    }
  }

  /// How many bytes of a plan are read: one more than may be shows that there is more.
  var readingLimit: Int { linterLimits.reading.bytes + 1 }

  /// The limits with what the options change in them.
  var linterLimits: Linter.Limits {
    limits.reduce(into: Linter.Limits()) { $1.apply(to: &$0) }
  }

  /// How many threads judge.
  var jobCount: Int { jobs ?? Self.processors }

  private static var processors: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
