/// The steps that an evaluation may still take, and how large the lists it makes may be.
struct Budget: Sendable {
  private var steps: Int
  let limits: Limits

  init(_ limits: Limits) {
    self.steps = limits.cost
    self.limits = limits
  }

  /// Counts steps.
  ///
  /// - Throws: `limit(.cost)` when none are left.
  @inline(__always)
  mutating func spend(_ count: Int) throws(Failure) {
    steps &-= count
    if steps < 0 { throw .limit(.cost, limits.cost) }
  }

  /// Counts going over so many bytes of text.
  mutating func spend(bytes: Int) throws(Failure) {
    try spend(bytes >> 4)
  }

  /// Counts making a list or map of so many elements.
  ///
  /// - Throws: `limit(.listSize)` when it is too large.
  mutating func spend(elements: Int) throws(Failure) {
    if elements > limits.listSize { throw .limit(.listSize, limits.listSize) }
    try spend(elements)
  }
}
