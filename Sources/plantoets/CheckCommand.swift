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

  @Option(help: ArgumentHelp("Vorm van de uitvoer.", valueName: "vorm"))
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Schrijf ook een rapport naar een bestand, bijvoorbeeld html=toets.html. Mag vaker.",
      valueName: "vorm=bestand"
    ),
    completion: .list(ReportFormat.allCases.map { $0.rawValue + "=" })
  )
  var report: [ReportFile] = []

  @Flag(help: "Neem sterke punten op in sarif.")
  var strengths = false

  @OptionGroup var pack: PackOptions

  @OptionGroup var terminal: TerminalOptions

  @OptionGroup var options: CheckOptions

  @OptionGroup var changes: ChangeOptions

  @OptionGroup var lists: ListOptions

  @OptionGroup var runOptions: RunOptions

  func validate() throws {
    if paths.isEmpty, changes.reference == nil, lists.filesFrom == nil {
      // In the parser's own words, which are told in the reader's language.
      throw ValidationError("Missing expected argument '<plan> ...'")
    }
    if lists.filesFrom != nil {
      if runOptions.watch {
        throw ValidationError(
          in: pack.lang,
          nl: "--watch kijkt naar plannen die je zelf noemt, niet naar een lijst.",
          en: "--watch looks at plans that you name yourself, not at a list."
        )
      }
      if !paths.isEmpty {
        throw ValidationError(
          in: pack.lang,
          nl: "Noem plannen zelf, of met --files-from; niet allebei.",
          en: "Name plans yourself, or with --files-from; not both."
        )
      }
      if changes.reference != nil || changes.onlyPlans {
        throw ValidationError(
          in: pack.lang,
          nl: "Wat --files-from noemt, wordt getoetst; laat de andere keuze weg.",
          en: "What --files-from names is checked; leave the other choice out."
        )
      }
    }
    if changes.reference != nil {
      if paths.contains("-") {
        throw ValidationError(
          in: pack.lang,
          nl: "git weet niets van standaardinvoer; laat - of --changed weg.",
          en: "git knows nothing of standard input; leave - or --changed out."
        )
      }
      if options.writeBaseline != nil {
        throw ValidationError(
          in: pack.lang,
          nl: "Een nulmeting is van alle plannen; laat --changed weg.",
          en: "A baseline is of all plans; leave --changed out."
        )
      }
    }
    if options.explainScore, format != .text {
      throw ValidationError(
        in: pack.lang,
        nl: "--explain-score hoort bij --format text.",
        en: "--explain-score goes with --format text."
      )
    }
    if runOptions.watch {
      guard [.text, .concise].contains(format) else {
        throw ValidationError(
          in: pack.lang,
          nl: "--watch hoort bij --format text of concise.",
          en: "--watch goes with --format text or concise."
        )
      }
      guard !paths.contains("-") else {
        throw ValidationError(
          in: pack.lang,
          nl: "--watch kijkt naar bestanden; standaardinvoer kan niet.",
          en: "--watch looks at files; standard input cannot be watched."
        )
      }
      guard !options.showConfig, !options.quiet else {
        throw ValidationError(
          in: pack.lang,
          nl: "--watch kan niet samen met --show-config of --quiet.",
          en: "--watch does not go with --show-config or --quiet."
        )
      }
    }
    for (index, file) in report.enumerated() {
      if file.path == "-" {
        throw ValidationError(
          in: pack.lang,
          nl: "--report schrijft naar een bestand; gebruik --format voor de uitvoer.",
          en: "--report writes to a file; use --format for the output."
        )
      }
      if report[..<index].contains(where: { $0.path == file.path }) {
        throw ValidationError(
          in: pack.lang,
          nl: "Twee rapporten kunnen niet samen in «\(file.path)».",
          en: "Two reports cannot share “\(file.path)”."
        )
      }
    }
  }

  func run() throws {
    guard runOptions.watch else {
      let code = try telling { try check().code }
      guard code == 0 else { throw ExitCode(code) }
      return
    }
    var watch = Watch(
      paths: paths.isEmpty ? ["."] : paths,
      pack: pack.pack,
      language: pack.lang,
      style: terminal.outputStyle
    )
    try watch.run {
      Watch.clearScreen()
      do {
        return try telling { try check().round }
      } catch let code as ExitCode where code.rawValue != Interrupted.exitCode {
        return nil
      }
    }
  }

  /// Tells what kept a check from being made, and turns it into an exit code.
  private func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let problem as InputProblem {
      for diagnostic in problem.diagnostics {
        StandardError.write(DiagnosticText(diagnostic).render(style: terminal.errorStyle))
      }
      throw ExitCode(2)
    } catch let problem as FileProblem {
      StandardError.write("plantoets: \(problem.path): \(problem.reason(in: pack.lang))")
      throw ExitCode(2)
    } catch let name as UnknownName {
      StandardError.write(name.message)
      throw ExitCode(64)
    } catch is Interrupted {
      throw ExitCode(Interrupted.exitCode)
    }
  }

  /// How many bytes of a plan are read: one more than may be shows that there is more.
  var readingLimit: Int { options.linterLimits.reading.bytes + 1 }

  /// Judges the plans and shows the report.
  ///
  /// - Returns: the exit code, and what is to be compared with the next check.
  private func check() throws -> (code: Int32, round: Watch.Round?) {
    if lists.filesFrom != nil, format.isPlanwise, !options.showConfig { return try checkList() }
    var configurations = ConfigurationFinder(language: pack.lang)
    var finder = PlanFinder(limit: readingLimit)
    let inputs =
      try lists.all(limit: readingLimit)
      ?? changes.find(paths, with: &finder, in: pack.lang) { configurations.excludes($0) }
    let settings = try settings(for: inputs, &configurations) {
      try pack.load($0, style: terminal.errorStyle)
    }
    let language = settings.language
    if let reference = changes.reference {
      if inputs.isEmpty { StandardError.write(language.noChanges(since: reference)) }
    } else {
      for folder in finder.foldersWithoutPlans {
        StandardError.write(language.noPlans(in: folder))
      }
      guard !inputs.isEmpty || changes.onlyPlans else { throw ExitCode(3) }
    }
    guard !options.showConfig else {
      let text = ConfigurationText(settings: settings, packOptions: pack, options: options)
      StandardOutput.write(text.render(inputs.map(\.path)))
      return (0, nil)
    }
    let outcome = try judge(
      inputs,
      settings,
      into: emptyReport(settings, skipped: finder.skipped),
      baseline: try baseline(in: language),
      runOptions
    )
    return finish(outcome, settings)
  }

  /// What holds for the plans, with the configurations that hold for them.
  func settings(
    for inputs: [PlanFinder.Input],
    _ configurations: inout ConfigurationFinder,
    load: (String?) throws -> RulePack
  ) throws -> RunSettings {
    let found = inputs.map { configurations.configuration(for: $0.path) }
    if let problem = configurations.problems.first { throw problem }
    guard configurations.diagnostics.isEmpty else {
      throw InputProblem(diagnostics: configurations.diagnostics)
    }
    return try RunSettings(for: found, packOptions: pack, options: options, load: load)
  }

  /// A baseline with the file that it was read from.
  typealias KnownBaseline = (file: BaselineFile, known: Baseline)

  func baseline(in language: Language) throws -> KnownBaseline? {
    try options.baseline.map { path in
      let file = BaselineFile(path: path)
      return (file: file, known: try file.read(language: language))
    }
  }

  /// A report that has no plans yet.
  func emptyReport(_ settings: RunSettings, skipped: Int) -> Report {
    Report(
      tool: Report.Tool(name: "plantoets", version: Plantoets.version),
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
    if !format.isPlanwise { show(outcome.report, settings) }
    var areWritten = writeReports(of: outcome.report)
    if let path = options.writeBaseline { areWritten = write(path, outcome.report) && areWritten }
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
    var hasUnreadable = false
    var isBelowLine = false
    /// What plans lack for the least grade, in words.
    var shortfalls: [String] = []
  }

  /// A plan judged, with its part of the output made on the same thread.
  private struct Judged: Sendable {
    var plan: PlanReport
    var part: String?
    var isBelowLine: Bool
  }

  /// Judges the plans, and writes those parts of the output that need no other plan as soon as they are there.
  func judge(
    _ inputs: [PlanFinder.Input],
    _ settings: RunSettings,
    into empty: Report,
    baseline: KnownBaseline?,
    _ runOptions: RunOptions
  ) throws -> Outcome {
    let format = format
    let isShown = !options.quiet && format.isPlanwise
    let keepsPlans =
      !format.isPlanwise || !report.isEmpty || options.writeBaseline != nil || runOptions.watch
    let gates = settings.groupSettings.map(\.gate)
    let groups = settings.groups
    var outcome = Outcome(report: empty)
    let forms = (options.quiet ? [] : [format]) + report.map(\.format)
    let run = PlanRun(
      inputs,
      settings: settings,
      options: runOptions,
      checkOptions: options,
      gathersEvidence: forms.contains(where: \.showsEvidence)
    )
    try run.judge { index, judged in
      let plan = baseline.map { $0.known.marked(judged, path: $0.file.name(of: judged.file.path)) }
      return Judged(
        plan: plan ?? judged,
        part: isShown ? format.part(for: plan ?? judged, of: empty) : nil,
        isBelowLine: gates[groups[index]].isReached(by: plan ?? judged)
      )
    } each: { index, judged in
      if let part = judged.part { StandardOutput.write(part) }
      if judged.plan.status == .unreadable { outcome.hasUnreadable = true }
      if judged.isBelowLine { outcome.isBelowLine = true }
      let gate = gates[groups[index]]
      if let shortfall = gate.shortfall(of: judged.plan, in: settings.language) {
        outcome.shortfalls.append("plantoets: \(judged.plan.file.path): \(shortfall)")
        outcome.isBelowLine = true
      }
      if keepsPlans { outcome.report.plans.append(judged.plan) }
    }
    return outcome
  }

  private func show(_ result: Report, _ settings: RunSettings) {
    // Without plans there is nothing to read for people, but programs want their empty list.
    guard !options.quiet, !result.plans.isEmpty || format != .text else { return }
    StandardOutput.write(
      format.render(result, style: terminal.outputStyle, includesStrengths: strengths)
    )
    guard options.explainScore else { return }
    for plan in result.plans {
      let ledger = LedgerText(
        of: plan,
        pack: settings.pack,
        language: settings.language,
        style: terminal.outputStyle
      )
      let text = ledger.render()
      if !text.isEmpty { StandardOutput.write("\n" + text) }
    }
  }

  /// Writes a baseline; false, after saying why, when that failed.
  private func write(_ path: String, _ result: Report) -> Bool {
    do throws(FileProblem) {
      if result.plans.contains(where: { $0.file.path == path }) {
        throw FileProblem(.exists, path: path)
      }
      try BaselineFile(path: path).write(result)
      return true
    } catch {
      StandardError.write(result.language.notWritten(error))
      return false
    }
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

  /// What to say when git knows of no plan that changed.
  fileprivate func noChanges(since reference: String) -> String {
    switch self {
    case .nl: "plantoets: er is geen plan veranderd sinds «\(reference)»."
    case .en: "plantoets: no plan has changed since “\(reference)”."
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
