/// The functions and operators that expressions can use, as a table.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions>.
package struct StandardLibrary: Sendable {
  /// The rows, grouped by subject.
  package private(set) var functions: [Function] = []
  private var indexes: [String: Int] = [:]
  /// The first parts of the names with dots.
  private var namespaces: Set<String> = []

  /// A table of these rows; overloads of one name are joined in the first of its rows.
  package init(_ functions: [Function]) {
    self.functions.reserveCapacity(functions.count)
    indexes.reserveCapacity(functions.count)
    for function in functions { insert(function) }
  }

  /// CEL with its extensions and our lists and dates; of time zones it knows UTC and offsets.
  package static let standard = standard { _ in nil }

  /// The same with time zones by name, as `Europe/Amsterdam`, from where the caller finds their rules.
  package static func standard(
    zones: @escaping @Sendable (String) -> ZoneRules?
  ) -> StandardLibrary {
    StandardLibrary(
      operators + conversions + lists + strings + times(zones) + dates + mathematics + encoders
        + optionals
    )
  }

  /// Whether some function's name is this one followed by a dot and more.
  func isNamespace(_ name: String) -> Bool {
    namespaces.contains(name)
  }

  /// The row of a function, by its full name.
  package subscript(name: String) -> Function? {
    indexes[name].map { functions[$0] }
  }

  /// The same table with more functions; overloads of a known name join its row.
  package func adding(_ added: [Function]) -> StandardLibrary {
    var result = self
    for function in added { result.insert(function) }
    return result
  }

  private mutating func insert(_ function: Function) {
    guard let index = indexes[function.name] else {
      if let dot = function.name.utf8.firstIndex(of: UInt8(ascii: ".")) {
        namespaces.insert(String(function.name[..<dot]))
      }
      indexes[function.name] = functions.count
      functions.append(function)
      return
    }
    let known = functions[index]
    functions[index] = Function(
      known.name,
      known.documentation,
      known.overloads + function.overloads,
      examples: known.examples + function.examples
    )
  }
}
