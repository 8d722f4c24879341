#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A work tree of git, with the questions that are asked of it.
struct GitRepository: Hashable {
  /// The top of its work tree, absolute and without links.
  let root: String
  /// Where git is to be run; nil for the current folder.
  private let folder: String?
  private let isSubmodule: Bool

  /// The repository that a folder is in.
  ///
  /// A hook that git runs names its repository, and perhaps an index of its own, in variables that hold for the
  /// current folder; then that is the one.
  init(around folder: String) throws(GitProblem) {
    let start = Self.isNamedByHook ? nil : folder
    let ending = try Self.run(["rev-parse", "--show-toplevel"], in: start)
    guard ending.status == 0 else {
      guard ending.complaints.contains("not a git repository") else {
        throw .failed(Self.words(of: ending))
      }
      throw .noRepository(folder: folder.isEmpty ? "." : folder)
    }
    let path = String(decoding: ending.output.dropLast(), as: UTF8.self)
    self.folder = start
    isSubmodule = false
    root = ConfigurationFinder.real(path) ?? path
  }

  /// A submodule, whatever the variables say that a hook set.
  init(submodule path: String) {
    (root, folder, isSubmodule) = (path, path, true)
  }

  /// Whether git is running us as a hook.
  static var isNamedByHook: Bool {
    let names = ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"]
    return names.contains { (name: String) in getenv(name) != nil }
  }

  /// What a question is answered with.
  ///
  /// - Throws: `failed` when git does not end with 0.
  func ask(_ question: String..., input: [UInt8] = []) throws(GitProblem) -> [UInt8] {
    let ending = try Self.run(question, in: folder, isSubmodule: isSubmodule, input: input)
    guard ending.status == 0 else { throw .failed(Self.words(of: ending)) }
    return ending.output
  }

  /// The first line that a question is answered with; nil when git says no.
  func line(_ question: String...) throws(GitProblem) -> String? {
    let ending = try Self.run(question, in: folder, isSubmodule: isSubmodule)
    guard ending.status == 0 else { return nil }
    return String(decoding: ending.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  private static func run(
    _ question: [String],
    in folder: String?,
    isSubmodule: Bool = false,
    input: [UInt8] = []
  ) throws(GitProblem) -> ChildProcess.Ending {
    // Its words are looked at, so they are to be English; and it need not write to the index for us.
    var environment: [String: String?] = [
      "LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0",
    ]
    if isSubmodule {
      for name in variablesOfOneRepository { environment.updateValue(nil, forKey: name) }
    }
    let place = folder.map { ["-C", $0.isEmpty ? "." : $0] } ?? []
    // A file that was only touched has not changed.
    let settings = ["-c", "diff.autoRefreshIndex=true"]
    do throws(FileProblem) {
      return try ChildProcess(
        arguments: ["git"] + place + settings + question,
        environment: environment
      ).run(input: input)
    } catch {
      if case .missing = error.kind { throw .notInstalled }
      throw .notRun(error)
    }
  }

  /// Those that `git rev-parse --local-env-vars` names and that lead elsewhere.
  private static var variablesOfOneRepository: [String] {
    [
      "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_COMMON_DIR",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE",
    ]
  }

  private static func words(of ending: ChildProcess.Ending) -> String {
    let lines = ending.complaints.split(separator: "\n")
    guard !lines.isEmpty else { return "git: \(ending.status)" }
    return lines.joined(separator: " ")
  }
}
