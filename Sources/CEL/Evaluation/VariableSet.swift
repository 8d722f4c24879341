/// Some of the variables of an environment, as one number.
package struct VariableSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// The highest number that has a bit of its own; all above share the last.
  private static let highest = 62

  /// A set of these variables.
  package init(_ variables: [VariableID]) {
    for variable in variables { bits |= Self.bit(of: Int(variable.index)) }
  }

  mutating func formUnion(_ other: VariableSet) {
    bits |= other.bits
  }

  /// Whether a variable with a number is in it; no one of high number is.
  func contains(_ number: Int) -> Bool {
    number <= Self.highest && bits & Self.bit(of: number) != 0
  }

  /// Whether a variable is in it; of those with high numbers all are when one is.
  func mayContain(_ variable: VariableID) -> Bool {
    bits & Self.bit(of: Int(variable.index)) != 0
  }

  private static func bit(of number: Int) -> UInt64 {
    1 << UInt64(min(number, highest + 1))
  }
}
