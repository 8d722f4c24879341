/// Words that mean something wherever a plan may hold a value (DESIGN 3).
package enum ScalarWord: Sendable {
  /// `PM`, `p.m.`, `onbekend`: somebody knows that the value is still to come.
  case unknown
  /// `n.v.t.`: the value cannot be.
  case notApplicable

  package init?(_ text: String) {
    // Every word has at most eight letters; look no further at the others.
    guard (2...8).contains(text.utf8.count) else { return nil }
    switch text.lowercased() {
    case "pm", "p.m.", "p.m", "onbekend": self = .unknown
    case "n.v.t.", "n.v.t", "nvt": self = .notApplicable
    default: return nil
    }
  }
}
