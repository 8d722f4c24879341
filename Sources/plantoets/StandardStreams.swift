import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where findings go.
enum StandardOutput {
  /// Writes all of the text; a reader that has gone away ends the writing in peace.
  static func write(_ text: String) {
    _ = Descriptor.write(text, to: STDOUT_FILENO)
  }

  /// The same for a text whose bytes are at hand.
  static func write(_ text: TextBuffer) {
    _ = text.withBytes { Descriptor.write($0, to: STDOUT_FILENO) }
  }
}

/// Where diagnostics and progress go.
enum StandardError {
  /// Writes the text and a line end.
  static func write(_ text: String) {
    _ = Descriptor.write(text + "\n", to: STDERR_FILENO)
  }
}

enum Descriptor {
  /// Writes all of a text; false when that failed, with the reason in `errno`.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Writes all bytes; false when that failed, with the reason in `errno`.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
      #else
        let count = Darwin.write(descriptor, slice.baseAddress, slice.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
