import ArgumentParser
import Lint
import Reporters
import SourceText

/// `plantoets compare EARLIER.json LATER.json`: what was mended, what is new, how scores moved.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Vergelijk twee rapporten: wat is verbeterd, wat is nieuw, hoe bewoog de score.",
    discussion: """
      Voorbeelden:
        plantoets check plan.yaml --format json > nu.json    bewaar een rapport
        plantoets compare vorig.json nu.json                 vergelijk met het vorige

      Afsluitcodes: 0 gelukt; 1 slechter geworden, met --fail-if-worse; 2 niet te lezen. \
      Slechter is: een lagere score, een nieuwe fout, of een plan dat niet meer te lezen is.
      """
  )

  @Argument(
    help: ArgumentHelp("Het eerdere rapport (JSON).", valueName: "eerder"),
    completion: .report
  )
  var earlier: String

  @Argument(
    help: ArgumentHelp("Het latere rapport (JSON).", valueName: "later"),
    completion: .report
  )
  var later: String

  @Flag(help: "Eindig met code 1 als een plan slechter is geworden.")
  var failIfWorse = false

  @Option(help: ArgumentHelp("Taal van de uitvoer.", valueName: "taal"))
  var lang: Language = .nl

  @Option(help: Color.help) var color: Color?

  func run() throws {
    let reports = [earlier, later].map(read)
    guard case .some(let from) = reports[0], case .some(let to) = reports[1] else {
      throw ExitCode(2)
    }
    let comparison = Comparison(from: from, to: to)
    let text = ComparisonText(comparison, language: lang, style: color.outputStyle)
    StandardOutput.write(text.render())
    if failIfWorse, comparison.isWorse { throw ExitCode(1) }
  }

  /// A report; nil after telling what is wrong with it.
  private func read(_ path: String) -> EarlierReport? {
    do throws(FileProblem) {
      let file = SourceFile(path: path, bytes: try FileTree.read(path))
      switch EarlierReport.read(file, language: lang) {
      case .success(let report): return report
      case .failure(let failure):
        for diagnostic in failure.diagnostics {
          StandardError.write(DiagnosticText(diagnostic).render(style: color.errorStyle))
        }
      }
    } catch {
      StandardError.write("plantoets: \(error.path): \(error.reason(in: lang))")
    }
    return nil
  }
}
