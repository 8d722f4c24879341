import Synchronization

/// Patterns that are only known when evaluating, compiled once.
///
/// Many threads may use it.
final class PatternCache: Sendable {
  private static let most = 64

  private let patterns = Mutex<[String: Pattern]>([:])

  /// The compiled form of a pattern.
  ///
  /// - Throws: `malformed`, with the reason that RE2 gives.
  func pattern(_ text: String) throws(Failure) -> Pattern {
    if let known = patterns.withLock({ $0[text] }) { return known }
    let pattern = try Pattern(text)
    patterns.withLock { known in
      // Who makes patterns out of texts may make any number of them.
      if known.count >= Self.most { known.removeAll() }
      known[text] = pattern
    }
    return pattern
  }
}
