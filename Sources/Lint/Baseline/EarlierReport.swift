package import SourceText
import YAML

/// What an earlier run found, read back from its JSON report or from a baseline.
package struct EarlierReport: Sendable {
  package struct Finding: Sendable {
    package var fingerprint: String
    package var rule: String
    /// Whether it is a problem that counts: no strength, nothing undetermined, not set aside.
    package var isCounted: Bool
    package var isSetAside: Bool
    package var severity: Severity?
    package var message: String
  }

  package struct Lesson: Sendable {
    package var id: String
    package var title: String
    package var low: Double?
  }

  package struct Plan: Sendable {
    package var path: String
    package var isReadable: Bool
    package var low: Double?
    package var grade: Double?
    package var lessons: [Lesson]
    package var findings: [Finding]
  }

  /// Everything that keeps a file from being used.
  package struct Failure: Error, Sendable {
    package let diagnostics: [Diagnostic]
  }

  package var path: String
  /// The hash of the pack that judged; nil when the file does not say.
  package var packDigest: String?
  package var plans: [Plan]

  /// Reads a file that `check --format json` or `--write-baseline` wrote.
  package static func read(
    _ file: SourceFile,
    language: Language
  ) -> Result<EarlierReport, Failure> {
    var reading = EarlierReading(file: file, language: language)
    let report = reading.report()
    guard let report, reading.diagnostics.isEmpty else {
      return .failure(Failure(diagnostics: reading.diagnostics))
    }
    return .success(report)
  }
}
