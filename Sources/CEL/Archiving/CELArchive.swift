/// What a reader of archived programs needs to have at hand.
///
/// Nothing in it ever changes; it is a class so that passing it on costs nothing.
package final class CELArchive: Sendable {
  /// The object types that programs and values refer to, by name.
  let structures: [String: StructType]
  /// The functions that programs call: the table they were compiled with.
  let functions: StandardLibrary
  let limits: Limits

  package init(
    structures: [StructType],
    functions: StandardLibrary,
    limits: Limits = Limits()
  ) {
    self.structures = Dictionary(structures.map { ($0.name, $0) }) { first, _ in first }
    self.functions = functions
    self.limits = limits
  }

  /// The same with other functions.
  package func with(_ functions: StandardLibrary) -> CELArchive {
    CELArchive(structures: structures, functions: functions, limits: limits)
  }

  private init(structures: [String: StructType], functions: StandardLibrary, limits: Limits) {
    self.structures = structures
    self.functions = functions
    self.limits = limits
  }
}

/// Something that an archive has no form for.
package struct NotArchivable: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
