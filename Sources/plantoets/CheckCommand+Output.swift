import Lint
import Reporters
import SourceText

/// What a check writes once all plans are judged.
extension CheckCommand {
  func show(_ outcome: Outcome, _ settings: RunSettings) {
    // Without plans there is nothing to read for people, but programs want their empty list.
    guard !quiet, outcome.tally.summary.plans > 0 || format != .text else { return }
    let result = outcome.report
    if let reporter = format.partwise(result, style: color.outputStyle) {
      StandardOutput.write(reporter.opening)
      for (index, part) in outcome.parts.enumerated() {
        if index > 0 { StandardOutput.write(reporter.separator) }
        StandardOutput.write(part)
      }
      StandardOutput.write(reporter.closing(outcome.tally))
    } else {
      StandardOutput.write(
        format.render(result, style: color.outputStyle, includesStrengths: strengths)
      )
    }
    guard explainScore else { return }
    for plan in result.plans {
      let ledger = LedgerText(
        of: plan,
        pack: settings.pack,
        language: settings.language,
        style: color.outputStyle
      )
      let text = ledger.render()
      if !text.isEmpty { StandardOutput.write("\n" + text) }
    }
  }

  /// Writes a baseline; false, after saying why, when that failed.
  func write(_ path: String, _ result: Report) -> Bool {
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
  func writeReports(of result: Report) -> Bool {
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
