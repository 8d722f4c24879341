import Lint
import SourceText
import YAML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Judges plans on several threads, and hands over what each comes to, one by one in the order of the inputs.
///
/// A plan's text is read when it is its turn, and nothing is kept of it here: memory does not grow with the plans.
struct PlanRun {
  private let inputs: [PlanFinder.Input]
  private let linters: RunLinters
  private let options: JudgingOptions
  private let language: Language

  /// Readies the plans for judging by settings that are in the order of the inputs.
  init(
    _ inputs: [PlanFinder.Input],
    settings: RunSettings,
    options: JudgingOptions,
    details: ReportDetails = .all
  ) {
    self.inputs = inputs
    self.options = options
    language = settings.language
    linters = RunLinters(settings, options, details, isForMany: inputs.count >= 8)
  }

  /// Judges all plans.
  ///
  /// Work on a report that needs no other plan belongs in `prepare`, which runs on the threads.
  ///
  /// - Parameters:
  ///   - prepare: makes of a plan's report what is to be handed over; gets the plan's number, and the plan when its file
  ///     could be opened.
  ///   - each: takes what was prepared, on the calling thread, in the order of the inputs.
  /// - Throws: what `each` throws; `Interrupted` when the user ended the run, after telling how far it got.
  func judge<Product: Sendable>(
    prepare: @escaping @Sendable (Int, PlanReport, Plan?) -> Product,
    each: (Int, Product) throws -> Void
  ) throws {
    let interruption = Interruption()
    var bar = options.noProgress ? nil : ProgressBar(total: inputs.count, language: language)
    var done = 0
    let work = OrderedWork(count: inputs.count, jobs: options.jobCount) {
      [inputs, linters, limit = options.readingLimit, language] index in
      let input = inputs[index]
      switch input.contents(limit: limit) {
      case .success(let bytes):
        let plan = linters[index].read(SourceFile(path: input.path, bytes: bytes))
        let report = linters[index].report(plan)
        guard let earlier = input.earlier else { return prepare(index, report, plan) }
        let before = linters[index].lint(SourceFile(path: input.path, bytes: earlier))
        return prepare(index, Narrowing(since: before).narrowed(report), plan)
      case .failure(let problem):
        let reason = problem.reason(in: language)
        return prepare(index, linters[index].unreadable(path: input.path, reason: reason), nil)
      }
    }
    defer { bar?.clear() }
    try work.run {
      bar?.show(done)
      if interruption.isPending {
        bar?.clear()
        // To be told now: the signal ends the program once it is no longer held back.
        StandardError.write(Interrupted.message(done, of: inputs.count, in: language))
        throw Interrupted()
      }
    } hand: { index, product in
      try each(index, product)
      done += 1
    }
  }
}

/// A linter for each group of plans that share their settings.
private struct RunLinters: Sendable {
  private let linters: [Linter]
  private let groups: [Int]

  init(
    _ settings: RunSettings,
    _ options: JudgingOptions,
    _ details: ReportDetails,
    isForMany: Bool
  ) {
    groups = settings.groups
    linters = settings.groupSettings.map { plan in
      Linter(
        pack: settings.pack,
        language: settings.language,
        referenceDate: options.peildatum?.interval,
        settings: plan.rules,
        limits: options.linterLimits,
        details: details,
        isForMany: isForMany
      )
    }
  }

  subscript(index: Int) -> Linter { linters[groups[index]] }
}

/// The user ended a run before all plans were judged, and has been told how far it got.
struct Interrupted: Error {
  /// What a shell shows for a program that Ctrl-C ended.
  static let exitCode: Int32 = 130

  fileprivate static func message(_ done: Int, of total: Int, in language: Language) -> String {
    let text = LocalizedText(
      nl: "plantoets: gestopt na \(done) van \(total) plannen; er is geen rapport geschreven.",
      en: "plantoets: stopped after \(done) of \(total) plans; no report was written."
    )
    return text[language]
  }
}
