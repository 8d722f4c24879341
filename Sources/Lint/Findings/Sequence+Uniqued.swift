extension Sequence where Element: Hashable {
  /// The elements without repeats, in the order in which they first come.
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
