private import CRE2

/// A compiled regular expression of RE2, whose matching takes time linear in the text.
///
/// See <https://github.com/google/re2/wiki/Syntax>. It owns a C handle, which many threads may use.
final class Pattern: Sendable {
  private nonisolated(unsafe) let handle: OpaquePointer

  /// Compiles a pattern.
  ///
  /// - Throws: `malformed`, with the reason that RE2 gives.
  init(_ pattern: String) throws(EvaluationError.Kind) {
    var pattern = pattern
    handle = pattern.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_new($0.baseAddress, $0.count) }
    }
    if let error = cre2_error(handle) {
      throw .malformed("no regular expression: \(String(cString: error))")
    }
  }

  deinit {
    cre2_delete(handle)
  }

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_matches(handle, $0.baseAddress, $0.count) }
    }
  }
}
