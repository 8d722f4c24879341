import Foundation

/// The built command line at a terminal of its own, typed to and read from.
struct PseudoTerminal: ~Copyable {
  /// Starts a program with a terminal that it answers to, so that Ctrl-C reaches it.
  static let launcher = "/usr/bin/setsid"

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: launcher) }

  /// `TIOCSPTLCK` and `TIOCGPTN` of Linux's `ioctl_tty(2)`, macros that Swift does not see.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private let process = Process()
  private let master: Int32
  private var shown = ""

  init(_ arguments: String..., in folder: URL) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &lock) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw CocoaError(.fileReadUnknown) }
    var size = winsize(ws_row: 50, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.executableURL = URL(filePath: Self.launcher)
    // A shell that runs the tests in the background has them ignore Ctrl-C.
    let environment = ["/usr/bin/env", "--default-signal=INT"]
    process.arguments = ["--ctty", "--wait"] + environment + [Binary.url.path] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["TERM": "xterm", "NO_COLOR": "1"]
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(master)
  }

  /// Types keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// What is shown until a text stands there, or until it ends or time is up; what was returned before is left out.
  mutating func show(until text: String, seconds: Double = 60) -> String {
    let end = ContinuousClock.now + .seconds(seconds)
    while !shown.contains(text), ContinuousClock.now < end {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 100) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      shown += String(decoding: buffer[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
    }
    guard let range = shown.range(of: text) else {
      defer { shown = "" }
      return shown
    }
    defer { shown = String(shown[range.upperBound...]) }
    return String(shown[..<range.upperBound])
  }

  /// What is shown until the program ends, and its exit code; it is made to end when that takes too long.
  mutating func end() -> (shown: String, status: Int32) {
    let rest = show(until: "\u{0}never\u{0}")
    let end = ContinuousClock.now + .seconds(5)
    while process.isRunning, ContinuousClock.now < end { usleep(20_000) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return (rest, process.terminationStatus)
  }
}
