import Lint

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far a run is: files, rate and time left, on one line of standard error that goes away at the end.
///
/// Shows itself when a run takes over half a second, and then ten times a second at most.
struct ProgressBar {
  let total: Int
  let language: Language
  private let start = ContinuousClock.now
  private var drawn: ContinuousClock.Instant?

  /// A bar on a terminal; nil where nobody would see it.
  init?(total: Int, language: Language) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
    self.language = language
  }

  /// Shows that so many of all are done, when it is time to.
  mutating func show(_ done: Int) {
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), drawn.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    drawn = now
    _ = Descriptor.write("\r\u{1B}[K" + text(done, after: now - start), to: STDERR_FILENO)
  }

  /// Takes the line away, before something else is written.
  mutating func clear() {
    guard drawn != nil else { return }
    drawn = nil
    _ = Descriptor.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// `[#####     ] 171/342 plannen, 410 per seconde, nog 0:01`.
  func text(_ done: Int, after time: Duration) -> String {
    let width = 20
    let filled = total > 0 ? min(width, done * width / total) : width
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var text = "[\(bar)] \(done)/\(total) "
    text += LocalizedText(nl: "plannen", en: "plans")[language]
    guard rate > 0 else { return text }
    let left = Int((Double(total - done) / rate).rounded(.up))
    let clock = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    let pace = rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))"
    return text
      + LocalizedText(
        nl: ", \(pace.replacing(".", with: ",")) per seconde, nog \(clock)",
        en: ", \(pace) a second, \(clock) left"
      )[language]
  }
}
