import Lint
import Reporters
import SourceText

/// What a check writes once all plans are judged.
extension CheckCommand {
  func show(_ result: Report, _ settings: RunSettings) {
    // Without plans there is nothing to read for people, but programs want their empty list.
    guard !quiet, !result.plans.isEmpty || format != .text else { return }
    StandardOutput.write(
      format.render(result, style: color.outputStyle, includesStrengths: strengths)
    )
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
