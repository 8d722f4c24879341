#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds Ctrl-C and a request to end back, as long as it lives, so that a run itself decides where it stops.
///
/// What came meanwhile is delivered afterwards, and ends the program as it would have done.
struct Interruption: ~Copyable {
  private var before = sigset_t()

  init() {
    var held = Self.signals
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  deinit {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  /// Whether someone wants the program to end.
  var isPending: Bool {
    var pending = sigset_t()
    guard sigpending(&pending) == 0 else { return false }
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
