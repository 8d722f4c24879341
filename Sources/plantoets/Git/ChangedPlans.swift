/// Which of the plans that a search meets have changed since a reference of git.
struct ChangedPlans {
  /// What changed in the repositories that the paths of the command line are in, the innermost first.
  private var repositories: [(root: String, changes: GitChanges)] = []
  /// Plans whose merge is not settled yet.
  private(set) var conflicts: Set<String> = []
  /// Where the earlier texts are of the plans that changed and were there before, by the plan's path.
  private var earlier: [String: GitChanges.Blob] = [:]

  /// Asks git about the repositories that paths are in.
  init(since reference: String, among paths: [String]) throws(GitProblem) {
    var tops: Set<String> = []
    for path in paths {
      let folder = Self.folder(of: path)
      // Of two folders with the same repository above them git is asked once.
      let top = GitRepository.isNamedByHook ? "" : Self.top(above: folder)
      guard tops.insert(top ?? folder).inserted else { continue }
      let repository = try GitRepository(around: folder)
      let changes = try GitChanges(in: repository, since: reference)
      repositories.append((repository.root, changes))
      guard Self.isBelow(repository.root, Self.absolute(path)) else {
        throw .noRepository(folder: folder.isEmpty ? "." : folder)
      }
    }
    repositories.sort { $0.root.utf8.count > $1.root.utf8.count }
  }

  /// Whether a file is to be judged: it has changed, and is still there.
  mutating func contains(_ path: String) -> Bool {
    let absolute = Self.absolute(path)
    let repository = repositories.first { Self.isBelow($0.root, absolute) }
    switch repository?.changes.change(of: absolute) {
    case nil, .deleted: return false
    case .new: return true
    case .edited(let blob):
      earlier[path] = blob
      return true
    case .conflict:
      conflicts.insert(path)
      return true
    }
  }

  /// The plans with the texts that those had that were there before; as much of each as is read of a file.
  func withEarlierTexts(
    _ inputs: [PlanFinder.Input],
    limit: Int
  ) throws(GitProblem) -> [PlanFinder.Input] {
    let texts = try GitChanges.Blob.texts(of: inputs.compactMap { earlier[$0.path] })
    return inputs.map { input in
      var input = input
      input.earlier = earlier[input.path].flatMap { texts[$0] }.map { Array($0.prefix(limit)) }
      return input
    }
  }

  /// A folder of a path that is there, as the path leads to it: itself, else the nearest above it.
  private static func folder(of path: String) -> String {
    if case .success(.folder) = Result(catching: { () throws(FileProblem) in
      try FileTree.kind(of: path)
    }) {
      return path
    }
    var folder = ConfigurationFinder.parent(ofFile: path)
    while !folder.isEmpty, folder != "/", ConfigurationFinder.real(folder) == nil {
      folder = ConfigurationFinder.parent(ofFile: folder)
    }
    return folder
  }

  /// The nearest folder, upwards, that holds what git keeps; nil without one.
  private static func top(above folder: String) -> String? {
    guard var folder = ConfigurationFinder.real(folder) else { return nil }
    while true {
      let isTop = Result { () throws(FileProblem) in try FileTree.kind(of: folder + "/.git") }
      if case .success = isTop { return folder }
      guard !folder.isEmpty, folder != "/" else { return nil }
      folder = ConfigurationFinder.parent(ofFile: folder)
    }
  }

  /// Where a file is, with the links to its folder followed; it need not be there.
  private static func absolute(_ path: String) -> String {
    let folder = folder(of: path)
    let real = ConfigurationFinder.real(folder) ?? folder
    let rest = path.utf8.dropFirst(folder.utf8.count).drop { $0 == UInt8(ascii: "/") }
    guard !rest.isEmpty else { return real }
    return (real == "/" ? "" : real) + "/" + (String(rest) ?? "")
  }

  private static func isBelow(_ root: String, _ path: String) -> Bool {
    root == "/" || path == root || path.utf8.starts(with: (root + "/").utf8)
  }
}
