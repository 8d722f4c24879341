package import SourceText
import YAML

/// An earlier review, read back from its JSON; the report of `check` has the same members and can be read as well.
package struct EarlierReview: Sendable {
  package struct Plan: Sendable {
    package var path: String
    package var municipality: String?
    package var programme: String?
    package var low: Double?
    package var grade: Double?
    /// What each lesson says for certain, by the lesson's id; without those of which too little could be judged.
    package var lessons: [String: Double]
  }

  /// The hash of the pack that judged; nil when the file does not say.
  package var packDigest: String?
  package var plans: [Plan]

  package init(packDigest: String?, plans: [Plan]) {
    self.packDigest = packDigest
    self.plans = plans
  }

  /// Reads a file that `review --format json` or `check --format json` wrote.
  package static func read(
    _ file: SourceFile,
    language: Language
  ) -> Result<EarlierReview, EarlierReport.Failure> {
    var reading = EarlierReading(file: file, language: language)
    let review = reading.review()
    guard let review, reading.diagnostics.isEmpty else {
      return .failure(EarlierReport.Failure(diagnostics: reading.diagnostics))
    }
    return .success(review)
  }
}
