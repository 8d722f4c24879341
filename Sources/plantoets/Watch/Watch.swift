import Lint
import Reporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Checks again and again: each time that a plan, a configuration or a rule has changed.
///
/// It ends when the user ends the program.
struct Watch {
  /// What one check came to.
  struct Round {
    var report: Report
    /// The folder of the pack that was judged by; nil for the one inside the binary.
    var pack: String?
  }

  private let paths: [String]
  private let language: Language
  private let style: TextStyle
  private var pack: String?
  /// The last report in which every plan could be read whole.
  private var last: Report?

  init(paths: [String], pack: String?, language: Language, style: TextStyle) {
    self.paths = paths
    self.pack = pack
    self.language = language
    self.style = style
  }

  /// Checks now and after each change.
  ///
  /// - Parameter check: checks once and shows the report; nil when something kept it from judging, which it has told.
  /// - Throws: what `check` throws.
  mutating func run(check: () throws -> Round?) throws -> Never {
    let signal = ChangeSignal()
    var files = WatchedFiles(paths: paths, pack: pack)
    signal.attend(to: files.folders)
    var changed: [String] = []
    while true {
      let round = try check()
      show(round, after: changed)
      if let round, round.pack != pack {
        pack = round.pack
        files = WatchedFiles(paths: paths, pack: pack)
      }
      // What changed during the check is a reason for the next.
      changed = next(signal, &files)
    }
  }

  /// Waits until files are no longer as they were, and gives those.
  private func next(_ signal: borrowing ChangeSignal, _ files: inout WatchedFiles) -> [String] {
    var folders = files.folders
    signal.attend(to: folders)
    while true {
      var now = WatchedFiles(paths: paths, pack: pack)
      signal.attend(to: now.folders)
      guard !now.changes(since: files).isEmpty else {
        // In a new folder there may be files already: look again before waiting.
        if now.folders == folders { signal.wait() }
        folders = now.folders
        continue
      }
      now = settled(now)
      defer { files = now }
      let changed = now.changes(since: files)
      if !changed.isEmpty { return changed }
    }
  }

  /// The files once they stay as they are for a moment: an editor writes in several steps.
  private func settled(_ files: WatchedFiles) -> WatchedFiles {
    var files = files
    for _ in 0..<10 {
      ChangeSignal.sleep(milliseconds: 60)
      let next = WatchedFiles(paths: paths, pack: pack)
      let isQuiet = next.changes(since: files).isEmpty
      files = next
      if isQuiet { break }
    }
    return files
  }

  private mutating func show(_ round: Round?, after changed: [String]) {
    let text = WatchText(language: round?.report.language ?? language, style: style)
    defer { StandardOutput.write(text.waiting) }
    guard let round else { return }
    let isWhole = round.report.plans.allSatisfy { $0.status == .judged }
    if let last, !changed.isEmpty {
      StandardOutput.write(
        isWhole ? text.changes(changed, from: last, to: round.report) : text.broken(changed)
      )
    }
    if isWhole { last = round.report }
  }

  /// Takes away what the terminal shows, where there is one.
  static func clearScreen() {
    guard isatty(STDOUT_FILENO) == 1 else { return }
    StandardOutput.write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }
}
