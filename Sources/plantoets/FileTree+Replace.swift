#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileTree {
  /// Makes a file with a text, or puts it in the place of the one that is there, whole or not at all.
  ///
  /// The text goes to a file beside it, which then takes its name: a reader sees the old text or the new one,
  /// and a failure leaves the old one. A link is followed, and a file that is there keeps its permissions.
  static func replace(_ path: String, _ text: String) throws(FileProblem) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { throw FileProblem(.notAFile, path: path) }
    if exists, access(path, W_OK) != 0 { throw FileProblem(errno: errno, path: path) }
    let target = exists ? resolved(path) : path
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileProblem(errno: errno, path: path) }
    let isWritten =
      Descriptor.write(text, to: descriptor)
      && fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o666 & ~currentMask()) == 0
      && fsync(descriptor) == 0
    let problem = isWritten ? nil : FileProblem(errno: errno, path: path)
    let isClosed = close(descriptor) == 0
    guard problem == nil, isClosed, rename(template, target) == 0 else {
      let problem = problem ?? FileProblem(errno: errno, path: path)
      unlink(template)
      throw problem
    }
  }

  /// Where links lead.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The permissions that new files must not have.
  private static func currentMask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
