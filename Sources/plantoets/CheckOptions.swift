import ArgumentParser
import CEL
import Lint

/// What is judged, and which line a plan must hold.
struct CheckOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Dag waarvoor de toets geldt, bijvoorbeeld 2025-07-31. Gaat voor de peildatum in het plan.",
      valueName: "datum"
    )
  )
  var peildatum: ReferenceDate?

  @Option(
    help: ArgumentHelp(
      "Vanaf welke ernst de toets faalt; zonder keuze vanaf error.",
      valueName: "ernst"
    )
  )
  var failOn: FailOn?

  @Option(
    help: ArgumentHelp(
      "Het rapportcijfer dat elk plan minstens moet halen, van 1 tot en met 10.",
      valueName: "cijfer"
    )
  )
  var minScore: LeastGrade?

  @Option(
    help: ArgumentHelp("Toets alleen deze regel of les. Mag vaker.", valueName: "regel|les"),
    completion: .ruleOrLesson
  )
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Toets deze regel of les niet. Mag vaker.", valueName: "regel|les"),
    completion: .ruleOrLesson
  )
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Nulmeting: wat daarin staat, is gemarkeerd en laat de toets niet falen.",
      valueName: "bestand"
    ),
    completion: .report
  )
  var baseline: String?

  @Option(
    help: ArgumentHelp("Schrijf een nulmeting van nu.", valueName: "bestand"),
    completion: .report
  )
  var writeBaseline: String?

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Grens voor één plan; mag vaker. Namen en standaard: \(LimitOption.defaults).",
      valueName: "naam=aantal"
    ),
    completion: .list(LimitOption.Name.allCases.map { $0.rawValue + "=" })
  )
  var limits: [LimitOption] = []

  @Flag(help: "Laat per les en regel zien hoe het cijfer tot stand komt.")
  var explainScore = false

  @Flag(help: "Toon welke instellingen gelden en waar ze vandaan komen; toets niets.")
  var showConfig = false

  @Flag(help: "Druk geen rapport af; alleen de afsluitcode en meldingen over fouten.")
  var quiet = false

  /// The limits with what the options change in them.
  var linterLimits: Linter.Limits {
    limits.reduce(into: Linter.Limits()) { $1.apply(to: &$0) }
  }
}
