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
    let batches = Self.batches(of: inputs.count, jobs: options.jobCount)
    let reading = PlanBatches(
      inputs: inputs,
      linters: linters,
      limit: options.readingLimit,
      language: language
    )
    let work = OrderedWork(count: batches.count, jobs: options.jobCount) { number in
      reading.judge(batches[number], prepare)
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
    } hand: { number, products in
      for (index, product) in zip(batches[number], products) {
        try each(index, product)
        done += 1
      }
    }
  }

  /// The plans that a thread takes at a time: several, but few when there are few left to share out.
  private static func batches(of count: Int, jobs: Int) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    while start < count {
      let size = max(1, min(8, (count - start) / (jobs * 4)))
      batches.append(start..<start + size)
      start += size
    }
    return batches
  }
}

/// Reads plans and judges those that were read together.
private struct PlanBatches: Sendable {
  /// How much text is judged together at most, unless one plan is longer: what is made of it should stay in a processor's cache.
  private static let mostBytes = 1 << 18

  let inputs: [PlanFinder.Input]
  let linters: RunLinters
  let limit: Int
  let language: Language

  /// What is made of each plan of a batch, in their order.
  func judge<Product>(
    _ batch: Range<Int>,
    _ prepare: (Int, PlanReport, Plan?) -> Product
  ) -> [Product] {
    var products: [Product] = []
    var read: [(index: Int, plan: Plan)] = []
    var bytesRead = 0
    func judgeRead() {
      guard let first = read.first else { return }
      let reports = linters[first.index].reports(read.map(\.plan))
      for ((index, plan), report) in zip(read, reports) {
        products.append(prepare(index, narrowed(report, index), plan))
      }
      read = []
      bytesRead = 0
    }
    for index in batch {
      let input = inputs[index]
      switch input.contents(limit: limit) {
      case .success(let bytes):
        if let first = read.first, !linters.areSame(first.index, index) { judgeRead() }
        read.append((index, linters[index].read(SourceFile(path: input.path, bytes: bytes))))
        bytesRead += bytes.count
        if bytesRead >= Self.mostBytes { judgeRead() }
      case .failure(let problem):
        judgeRead()
        let reason = problem.reason(in: language)
        let report = linters[index].unreadable(path: input.path, reason: reason)
        products.append(prepare(index, report, nil))
      }
    }
    judgeRead()
    return products
  }

  /// A report without what stood in the plan before its change, when that is known.
  private func narrowed(_ report: PlanReport, _ index: Int) -> PlanReport {
    guard let earlier = inputs[index].earlier else { return report }
    let before = linters[index].lint(SourceFile(path: inputs[index].path, bytes: earlier))
    return Narrowing(since: before).narrowed(report)
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

  /// Whether two plans are judged by the same linter.
  func areSame(_ first: Int, _ second: Int) -> Bool { groups[first] == groups[second] }
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
