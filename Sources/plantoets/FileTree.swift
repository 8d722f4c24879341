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
    case other
  }

  /// What stands at a path, links followed.
  static func kind(of path: String) throws(FileProblem) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileProblem(errno: errno, path: path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The first bytes of a regular file; a pipe or device is refused, since it may never end.
  static func read(_ path: String, limit: Int = .max) throws(FileProblem) -> [UInt8] {
    guard try kind(of: path) == .file else { throw FileProblem(.notAFile, path: path) }
    // What takes its place meanwhile must not keep us waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(errno: errno, path: path) }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? max(0, Int(status.st_size)) : 0
    return try read(descriptor, path: path, limit: limit, expecting: size)
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
      // What is as long as its size says has been read whole, once nothing more comes.
      room = min(limit - bytes.count, chunk.count < room ? 1 << 10 : 1 << 16)
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
    let names = try names(in: folder)
    var paths: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: paths += try self.paths(in: path)
      case S_IFREG: paths.append(path)
      // A link to a file is a file; a link to a folder could lead in circles.
      case S_IFLNK where (try? kind(of: path)) == .file: paths.append(path)
      default: continue
      }
    }
    return paths
  }

  /// All folders below a folder; hidden ones and links are passed over, and what cannot be opened is empty.
  static func folders(in folder: String) -> [String] {
    guard let names = try? names(in: folder) else { return [] }
    return names.filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [] }
      return [path] + folders(in: path)
    }
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

  private static func names(in folder: String) throws(FileProblem) -> [String] {
    guard let stream = opendir(folder) else { throw FileProblem(errno: errno, path: folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
