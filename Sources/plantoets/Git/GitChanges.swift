import SourceText

/// Which files of a work tree differ from a commit: staged, not staged, and new files that git does not ignore.
struct GitChanges {
  /// A file's text as a commit has it.
  struct Blob: Hashable {
    let repository: GitRepository
    /// git's name for the text.
    let id: String
  }

  enum Change {
    /// It was there, perhaps by another name.
    case edited(Blob)
    case new
    case deleted
    /// Two versions are yet to be made one.
    case conflict
  }

  /// By absolute path.
  private var changes: [String: Change] = [:]
  /// Folders in which all is new, each with its final slash: repositories inside this one that it does not know.
  private var newFolders: [String] = []

  /// Compares with the commit where the work tree's history and that of a reference part, as a pull request does.
  init(in repository: GitRepository, since reference: String) throws(GitProblem) {
    try compare(repository, with: try Self.base(for: reference, in: repository))
  }

  /// What has become of a file; nil when it is as it was.
  func change(of path: String) -> Change? {
    changes[path] ?? (newFolders.contains { path.hasPrefix($0) } ? .new : nil)
  }

  /// The commit to compare with; nil before the first one.
  private static func base(
    for reference: String,
    in repository: GitRepository
  ) throws(GitProblem) -> String? {
    let commit = try repository.line(
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      reference + "^{commit}"
    )
    guard let commit else {
      if reference == "HEAD" { return nil }
      if try isShallow(repository) { throw .shallow(reference) }
      throw .unknownReference(reference, nearest: try nearest(to: reference, in: repository))
    }
    if let base = try repository.line("merge-base", commit, "HEAD") { return base }
    if try isShallow(repository) { throw .shallow(reference) }
    // Histories that never met: what is there now is compared with what is there.
    return commit
  }

  private static func isShallow(_ repository: GitRepository) throws(GitProblem) -> Bool {
    try repository.line("rev-parse", "--is-shallow-repository") == "true"
  }

  /// The branch or tag that was probably meant; a copy made for a pull request has `origin/main`, but no `main`.
  private static func nearest(
    to reference: String,
    in repository: GitRepository
  ) throws(GitProblem) -> String? {
    let answer = try repository.ask("for-each-ref", "--format=%(refname:short)")
    let names = answer.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return names.first { $0.hasSuffix("/" + reference) } ?? nearestName(to: reference, among: names)
  }

  private mutating func compare(
    _ repository: GitRepository,
    with commit: String?
  ) throws(GitProblem) {
    let top = repository.root == "/" ? "/" : repository.root + "/"
    if let commit {
      let answer = try repository.ask(
        "diff",
        "--raw",
        "-z",
        "--no-abbrev",
        "--no-relative",
        "--find-renames",
        "--ignore-submodules=none",
        commit,
        "--"
      )
      for entry in RawDifference.entries(of: answer) { try take(entry, below: top, of: repository) }
    } else {
      for path in try Self.files("--cached", of: repository) { changes[top + path] = .new }
    }
    for path in try Self.files("--others", of: repository) {
      if path.hasSuffix("/") {
        newFolders.append(top + path)
      } else {
        changes[top + path] = .new
      }
    }
    // Each line is `<mode> <id> <stage>`, a tab and the path.
    for line in try Self.files("--unmerged", of: repository) {
      let path = line.drop { $0 != "\t" }.dropFirst()
      changes[top + path] = .conflict
    }
  }

  private mutating func take(
    _ entry: RawDifference,
    below top: String,
    of repository: GitRepository
  ) throws(GitProblem) {
    let path = top + entry.path
    if let name = entry.earlierPath { changes[top + name] = .deleted }
    switch (entry.earlier, entry.later) {
    case (_, .nothing): changes[path] = .deleted
    // One that is not fetched holds no plans; git would speak of the repository around it.
    case (_, .submodule) where !Self.isThere(path + "/.git"): break
    // A submodule is compared with the commit that its place in the earlier version names.
    case (.submodule, .submodule):
      try compare(GitRepository(submodule: path), with: entry.earlierID)
    case (_, .submodule): try compare(GitRepository(submodule: path), with: nil)
    case (.file, _): changes[path] = .edited(Blob(repository: repository, id: entry.earlierID))
    case (_, _): changes[path] = .new
    }
  }

  private static func isThere(_ path: String) -> Bool {
    let kind = Result { () throws(FileProblem) in try FileTree.kind(of: path) }
    if case .success = kind { return true }
    return false
  }

  /// The files of a kind in the whole work tree, as `ls-files` tells of them.
  private static func files(
    _ kind: String,
    of repository: GitRepository
  ) throws(GitProblem) -> [String] {
    let answer = try repository.ask(
      "ls-files",
      kind,
      "--exclude-standard",
      "-z",
      "--full-name",
      "--",
      ":/"
    )
    return answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension GitChanges.Blob {
  /// The texts of blobs, asked for in one go; what git does not have is left out.
  static func texts(of blobs: [Self]) throws(GitProblem) -> [Self: [UInt8]] {
    var texts: [Self: [UInt8]] = [:]
    for (repository, blobs) in Dictionary(grouping: blobs, by: \.repository) {
      let question = blobs.map { $0.id + "\n" }.joined()
      let answer = try repository.ask("cat-file", "--batch", input: Array(question.utf8))
      var rest = answer[...]
      // Each answer is `<id> blob <size>`, the text, and a line end.
      for blob in blobs {
        guard let end = rest.firstIndex(of: 0x0A) else { break }
        let head = rest[..<end].split(separator: 0x20)
        rest = rest[(end + 1)...]
        guard head.count == 3, let size = Int(String(decoding: head[2], as: UTF8.self)) else {
          continue
        }
        texts[blob] = Array(rest.prefix(size))
        rest = rest.dropFirst(size + 1)
      }
    }
    return texts
  }
}
