import YAML

/// Finds the plans that the paths of a command line stand for.
struct PlanFinder {
  /// A path that counts as a plan; its text is read when it is judged, so that many plans take little memory.
  struct Input: Sendable {
    /// Where the text comes from.
    enum Source: Sendable {
      /// The file at the path.
      case file
      /// What standard input gave, or why it gave nothing.
      case read(Result<[UInt8], FileProblem>)
    }

    let path: String
    let source: Source
    /// An earlier version of the text; then only what changed since is told.
    var earlier: [UInt8]?

    /// The text's first bytes, or why they cannot be had.
    func contents(limit: Int) -> Result<[UInt8], FileProblem> {
      switch source {
      case .file: Result { () throws(FileProblem) in try FileTree.read(path, limit: limit) }
      case .read(let contents): contents
      }
    }
  }

  /// How many bytes of a file are read; the reader of plans says what is too large.
  let limit: Int

  /// YAML files in folders that are no plans.
  private(set) var skipped = 0
  private(set) var foldersWithoutPlans: [String] = []
  private var seen: Set<String> = []

  init(limit: Int) {
    self.limit = limit
  }

  /// The plans, in the order of the paths and sorted within a folder; a path given twice counts once.
  ///
  /// A file that a search meets is passed over when `isExcluded` says so or when it is no plan; one that is named is
  /// taken, unless `onlyPlans` has it treated like the others. No file is looked at that is not wanted.
  mutating func find(
    _ paths: [String],
    excluding isExcluded: (String) -> Bool = { _ in false },
    onlyPlans: Bool = false,
    where isWanted: (String) -> Bool = { _ in true }
  ) -> [Input] {
    paths.flatMap { path -> [Input] in
      if path == "-" { return [standardInput()] }
      if case .success(.folder) = kind(of: path) {
        return plans(in: path) { isExcluded($0) || !isWanted($0) }
      }
      guard isWanted(path), !onlyPlans || !isExcluded(path) else { return [] }
      return onlyPlans ? inputs([path]) : seen.insert(path).inserted ? [file(path)] : []
    }
  }

  private func kind(of path: String) -> Result<FileTree.Kind, FileProblem> {
    Result { () throws(FileProblem) in try FileTree.kind(of: path) }
  }

  private func standardInput() -> Input {
    Input(
      path: "-",
      source: .read(
        Result { () throws(FileProblem) in try FileTree.readStandardInput(limit: limit) }
      )
    )
  }

  private mutating func plans(
    in folder: String,
    excluding isExcluded: (String) -> Bool
  ) -> [Input] {
    let found = Result { () throws(FileProblem) in try FileTree.paths(in: folder) }
    guard case .success(let paths) = found else {
      if case .failure(let problem) = found {
        return [Input(path: problem.path, source: .read(.failure(problem)))]
      }
      return []
    }
    let inputs = inputs(
      paths.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !isExcluded($0) }
    )
    if inputs.isEmpty { foldersWithoutPlans.append(folder) }
    return inputs
  }

  /// Those of the files that are plans and were not found before.
  private mutating func inputs(_ paths: [String]) -> [Input] {
    var inputs: [Input] = []
    for path in paths {
      if !mayBePlan(path) {
        skipped += 1
      } else if seen.insert(path).inserted {
        inputs.append(file(path))
      }
    }
    return inputs
  }

  private func file(_ path: String) -> Input { Input(path: path, source: .file) }

  /// Whether a file is a plan; also when it cannot be read, which is told when it is judged.
  private func mayBePlan(_ path: String) -> Bool {
    // The key stands near the top as a rule, so that the rest need not be read yet.
    let first = min(limit, 4096)
    do throws(FileProblem) {
      let start = try FileTree.read(path, limit: first)
      if Self.isPlan(start) { return true }
      return start.count < first ? false : Self.isPlan(try FileTree.read(path, limit: limit))
    } catch {
      return true
    }
  }

  /// Whether a line begins with the key `plantoets:`, so that other YAML is left alone.
  static func isPlan(_ bytes: [UInt8]) -> Bool {
    let key = Array("plantoets:".utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    // A file in UTF-16 may be a plan too; what is in no known encoding is read as it is.
    let bytes =
      bytes.prefix(2).contains { $0 >= 0xFE || $0 == 0 } ? TextDecoding(bytes).bytes : bytes
    var rest = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    while !rest.isEmpty {
      if rest.starts(with: key) { return true }
      guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
      rest = rest[(end + 1)...]
    }
    return false
  }
}
