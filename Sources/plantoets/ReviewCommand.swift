import ArgumentParser
import Lint
import Reporters
import SourceText
import YAML

/// `plantoets review PATH…`: judges many plans and says what stands out over all of them.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Toets veel plannen tegelijk: wat valt op over alle plannen samen.",
    discussion: """
      Voorbeelden:
        plantoets review plannen/
        plantoets review plannen/ --out overzicht --report json --report csv
        plantoets review plannen/ --out overzicht --compare vorige-ronde.json

      Afsluitcodes: 0 gelukt; 1 iets gevonden vanaf --fail-on, of een cijfer onder --min-score; \
      2 iets was niet te lezen of te schrijven, de rest is getoetst; 3 geen plan gevonden; \
      64 verkeerd gebruik. Zonder --fail-on laat een bevinding de toets nooit falen.
      """
  )

  @Argument(
    help: ArgumentHelp("Bestanden en mappen met plannen.", valueName: "plan"),
    completion: .plan
  )
  var paths: [String]

  @Option(help: ArgumentHelp("Vorm van de uitvoer.", valueName: "vorm"))
  var format: ReviewFormat = .text

  @Option(
    help: ArgumentHelp(
      "Schrijf het overzicht ook naar een bestand, bijvoorbeeld csv=plannen.csv. Mag vaker. Met --out is de vorm genoeg.",
      valueName: "vorm=bestand"
    ),
    completion: .list(ReviewFormat.allCases.map { $0.rawValue + "=" })
  )
  var report: [ReviewFile] = []

  @Option(
    help: ArgumentHelp(
      "Schrijf in deze map index.html en een pagina per plan.",
      valueName: "map"
    ),
    completion: .directory
  )
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Vergelijk met een eerdere ronde: het json-overzicht van toen.",
      valueName: "bestand"
    ),
    completion: .report
  )
  var compare: String?

  @Flag(help: "Druk niets af; schrijf alleen de bestanden.")
  var quiet = false

  @OptionGroup var pack: PackOptions

  @Option(help: Color.help) var color: Color?

  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    try judging.validate(in: pack.lang)
    let paths = try report.map { file in
      guard let path = path(of: file) else {
        let example = "\(file.format.rawValue)=overzicht.\(file.format.fileExtension)"
        throw ValidationError(
          in: pack.lang,
          nl: "Noem bij --report een bestand, bijvoorbeeld \(example), of geef --out.",
          en: "Name a file with --report, as in \(example), or give --out."
        )
      }
      return path
    }
    try ReportFile.validate(paths, in: pack.lang)
    if out == "" {
      throw ValidationError(
        in: pack.lang,
        nl: "Noem bij --out een map.",
        en: "Name a folder with --out."
      )
    }
  }

  /// Where a review is written; nil when nothing says so.
  private func path(of file: ReviewFile) -> String? {
    if let path = file.path { return path }
    let name = file.format == .html ? "index" : "overzicht"
    return out.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + "\(name).\(file.format.fileExtension)" }
  }

  func run() throws {
    try tellingProblems(in: pack.lang, style: color.errorStyle) {
      // Held until the folder is whole, or as it was.
      let interruption = Interruption()
      defer { withExtendedLifetime(interruption) {} }
      try review()
    }
  }

  private func review() throws {
    var configurations = ConfigurationFinder(language: pack.lang)
    var finder = PlanFinder(limit: judging.readingLimit)
    let inputs = finder.find(paths) { configurations.excludes($0) }
    let found = try configurations.found(for: inputs)
    let settings = try RunSettings(for: found, packOptions: pack, options: judging) {
      try pack.load($0, style: color.errorStyle)
    }
    let language = settings.language
    for folder in finder.foldersWithoutPlans { StandardError.write(language.noPlans(in: folder)) }
    guard !inputs.isEmpty else { throw ExitCode(3) }
    let earlier = try compare.map { try earlierReview($0, language) }
    let folder = try out.map { path throws(FileProblem) in
      try ReviewFolder(path, plans: inputs.map(\.path))
    }
    let run = ReviewRun(
      PlanRun(
        inputs,
        settings: settings,
        options: judging,
        details: folder == nil
          ? [.openQuestions, .strengths, .scores] : ReportFormat.html.details
      ),
      folder: folder,
      settings: settings,
      gate: Gate(failOn: judging.failOn ?? .never, leastGrade: judging.minScore?.grade)
    )
    let outcome = try run.judge()
    let review = Review(
      tool: run.tool,
      pack: run.pack,
      language: language,
      plans: outcome.plans,
      sizeClasses: settings.pack.schema.sizeClasses,
      skipped: finder.skipped,
      earlier: earlier
    )
    for problem in outcome.problems { StandardError.write(language.notWritten(problem)) }
    let areWritten = writeFiles(of: review, in: folder, inputs.map(\.path))
    if !quiet { show(review, folder) }
    for shortfall in outcome.shortfalls { StandardError.write(shortfall) }
    let isWhole = areWritten && outcome.problems.isEmpty && review.account.unreadable == 0
    if !isWhole { throw ExitCode(2) }
    if outcome.isBelowLine { throw ExitCode(1) }
  }

  private func earlierReview(_ path: String, _ language: Language) throws -> EarlierReview {
    let file = SourceFile(path: path, bytes: try FileTree.read(path))
    switch EarlierReview.read(file, language: language) {
    case .success(let earlier): return earlier
    case .failure(let failure): throw InputProblem(diagnostics: failure.diagnostics)
    }
  }

  private func show(_ review: Review, _ folder: ReviewFolder?) {
    StandardOutput.write(format.render(review, style: color.outputStyle))
    if format == .text, let folder {
      StandardOutput.write("\n" + review.language.written(folder.file("index.html")) + "\n")
    }
  }

  /// Writes the files that are asked for; false, after saying why, when one could not be written.
  private func writeFiles(of review: Review, in folder: ReviewFolder?, _ plans: [String]) -> Bool {
    var files = report.compactMap { file in
      path(of: file).map { (path: $0, format: file.format) }
    }
    if let index = folder?.file("index.html"), !files.contains(where: { $0.path == index }) {
      files.append((index, .html))
    }
    var areWritten = true
    for file in files {
      do throws(FileProblem) {
        if plans.contains(file.path) { throw FileProblem(.exists, path: file.path) }
        try FileTree.replace(file.path, file.format.render(review))
      } catch {
        StandardError.write(review.language.notWritten(error))
        areWritten = false
      }
    }
    return areWritten
  }
}

extension Language {
  fileprivate func written(_ path: String) -> String {
    switch self {
    case .nl: "Het hele overzicht staat in \(path)"
    case .en: "The whole review is in \(path)"
    }
  }
}
