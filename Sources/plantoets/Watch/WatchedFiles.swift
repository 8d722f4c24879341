import Lint

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that a check depends on, as they stand at one moment.
struct WatchedFiles {
  /// What tells two states of a file apart without reading it.
  private struct Stamp: Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  private var stamps: [String: Stamp] = [:]
  /// The folders in which a change is to be noticed at once; in those above it may take a moment.
  private(set) var folders: Set<String> = []

  /// The plans at these paths, the configurations that may hold for them, and a pack's folder.
  init(paths: [String], pack: String?) {
    for path in paths { add(path) }
    if let pack { add(folder: pack) { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") } }
  }

  private mutating func add(_ path: String) {
    var folder = ConfigurationFinder.parent(ofFile: path)
    if case .success(.folder) = kind(of: path) {
      add(folder: path) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      folder = path
    } else {
      stamps[path] = Self.stamp(of: path)
      folders.insert(folder.isEmpty ? "." : folder)
    }
    // A configuration may come or go in any folder above.
    for folder in Self.foldersUp(from: folder) { addConfiguration(in: folder) }
  }

  private mutating func add(folder: String, where isWanted: (String) -> Bool) {
    folders.insert(folder)
    guard
      case .success(let paths) = Result(catching: { () throws(FileProblem) in
        try FileTree.paths(in: folder)
      })
    else { return }
    for path in paths where isWanted(path) {
      stamps[path] = Self.stamp(of: path)
      addConfiguration(in: ConfigurationFinder.parent(ofFile: path))
    }
    folders.formUnion(FileTree.folders(in: folder))
  }

  private mutating func addConfiguration(in folder: String) {
    let path = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    stamps[path + Configuration.fileName] = Self.stamp(of: path + Configuration.fileName)
  }

  private func kind(of path: String) -> Result<FileTree.Kind, FileProblem> {
    Result { () throws(FileProblem) in try FileTree.kind(of: path) }
  }

  /// A folder and those above it, by their real names.
  private static func foldersUp(from folder: String) -> [String] {
    guard var path = ConfigurationFinder.real(folder) else { return [] }
    var folders: [String] = []
    while true {
      folders.append(path)
      guard path != "/" else { return folders }
      let parent = ConfigurationFinder.parent(ofFile: path)
      path = parent.isEmpty ? "/" : parent
    }
  }

  private static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if os(Linux)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return Stamp(
      device: UInt64(status.st_dev),
      inode: UInt64(status.st_ino),
      size: Int64(status.st_size),
      seconds: time.tv_sec,
      nanoseconds: time.tv_nsec
    )
  }

  /// The files that came, went or changed since an earlier moment, sorted.
  func changes(since earlier: WatchedFiles) -> [String] {
    let paths = Set(stamps.keys).union(earlier.stamps.keys)
    return paths.filter { stamps[$0] != earlier.stamps[$0] }.sorted()
  }
}
