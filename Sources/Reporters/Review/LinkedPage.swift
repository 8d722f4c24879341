package import Lint

/// The page of one plan among those of a review, with the way back.
package enum LinkedPage {
  /// The whole page of a report's plan; `home` is the review's page as seen from this one.
  package static func render(_ report: Report, home: String) -> String {
    HTMLReporter(report: report, home: home).render()
  }
}
