import YAML

/// One keyword of the dialect: the form of its value, and what it makes of a schema that has it.
struct Keyword: Sendable {
  typealias Compile = @Sendable (Node, inout Compilation) -> Check.Run?

  let name: String
  let value: Shape
  /// The types of instances that it can fail; on others it is not even asked.
  let types: TypeSet
  /// Notes in the subschema what readers want to know, and returns what a validator has to do.
  let compile: Compile

  init(_ name: String, _ value: Shape, on types: TypeSet = .any, _ compile: @escaping Compile) {
    self.name = name
    self.value = value
    self.types = types
    self.compile = compile
  }
}
