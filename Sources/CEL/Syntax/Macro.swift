/// A macro over the elements of a list or the entries of a map.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros>.
package enum Macro: String, Sendable, CaseIterable {
  case all
  case exists
  case existsOne
  case filter
  case map
  case transformList
  case transformMap
  case transformMapEntry
  case sortBy

  /// The macro of this name with so many arguments, its variables included.
  init?(name: String, argumentCount: Int) {
    guard let macro = name == "exists_one" ? .existsOne : Macro(rawValue: name),
      macro.argumentCounts.contains(argumentCount)
    else { return nil }
    self = macro
  }

  /// How many arguments the macro takes, its variables included.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .all, .exists, .existsOne, .map: 2...3
    case .filter, .sortBy: 2...2
    case .transformList, .transformMap, .transformMapEntry: 3...4
    }
  }

  /// How many of so many arguments are variables.
  func variableCount(argumentCount: Int) -> Int {
    switch self {
    case .all, .exists, .existsOne: argumentCount - 1
    case .filter, .map, .sortBy: 1
    case .transformList, .transformMap, .transformMapEntry: 2
    }
  }

  /// The name under which a macro with so many variables is printed.
  func name(variableCount: Int) -> String {
    self == .existsOne && variableCount == 1 ? "exists_one" : rawValue
  }
}
