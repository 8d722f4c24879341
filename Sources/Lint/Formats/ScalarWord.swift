/// Words that mean something wherever a plan may hold a value (DESIGN 3).
package enum ScalarWord: Sendable {
  /// `PM`, `p.m.`, `onbekend`: somebody knows that the value is still to come.
  case unknown
  /// `n.v.t.`: the value cannot be.
  case notApplicable

  package init?(_ text: String) {
    self.init(text.utf8)
  }

  /// The word that a text in UTF-8 is, in whatever case.
  init?(_ text: some Collection<UInt8>) {
    guard let first = text.first else { return nil }
    // Look no further at most texts.
    switch first | 0x20 {
    case UInt8(ascii: "p"), UInt8(ascii: "o"), UInt8(ascii: "n"): break
    default: return nil
    }
    // Every word has at most eight letters; they fit in a number.
    guard (2...8).contains(text.count) else { return nil }
    var letters: UInt64 = 0
    for byte in text {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      letters = letters << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    switch letters {
    case Self.pm, Self.pmWithPoint, Self.pmWithPoints, Self.onbekend: self = .unknown
    case Self.nvt, Self.nvtWithPoint, Self.nvtWithPoints: self = .notApplicable
    default: return nil
    }
  }

  private static let pm = letters("pm")
  private static let pmWithPoint = letters("p.m")
  private static let pmWithPoints = letters("p.m.")
  private static let onbekend = letters("onbekend")
  private static let nvt = letters("nvt")
  private static let nvtWithPoint = letters("n.v.t")
  private static let nvtWithPoints = letters("n.v.t.")

  private static func letters(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
