/// Checking only what changed, by git.
extension CheckCommand {
  /// The reference to compare with; nil when all plans are wanted whole.
  var reference: String? { changed ?? (diffOnly ? Self.latestCommit : nil) }

  private static let latestCommit = "HEAD"

  /// The plans that paths stand for, as far as they are wanted; with an earlier text when only the change is to be told.
  ///
  /// - Throws: `InputProblem` with what keeps git from telling.
  func findPlans(
    with finder: inout PlanFinder,
    excluding isExcluded: (String) -> Bool
  ) throws -> [PlanFinder.Input] {
    guard let reference else {
      return finder.find(paths, excluding: isExcluded, onlyPlans: onlyPlans)
    }
    let isHere = paths.isEmpty
    let paths = isHere ? ["."] : paths
    do throws(GitProblem) {
      var changed = try ChangedPlans(since: reference, among: paths)
      let inputs = finder.find(paths, excluding: isExcluded, onlyPlans: onlyPlans) {
        changed.contains($0)
      }
      let wanted =
        diffOnly ? try changed.withEarlierTexts(inputs, limit: finder.limit) : inputs
      let conflicts = inputs.indices.filter { changed.conflicts.contains(inputs[$0].path) }
      let shown = isHere ? wanted.map(\.seenFromHere) : wanted
      guard conflicts.isEmpty else { throw .conflicts(conflicts.map { shown[$0].path }) }
      return shown
    } catch {
      throw InputProblem(diagnostics: [error.diagnostic(in: pack.lang)])
    }
  }

  /// The arguments with a reference for a bare `--changed`.
  ///
  /// The parser knows options with a value and options without, but none that may have one; it would take the next
  /// argument, which is a path.
  static func completed(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.map { $0 == "--changed" ? "--changed=" + latestCommit : $0 }
      + arguments[options.count...]
  }
}

extension PlanFinder.Input {
  /// The same without the `./` of a folder that nobody named.
  fileprivate var seenFromHere: Self {
    Self(path: String(path.dropFirst(2)), source: source, earlier: earlier)
  }
}
