private import CRE2
import Synchronization

/// A compiled regular expression of RE2, whose matching takes time linear in the text.
///
/// See <https://github.com/google/re2/wiki/Syntax>. Many threads may use it.
final class Pattern: Sendable {
  let source: String
  private let handle = AtomicLazyReference<Handle>()

  /// Compiles a pattern.
  ///
  /// - Throws: `malformed`, with the reason that RE2 gives.
  init(_ source: String) throws(EvaluationError.Kind) {
    self.source = source
    let compiled = Handle(source)
    if let reason = compiled.error { throw .malformed("no regular expression: \(reason)") }
    _ = handle.storeIfNil(compiled)
  }

  /// A pattern that was compiled before without a mistake; is compiled again when it is first used.
  init(proven source: String) {
    self.source = source
  }

  /// Whether the pattern matches anywhere in a text.
  func matches(_ text: String) -> Bool {
    (handle.load() ?? handle.storeIfNil(Handle(source))).matches(text)
  }

  /// What RE2 made of a pattern.
  private final class Handle: Sendable {
    private nonisolated(unsafe) let pointer: OpaquePointer

    init(_ pattern: String) {
      var pattern = pattern
      pointer = pattern.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cre2_new($0.baseAddress, $0.count) }
      }
    }

    deinit {
      cre2_delete(pointer)
    }

    var error: String? {
      cre2_error(pointer).map { String(cString: $0) }
    }

    func matches(_ text: String) -> Bool {
      var text = text
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cre2_matches(pointer, $0.baseAddress, $0.count) }
      }
    }
  }
}
