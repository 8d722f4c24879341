import ArgumentParser
import Lint
import Reporters

/// A report to write beside the output, given as `FORMAT=FILE`.
struct ReportFile: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
    self.format = format
    path = parts[1]
  }
}

extension ReportFile {
  /// Refuses paths of `--report` that cannot be written side by side.
  static func validate(_ paths: [String], in language: Language) throws {
    var taken: Set<String> = []
    for path in paths {
      if path == "-" {
        throw ValidationError(
          in: language,
          nl: "--report schrijft naar een bestand; gebruik --format voor de uitvoer.",
          en: "--report writes to a file; use --format for the output."
        )
      }
      if !taken.insert(path).inserted {
        throw ValidationError(
          in: language,
          nl: "Twee rapporten kunnen niet samen in «\(path)».",
          en: "Two reports cannot share “\(path)”."
        )
      }
    }
  }
}
