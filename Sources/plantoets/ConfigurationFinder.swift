import Lint
import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the configuration that holds for a plan: the nearest one, upwards from the plan's folder.
struct ConfigurationFinder {
  /// A configuration with the folder it stands in.
  struct Found {
    let configuration: Configuration
    /// As the plan's path leads to it; empty for the current folder.
    let folder: String
    /// Where the folder really is.
    let realFolder: String
  }

  private let reader: ConfigurationReader
  /// What was found from each folder; nil where there is none or it is broken.
  private var known: [String: Found?] = [:]
  private var files: [String: Found?] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var problems: [FileProblem] = []

  init(language: Language) {
    reader = ConfigurationReader(language: language)
  }

  /// The configuration for a file; for `-` that of the current folder.
  mutating func configuration(for path: String) -> Found? {
    let folder = path == "-" ? "" : Self.parent(ofFile: path)
    if let found = known[folder] { return found }
    let found = search(from: folder)
    known[folder] = found
    return found
  }

  /// The configuration that holds for each plan, in their order.
  ///
  /// - Throws: what was wrong with any configuration that was met, so that nothing is judged with half of it.
  mutating func found(for inputs: [PlanFinder.Input]) throws -> [Found?] {
    let found = inputs.map { configuration(for: $0.path) }
    if let problem = problems.first { throw problem }
    guard diagnostics.isEmpty else { throw InputProblem(diagnostics: diagnostics) }
    return found
  }

  /// Whether the configuration for a file says to pass it over.
  mutating func excludes(_ path: String) -> Bool {
    guard let found = configuration(for: path), !found.configuration.exclude.isEmpty,
      let folder = Self.real(Self.parent(ofFile: path))
    else { return false }
    let below = folder.utf8.dropFirst(found.realFolder.utf8.count)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return found.configuration.excludes((String(below) ?? "") + "/" + name)
  }

  private mutating func search(from start: String) -> Found? {
    var folder = start
    while let real = Self.real(folder) {
      let path = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
      let file = path + Configuration.fileName
      if case .success(.file) = Result(catching: { () throws(FileProblem) in
        try FileTree.kind(of: file)
      }) {
        return read(file, folder: folder, real: real)
      }
      guard real != "/" else { return nil }
      folder = Self.parent(ofFolder: folder)
    }
    return nil
  }

  private mutating func read(_ path: String, folder: String, real: String) -> Found? {
    if let found = files[real] { return found }
    var found: Found?
    do throws(FileProblem) {
      let bytes = try FileTree.read(path, limit: 1_000_000)
      switch reader.read(SourceFile(path: path, bytes: bytes)) {
      case .success(let configuration):
        found = Found(configuration: configuration, folder: folder, realFolder: real)
      case .failure(let failure): diagnostics += failure.diagnostics
      }
    } catch {
      problems.append(error)
    }
    files[real] = found
    return found
  }

  /// The folder that a file stands in; empty for the current one.
  static func parent(ofFile path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// One folder up, by name as long as there are names.
  private static func parent(ofFolder folder: String) -> String {
    var parts = folder.split(separator: "/").filter { $0 != "." }.map(String.init)
    let isAbsolute = folder.hasPrefix("/")
    guard let last = parts.popLast() else { return isAbsolute ? "/" : ".." }
    if last == ".." { return folder + "/.." }
    let rest = parts.joined(by: "/")
    return isAbsolute ? "/" + rest : rest
  }

  /// Where a folder really is, links followed; nil when it is not there.
  static func real(_ folder: String) -> String? {
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
