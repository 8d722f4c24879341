extension InputOptions {
  /// The list, opened; nil when there is none.
  func list(limit: Int) throws(FileProblem) -> PlanList? {
    guard let filesFrom else { return nil }
    return try PlanList(path: filesFrom, isSeparatedByNull: isSeparatedByNull, limit: limit)
  }

  /// All plans of the list; nil when there is none.
  func all(limit: Int) throws(FileProblem) -> [PlanFinder.Input]? {
    guard var list = try list(limit: limit) else { return nil }
    var inputs: [PlanFinder.Input] = []
    while let more = try list.next() { inputs += more }
    return inputs
  }
}
