import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files and folders as the system has them; the one place that opens them.
enum FileTree {
  enum Kind {
    case file
    case folder
    /// Only where links are not followed.
    case link
    case other

    init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .link
      default: self = .other
      }
    }
  }

  /// What stands at a path, links followed.
  static func kind(of path: String) throws(FileProblem) -> Kind {
    Kind(mode: try status(of: path).st_mode)
  }

  private static func status(of path: String) throws(FileProblem) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileProblem(errno: errno, path: path) }
    return status
  }

  /// The first bytes of a regular file; a pipe or device is refused, since it may never end.
  static func read(_ path: String, limit: Int = .max) throws(FileProblem) -> [UInt8] {
    let status = try status(of: path)
    guard Kind(mode: status.st_mode) == .file else { throw FileProblem(.notAFile, path: path) }
    // What takes its place meanwhile must not keep us waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(errno: errno, path: path) }
    defer { close(descriptor) }
    return try read(descriptor, path: path, limit: limit, expecting: max(0, Int(status.st_size)))
  }

  /// The first bytes that standard input gives.
  static func readStandardInput(limit: Int) throws(FileProblem) -> [UInt8] {
    try read(STDIN_FILENO, path: "-", limit: limit)
  }

  /// The first bytes that a descriptor gives; the path is for what is told when it fails.
  static func read(
    _ descriptor: Int32,
    path: String,
    limit: Int,
    expecting size: Int = 0
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    // A byte more than is expected shows that there is no more.
    var room = min(limit, max(size + 1, 1 << 10))
    while true {
      let chunk = try readOnce(descriptor, path: path, atMost: room)
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if chunk.isEmpty || bytes.count == limit { return bytes }
      // A file that gives as many bytes as its size says, and not the one more, has been read whole.
      if bytes.count == size, chunk.count < room { return bytes }
      room = min(limit - bytes.count, 1 << 16)
    }
  }

  /// What a descriptor gives at once, after waiting for something; nothing at the end.
  static func readOnce(
    _ descriptor: Int32,
    path: String,
    atMost room: Int
  ) throws(FileProblem) -> [UInt8] {
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        #if canImport(Glibc)
          count = Glibc.read(descriptor, buffer.baseAddress, room)
        #else
          count = Darwin.read(descriptor, buffer.baseAddress, room)
        #endif
        initialized = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(errno: errno, path: path) }
      return chunk
    }
  }

  /// Makes a file with a text; one that is there already is left alone, and a failure leaves nothing.
  static func create(_ path: String, _ text: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileProblem(errno: errno, path: path) }
    defer { close(descriptor) }
    guard Descriptor.write(text, to: descriptor) else {
      let code = errno
      unlink(path)
      throw FileProblem(errno: code, path: path)
    }
  }

  /// The paths of all regular files below a folder, sorted; hidden ones, and links to folders, are passed over.
  static func paths(in folder: String) throws(FileProblem) -> [String] {
    var paths: [String] = []
    for entry in try entries(of: folder) {
      switch entry.kind {
      case .folder: paths += try self.paths(in: entry.path)
      case .file: paths.append(entry.path)
      // A link to a file is a file; a link to a folder could lead in circles.
      case .link where (try? kind(of: entry.path)) == .file: paths.append(entry.path)
      case .link, .other: continue
      }
    }
    return paths
  }

  /// All folders below a folder; hidden ones and links are passed over, and what cannot be opened is empty.
  static func folders(in folder: String) -> [String] {
    guard let entries = try? entries(of: folder) else { return [] }
    return entries.filter { $0.kind == .folder }.flatMap { [$0.path] + folders(in: $0.path) }
  }

  /// The files below a folder whose path is wanted, read.
  static func files(
    in folder: String,
    where isWanted: (String) -> Bool
  ) throws(FileProblem) -> [SourceFile] {
    var files: [SourceFile] = []
    for path in try paths(in: folder) where isWanted(path) {
      files.append(SourceFile(path: path, bytes: try read(path)))
    }
    return files
  }

  /// What stands in a folder; links are not followed.
  private struct Entry {
    let path: String
    let kind: Kind
  }

  /// What stands in a folder, sorted by name, but for what is hidden or gone by now.
  private static func entries(of folder: String) throws(FileProblem) -> [Entry] {
    guard let stream = opendir(folder) else { throw FileProblem(errno: errno, path: folder) }
    defer { closedir(stream) }
    var found: [(name: String, type: Int)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { found.append((name, Int(entry.pointee.d_type))) }
    }
    found.sort { $0.name < $1.name }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return found.compactMap { name, type in
      let path = prefix + name
      return kind(ofEntry: path, type: type).map { Entry(path: path, kind: $0) }
    }
  }

  /// What stands at a path in a folder, which tells its type as a rule; nil when there is nothing.
  private static func kind(ofEntry path: String, type: Int) -> Kind? {
    // What readdir(3) tells are the bits for the type in a mode.
    guard type == Int(DT_UNKNOWN) else { return Kind(mode: mode_t(type) << 12) }
    var status = stat()
    return lstat(path, &status) == 0 ? Kind(mode: status.st_mode) : nil
  }
}
