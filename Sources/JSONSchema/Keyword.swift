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

/// What one keyword of one subschema asserts of an instance.
struct Check: Sendable {
  typealias Run = @Sendable (borrowing Instance, inout Evaluation) -> Void

  let keyword: String
  let types: TypeSet
  let run: Run
}

/// What one subschema asserts.
struct Program: Sendable {
  /// Where the work begins: the subschema itself, or what its `$ref` leads to when it does nothing else.
  var entry: Schema.ID
  /// The places of its checks among those of the schema.
  var checks: Range<Int>
}
