extension Sequence where Element: Hashable {
  /// The elements without repeats, in the order in which they first come.
  package func uniqued() -> [Element] {
    // Most are a few, which are sooner compared than hashed.
    let fewest = 16
    var distinct: [Element] = []
    var seen: Set<Element> = []
    for element in self {
      if distinct.count < fewest {
        if !distinct.contains(element) { distinct.append(element) }
      } else {
        if seen.isEmpty { seen = Set(distinct) }
        if seen.insert(element).inserted { distinct.append(element) }
      }
    }
    return distinct
  }
}
