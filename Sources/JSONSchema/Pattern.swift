private import CRE2

/// A regular expression on RE2, which takes time linear in the text whatever the pattern.
///
/// JSON Schema's patterns are ECMA-262's and match anywhere in the text unless anchored (JSON Schema 2020-12
/// core, section 6.4); what RE2 writes otherwise is translated, what it cannot do is refused.
final class Pattern: Sendable {
  /// What RE2 says of a pattern that it cannot compile.
  struct Refusal: Error {
    let problem: String
  }

  let source: String
  // RE2 objects do not change once they are made, and match from many threads at once.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// - Throws: when RE2 refuses the translated pattern: lookarounds, backreferences, syntax errors.
  init(_ source: String) throws(Refusal) {
    self.source = source
    var translation = PatternTranslation.re2(source)
    let handle = translation.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_new($0.baseAddress, $0.count) }
    }
    guard let handle else { throw Refusal(problem: "out of memory") }
    if let problem = cre2_error(handle) {
      defer { cre2_delete(handle) }
      throw Refusal(problem: String(cString: problem))
    }
    self.handle = handle
  }

  deinit {
    cre2_delete(handle)
  }

  /// Whether it matches anywhere in the text.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_matches(handle, $0.baseAddress, $0.count) }
    }
  }
}
