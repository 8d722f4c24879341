#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lines that somebody types.
struct TerminalInput {
  enum Line {
    case text(String)
    /// Ctrl-D: there is no more.
    case end
    /// Ctrl-C, or a request to end.
    case interrupted
  }

  private var waiting: [UInt8] = []

  /// Whether there is somebody to type and to read.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Waits for the next line.
  mutating func next(_ interruption: borrowing Interruption) -> Line {
    while true {
      if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: waiting[..<end], as: UTF8.self)
        waiting.removeSubrange(...end)
        return .text(line)
      }
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&source, 1, 50)
      if interruption.isPending { return .interrupted }
      guard count > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let length = read(STDIN_FILENO, &buffer, buffer.count)
      if length < 0, errno == EINTR { continue }
      guard length > 0 else { return .end }
      waiting += buffer[..<length]
    }
  }
}
