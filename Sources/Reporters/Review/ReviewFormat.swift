package import Lint

/// The forms in which a review can be had.
///
/// To add one: a file, a case and an arm.
package enum ReviewFormat: String, CaseIterable, Sendable {
  case text
  case json
  case csv
  case markdown
  case html

  /// The review in this form, ending in a line end.
  package func render(_ review: Review, style: TextStyle = TextStyle()) -> String {
    switch self {
    case .text: ReviewText(review: review, style: style).render()
    case .json: ReviewJSON(review: review).render()
    case .csv: ReviewCSV(review: review).render()
    case .markdown: ReviewMarkdown(review: review).render()
    case .html: ReviewPage(review: review).render()
    }
  }

  /// What ends the name of a file in this form.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .json: "json"
    case .csv: "csv"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
