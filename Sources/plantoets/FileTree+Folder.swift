#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileTree {
  /// Makes a folder, with those above it, and tells which were made; one that is there already is fine.
  static func makeFolder(_ path: String) throws(FileProblem) -> [String] {
    if mkdir(path, 0o777) == 0 { return [path] }
    let code = errno
    if code == EEXIST {
      guard try kind(of: path) == .folder else { throw FileProblem(.exists, path: path) }
      return []
    }
    let above = ConfigurationFinder.parent(ofFile: path.hasSuffix("/") ? withoutSlash(path) : path)
    guard code == ENOENT, !above.isEmpty, above != path else {
      throw FileProblem(errno: code, path: path)
    }
    let made = try makeFolder(above)
    guard mkdir(path, 0o777) == 0 else { throw FileProblem(errno: errno, path: path) }
    return made + [path]
  }

  /// Takes a folder away, if nothing stands in it.
  static func removeEmptyFolder(_ path: String) {
    rmdir(path)
  }

  private static func withoutSlash(_ path: String) -> String {
    String(path.prefix(path.count - 1))
  }

  /// Gives a file another name, in place of what is there.
  static func move(_ path: String, to target: String) throws(FileProblem) {
    guard rename(path, target) == 0 else { throw FileProblem(errno: errno, path: target) }
  }

  /// Takes a file away, if it is there.
  static func remove(_ path: String) {
    unlink(path)
  }
}
