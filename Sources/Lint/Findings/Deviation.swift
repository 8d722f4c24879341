package import SourceText

/// A rule that a plan sets aside, visibly (*pas toe of leg uit*, DESIGN 9).
package struct Deviation: Sendable {
  package enum Status: String, Sendable {
    /// It sets aside at least one finding.
    case used
    /// Its rule finds nothing.
    case unused
    /// Its end date has passed at the reference date.
    case expired
    /// It gives no reason.
    case unexplained
    /// No rule has this name.
    case unknown
    /// The rule points at a contradiction and cannot be set aside.
    case mandatory
  }

  package var rule: String
  package var reason: String?
  /// The id of the item that it is for; nil for all.
  package var item: String?
  /// A function, never a person's name.
  package var by: String?
  /// As the plan writes it.
  package var until: String?
  package var status: Status
  package var path: String
  package var range: SourceRange
}
