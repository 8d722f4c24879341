import Synchronization

extension Mutex {
  /// What is kept in it; made when it is first asked for.
  func value<Kept: Sendable>(orMake make: () -> Kept) -> Kept where Value == Kept? {
    withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
