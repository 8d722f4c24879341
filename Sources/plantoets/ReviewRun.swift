import Lint
import Reporters
import SourceText

/// Judges plans for a review: keeps the little that it needs of each, and writes their pages on the way.
struct ReviewRun {
  /// What judging came to.
  struct Outcome {
    /// In the order of the inputs.
    var plans: [PlanDigest] = []
    /// Pages that could not be written.
    var problems: [FileProblem] = []
    var isBelowLine = false
    /// What plans lack for the least grade, in words.
    var shortfalls: [String] = []
  }

  /// What is kept of one plan, made on the thread that judged it.
  private struct Product: Sendable {
    var digest: PlanDigest
    var problem: FileProblem?
    var isBelowLine: Bool
    var shortfall: String?
  }

  let tool = Plantoets.tool
  let pack: PackSummary
  private let run: PlanRun
  private let folder: ReviewFolder?
  private let language: Language
  private let gate: Gate

  init(_ run: PlanRun, folder: ReviewFolder?, settings: RunSettings, gate: Gate) {
    self.run = run
    self.folder = folder
    self.gate = gate
    language = settings.language
    pack = settings.pack.summary(in: settings.language)
  }

  /// Judges all plans; a run that is stopped leaves no pages.
  ///
  /// - Throws: `Interrupted`, after telling how far it got.
  func judge() throws -> Outcome {
    var outcome = Outcome()
    var known = PlanDigest.Shared()
    do {
      try run.judge { [folder, language, gate, pack, tool] index, report, plan in
        var product = Product(
          digest: PlanDigest(report, of: plan),
          isBelowLine: gate.isReached(by: report),
          shortfall: gate.shortfall(of: report, in: language)
        )
        guard let folder else { return product }
        let whole = Report(tool: tool, pack: pack, language: language, plans: [report], skipped: 0)
        do throws(FileProblem) {
          try folder.write(LinkedPage.render(whole, home: "../index.html"), of: index)
          product.digest.page = folder.page(of: index)
        } catch {
          product.problem = error
        }
        return product
      } each: { _, product in
        var digest = product.digest
        digest.share(&known)
        outcome.plans.append(digest)
        if let problem = product.problem { outcome.problems.append(problem) }
        if product.isBelowLine { outcome.isBelowLine = true }
        if let shortfall = product.shortfall {
          outcome.shortfalls.append("plantoets: \(digest.path): \(shortfall)")
          outcome.isBelowLine = true
        }
      }
    } catch {
      folder?.abandon()
      throw error
    }
    finishPages(&outcome)
    return outcome
  }

  /// Gives the pages their names.
  private func finishPages(_ outcome: inout Outcome) {
    guard let folder else { return }
    for index in outcome.plans.indices where outcome.plans[index].page != nil {
      do throws(FileProblem) {
        try folder.finish(index)
      } catch {
        outcome.plans[index].page = nil
        outcome.problems.append(error)
      }
    }
  }
}
