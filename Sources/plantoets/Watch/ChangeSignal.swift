#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Waits until something may have changed in folders: the kernel says so on Linux, and elsewhere time passing does.
///
/// It may wake for nothing, and on a network drive the kernel does not see what others do, so each wait also ends by
/// itself; whoever waits looks at the files to know.
struct ChangeSignal: ~Copyable {
  /// How long a wait lasts when nothing is told, in milliseconds.
  private let patience: Int32
  #if os(Linux)
    /// The descriptor of inotify(7); nil when the system has none left to give.
    private let descriptor: Int32?
  #endif

  init() {
    #if os(Linux)
      let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      self.descriptor = descriptor >= 0 ? descriptor : nil
      patience = descriptor >= 0 ? 2000 : 500
    #else
      patience = 500
    #endif
  }

  deinit {
    #if os(Linux)
      if let descriptor { close(descriptor) }
    #endif
  }

  /// Asks to be told of changes in these folders; to ask again for one that is known changes nothing.
  func attend(to folders: some Sequence<String>) {
    #if os(Linux)
      guard let descriptor else { return }
      let mask =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
        | IN_DELETE_SELF | IN_MOVE_SELF
      for folder in folders { inotify_add_watch(descriptor, folder, UInt32(mask)) }
    #endif
  }

  /// Waits for a sign, or until patience ends.
  func wait() {
    #if os(Linux)
      guard let descriptor else { return Self.sleep(milliseconds: patience) }
      var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, patience) > 0 else { return }
      // What was told does not matter, only that it was.
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      while read(descriptor, &buffer, buffer.count) > 0 {}
    #else
      Self.sleep(milliseconds: patience)
    #endif
  }

  static func sleep(milliseconds: Int32) {
    poll(nil, 0, milliseconds)
  }
}
