extension Violation.Branch {
  /// How far the value is from this branch: the author most likely meant the branch with the least.
  ///
  /// A value of another type was not meant for it; nor was one whose own value, or that of a key which tells
  /// branches apart, differs from what the branch asks. What is missing or too much weighs least.
  func distance(from depth: Int) -> Int {
    violations.reduce(0) { $0 + $1.weight(from: depth) }
  }
}

extension Violation {
  private static let otherType = 10_000
  private static let otherValue = 100

  fileprivate func weight(from depth: Int) -> Int {
    let below = path.steps.count - depth
    switch kind {
    case .wrongType where below == 0, .nothingAllowed where below == 0: return Self.otherType
    case .notConstant where below <= 1, .notAllowed where below <= 1: return Self.otherValue
    case .noBranch(let nearest): return nearest.distance(from: depth)
    default: return 1
    }
  }
}
