import ArgumentParser
import CEL
import Lint
import Reporters
import SourceText
import YAML

/// `plantoets check PATH…`: judges plans and says what to improve.
///
/// Its options are given their names, as are those of its groups: to make them of the properties' takes a fortieth of a start.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    // The parser then does not look for what only `plantoets` itself answers: requests for completion scripts.
    _superCommandName: "plantoets",
    abstract: "Toets plannen: wat is goed, wat kan beter, en waarom.",
    discussion: """
      In een map zoekt plantoets naar .yaml en .yml met bovenaan «plantoets:». \
      Een bestand dat je zelf noemt, geldt altijd als plan. Een streepje (-) leest van standaardinvoer.

      Voorbeelden:
        plantoets check plan.yaml                             lees het rapport
        plantoets check plan.yaml --report html=toets.html    bewaar het als pagina
        plantoets check plannen/ --fail-on warning            houd een lijn aan

      Afsluitcodes: 0 niets gevonden vanaf --fail-on; 1 wel iets gevonden; 2 niet te toetsen; \
      3 geen plan gevonden; 64 verkeerd gebruik.
      """
  )

  @Argument(
    help: ArgumentHelp("Bestanden en mappen met plannen.", valueName: "plan"),
    completion: .plan
  )
  var paths: [String] = []

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("Vorm van de uitvoer; zonder keuze text.", valueName: "vorm")
  )
  var chosenFormat: ReportFormat?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Schrijf ook een rapport naar een bestand, bijvoorbeeld html=toets.html. Mag vaker.",
      valueName: "vorm=bestand"
    ),
    completion: .list(ReportFormat.allCases.map { $0.rawValue + "=" })
  )
  var report: [ReportFile] = []

  @Flag(name: .customLong("strengths"), help: "Neem sterke punten op in sarif.")
  var strengths = false

  @OptionGroup var pack: PackOptions

  @Option(name: .customLong("color"), help: Color.help) var color: Color?

  @OptionGroup var judging: JudgingOptions

  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp(
      "Nulmeting: wat daarin staat, is gemarkeerd en laat de toets niet falen.",
      valueName: "bestand"
    ),
    completion: .report
  )
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp("Schrijf een nulmeting van nu.", valueName: "bestand"),
    completion: .report
  )
  var writeBaseline: String?

  @Flag(
    name: .customLong("watch"),
    help: "Toets opnieuw zodra een plan, een instelling of een regel verandert."
  )
  var watch = false

  @Flag(
    name: .customLong("explain-score"),
    help: "Laat per les en regel zien hoe het cijfer tot stand komt."
  )
  var explainScore = false

  @Flag(
    name: .customLong("show-config"),
    help: "Toon welke instellingen gelden en waar ze vandaan komen; toets niets."
  )
  var showConfig = false

  @Flag(
    name: .customLong("quiet"),
    help: "Druk geen rapport af; alleen de afsluitcode en meldingen over fouten."
  )
  var quiet = false

  @Option(
    name: .customLong("changed"),
    help: ArgumentHelp(
      "Toets alleen plannen die veranderd zijn volgens git: sinds de laatste commit, of met --changed=main sinds je van main aftakte.",
      valueName: "tak|commit"
    ),
    // What follows after a space is a path already.
    completion: .plan
  )
  var changed: String?

  @Flag(
    name: .customLong("diff-only"),
    help:
      "Toon alleen wat de verandering meebrengt: bevindingen op veranderde regels, en nieuwe. Vergelijkt met git; zonder --changed met de laatste commit."
  )
  var diffOnly = false

  @Flag(
    name: .customLong("only-plans"),
    help:
      "Sla ook van de bestanden die je noemt over wat geen plan is («plantoets:» bovenaan) of is uitgesloten. Is er dan niets te toetsen, dan is dat goed."
  )
  var onlyPlans = false

  @Option(
    name: .customLong("files-from"),
    help: ArgumentHelp(
      "Lees uit een bestand, of met - van standaardinvoer, wat je wilt toetsen: op elke regel een pad, of {\"path\": …, \"text\": …} met het plan zelf. Met --format ndjson of concise komt het antwoord meteen, in dezelfde volgorde.",
      valueName: "bestand"
    ),
    completion: .file()
  )
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "De paden van --files-from eindigen op een nulteken, zoals bij «find -print0»."
  )
  var isSeparatedByNull = false

  /// The form that was asked for, else text for people.
  var format: ReportFormat { chosenFormat ?? .text }

  func run() throws {
    guard watch else {
      let code = try tellingProblems(in: pack.lang, style: color.errorStyle) { try check().code }
      guard code == 0 else { throw ExitCode(code) }
      return
    }
    var watching = Watch(
      paths: paths.isEmpty ? ["."] : paths,
      pack: pack.pack,
      language: pack.lang,
      style: color.outputStyle
    )
    try watching.run {
      Watch.clearScreen()
      do {
        return try tellingProblems(in: pack.lang, style: color.errorStyle) { try check().round }
      } catch let code as ExitCode where code.rawValue != Interrupted.exitCode {
        return nil
      }
    }
  }

  /// Judges the plans and shows the report.
  ///
  /// - Returns: the exit code, and what is to be compared with the next check.
  private func check() throws -> (code: Int32, round: Watch.Round?) {
    if filesFrom != nil, format.isPlanwise, !showConfig { return try checkList() }
    var configurations = ConfigurationFinder(language: pack.lang)
    var finder = PlanFinder(limit: judging.readingLimit)
    let inputs =
      try listedPlans() ?? findPlans(with: &finder) { configurations.excludes($0) }
    let settings = try settings(for: inputs, &configurations) {
      try pack.load($0, style: color.errorStyle)
    }
    let language = settings.language
    if let reference {
      if inputs.isEmpty { StandardError.write(language.noChanges(since: reference)) }
    } else {
      for folder in finder.foldersWithoutPlans {
        StandardError.write(language.noPlans(in: folder))
      }
      guard !inputs.isEmpty || onlyPlans else { throw ExitCode(3) }
    }
    guard !showConfig else {
      let text = ConfigurationText(settings: settings, packOptions: pack, judging: judging)
      StandardOutput.write(text.render(inputs.map(\.path)))
      return (0, nil)
    }
    let outcome = try judge(
      inputs,
      settings,
      into: emptyReport(settings, skipped: finder.skipped),
      baseline: try knownBaseline(in: language),
      judging
    )
    return finish(outcome, settings)
  }

  /// What holds for the plans, with the configurations that hold for them.
  func settings(
    for inputs: [PlanFinder.Input],
    _ configurations: inout ConfigurationFinder,
    load: (String?) throws -> RulePack
  ) throws -> RunSettings {
    try RunSettings(
      for: configurations.found(for: inputs),
      packOptions: pack,
      options: judging,
      load: load
    )
  }

  /// A baseline with the file that it was read from.
  typealias KnownBaseline = (file: BaselineFile, known: Baseline)

  func knownBaseline(in language: Language) throws -> KnownBaseline? {
    try baseline.map { path in
      let file = BaselineFile(path: path)
      return (file: file, known: try file.read(language: language))
    }
  }

  /// A report that has no plans yet.
  func emptyReport(_ settings: RunSettings, skipped: Int) -> Report {
    Report(
      tool: Plantoets.tool,
      pack: settings.pack.summary(in: settings.language),
      language: settings.language,
      plans: [],
      skipped: skipped
    )
  }

  /// Writes what needs all plans, and ends with the exit code that they come to.
  func finish(
    _ outcome: Outcome,
    _ settings: RunSettings
  ) -> (code: Int32, round: Watch.Round?) {
    if !format.isPlanwise { show(outcome, settings) }
    var areWritten = writeReports(of: outcome.report)
    if let path = writeBaseline { areWritten = write(path, outcome.report) && areWritten }
    for shortfall in outcome.shortfalls { StandardError.write(shortfall) }
    let round = Watch.Round(
      report: outcome.report,
      pack: pack.pack ?? settings.packConfiguration.map(RunSettings.path)
    )
    if outcome.hasUnreadable || !areWritten { return (2, round) }
    return (outcome.isBelowLine ? 1 : 0, round)
  }

  /// What judging came to.
  struct Outcome {
    /// With its plans only when something needs them all.
    var report: Report
    /// The plans' parts of the output, that wait to be written together.
    var parts: [TextBuffer] = []
    var tally: Report.Tally
    var hasUnreadable = false
    var isBelowLine = false
    /// What plans lack for the least grade, in words.
    var shortfalls: [String] = []

    /// Nothing judged as yet.
    fileprivate init(_ report: Report) {
      self.report = report
      tally = Report.Tally(skipped: report.skipped)
    }
  }

  /// What is left of a plan once it is judged: all that needs its report alone is done on the thread that made it.
  ///
  /// Threads that let go of what another made would wait for each other's memory.
  private struct Judged: Sendable {
    /// Its part of the output.
    var part: TextBuffer?
    var tally: Report.Tally
    var isUnreadable: Bool
    var isBelowLine: Bool
    /// What it lacks for the least grade, in words.
    var shortfall: String?
    /// Only when something needs all plans.
    var report: PlanReport?
  }

  /// What somebody looks at: the reports, a comparison with what was found before, a narrowing by what findings rest on, or the
  /// least grade.
  private func details(for gates: [Gate]) -> ReportDetails {
    guard !watch, writeBaseline == nil, !diffOnly else { return .all }
    var details: ReportDetails = baseline == nil ? .problemsAlone : .identities
    if gates.contains(where: { $0.leastGrade != nil }) { details.insert(.scores) }
    let forms = (quiet ? [] : [format]) + report.map(\.format)
    return forms.reduce(details) { $0.union($1.details) }
  }

  /// Judges the plans, and writes the parts of an output that is nothing but those as soon as they are there.
  func judge(
    _ inputs: [PlanFinder.Input],
    _ settings: RunSettings,
    into empty: Report,
    baseline: KnownBaseline?,
    _ options: JudgingOptions
  ) throws -> Outcome {
    let reporter = quiet ? nil : format.partwise(empty, style: color.outputStyle)
    let needsPlans = !quiet && (reporter == nil || explainScore)
    let keepsPlans = needsPlans || !report.isEmpty || writeBaseline != nil || watch
    let gates = settings.groupSettings.map(\.gate)
    let groups = settings.groups
    var outcome = Outcome(empty)
    let run = PlanRun(
      inputs,
      settings: settings,
      options: options,
      details: details(for: gates)
    )
    try run.judge { [language = settings.language] index, judged, _ in
      let plan = baseline.map { $0.known.marked(judged, path: $0.file.name(of: judged.file.path)) }
      let report = plan ?? judged
      let gate = gates[groups[index]]
      let shortfall = gate.shortfall(of: report, in: language)
      var tally = Report.Tally()
      tally.add(report)
      return Judged(
        part: format.isPlanwise
          ? reporter?.part(for: report) : reporter?.part(for: report).fitted,
        tally: tally,
        isUnreadable: report.status == .unreadable,
        isBelowLine: shortfall != nil || gate.isReached(by: report),
        shortfall: shortfall.map { "plantoets: \(report.file.path): \($0)" },
        report: keepsPlans ? report : nil
      )
    } each: { _, judged in
      if let part = judged.part {
        if format.isPlanwise { StandardOutput.write(part) } else { outcome.parts.append(part) }
      }
      outcome.tally.add(judged.tally)
      if judged.isUnreadable { outcome.hasUnreadable = true }
      if judged.isBelowLine { outcome.isBelowLine = true }
      if let shortfall = judged.shortfall { outcome.shortfalls.append(shortfall) }
      if let report = judged.report { outcome.report.plans.append(report) }
    }
    return outcome
  }
}
