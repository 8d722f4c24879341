import ArgumentParser

/// What is judged, and which line a plan must hold.
struct CheckOptions: ParsableArguments {
  @OptionGroup var judging: JudgingOptions

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

  @Flag(help: "Toets opnieuw zodra een plan, een instelling of een regel verandert.")
  var watch = false

  @Flag(help: "Laat per les en regel zien hoe het cijfer tot stand komt.")
  var explainScore = false

  @Flag(help: "Toon welke instellingen gelden en waar ze vandaan komen; toets niets.")
  var showConfig = false

  @Flag(help: "Druk geen rapport af; alleen de afsluitcode en meldingen over fouten.")
  var quiet = false
}
