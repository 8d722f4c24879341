#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lines of a file, a pipe or standard input, handed over as they come.
struct LineStream: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let separator: UInt8
  private var rest: [UInt8] = []
  /// How much of the rest is known to hold no separator.
  private var searched = 0
  private var isAtEnd = false
  /// How long a line may be, so that one without an end does not fill the memory; in bytes.
  private let longest: Int

  /// Opens what is at a path; `-` is standard input.
  init(path: String, separator: UInt8, longest: Int) throws(FileProblem) {
    self.path = path
    self.separator = separator
    self.longest = longest
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(errno: errno, path: path) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The lines that are there, at most `count`; waits only for the first.
  ///
  /// None means that the end has come.
  mutating func next(atMost count: Int) throws(FileProblem) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    while lines.count < count {
      if let line = takeLine() {
        lines.append(line)
      } else if isAtEnd || !lines.isEmpty && !isReady {
        break
      } else {
        try readMore()
      }
    }
    return lines
  }

  private mutating func takeLine() -> [UInt8]? {
    guard let end = rest[searched...].firstIndex(of: separator) else {
      searched = rest.count
      guard isAtEnd, !rest.isEmpty else { return nil }
      defer { (rest, searched) = ([], 0) }
      return rest
    }
    defer {
      rest.removeFirst(end + 1)
      searched = 0
    }
    return Array(rest[..<end])
  }

  private mutating func readMore() throws(FileProblem) {
    guard rest.count <= longest else { throw FileProblem(.tooLong(bytes: longest), path: path) }
    let bytes = try FileTree.readOnce(descriptor, path: path, atMost: 1 << 16)
    if bytes.isEmpty { isAtEnd = true }
    rest += bytes
  }

  /// Whether there is more to read at once.
  private var isReady: Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) > 0
  }
}
