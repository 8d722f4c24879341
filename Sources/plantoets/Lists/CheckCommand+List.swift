import ArgumentParser
import Lint

/// Checking the plans that a list names, rather than the command line.
extension CheckCommand {
  /// The list, opened; nil when there is none.
  private func list() throws(FileProblem) -> PlanList? {
    guard let filesFrom else { return nil }
    return try PlanList(
      path: filesFrom,
      isSeparatedByNull: isSeparatedByNull,
      limit: judging.readingLimit
    )
  }

  /// All plans of the list; nil when there is none.
  func listedPlans() throws(FileProblem) -> [PlanFinder.Input]? {
    guard var list = try list() else { return nil }
    var inputs: [PlanFinder.Input] = []
    while let more = try list.next() { inputs += more }
    return inputs
  }

  /// Judges the plans of a list as it names them, and writes each one's part of the output before it waits for more.
  ///
  /// Nothing is kept of a plan that is told of, so that a list may be without end.
  func checkList() throws -> (code: Int32, round: Watch.Round?) {
    guard var list = try list() else { throw ExitCode(3) }
    var configurations = ConfigurationFinder(language: pack.lang)
    var packs: [String?: RulePack] = [:]
    var known: KnownBaseline?
    var options = judging
    options.noProgress = true
    var whole: (outcome: Outcome, settings: RunSettings)?
    while let inputs = try list.next() {
      guard !inputs.isEmpty else { continue }
      let settings = try settings(for: inputs, &configurations) { name in
        let loaded = try packs[name] ?? pack.load(name, style: color.errorStyle)
        packs[name] = loaded
        return loaded
      }
      if whole == nil { known = try knownBaseline(in: settings.language) }
      let empty = emptyReport(settings, skipped: 0)
      var outcome = try judge(inputs, settings, into: empty, baseline: known, options)
      for shortfall in outcome.shortfalls { StandardError.write(shortfall) }
      outcome.shortfalls = []
      if whole == nil { whole = (outcome, settings) } else { whole?.outcome.add(outcome) }
    }
    guard let whole else { throw ExitCode(3) }
    return finish(whole.outcome, whole.settings)
  }
}

extension CheckCommand.Outcome {
  /// Adds what came after.
  fileprivate mutating func add(_ later: Self) {
    report.plans += later.report.plans
    tally.add(later.tally)
    hasUnreadable = hasUnreadable || later.hasUnreadable
    isBelowLine = isBelowLine || later.isBelowLine
  }
}
