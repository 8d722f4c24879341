/// A macro as it is described to authors: it looks like a call, but evaluates its arguments itself.
///
/// See <https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros>.
package struct MacroDescription: Sendable {
  /// The name that the parser knows it by.
  package let name: String
  /// How it is written: `list.all(x, condition)`.
  package let forms: [String]
  /// What it does, in one line.
  package let documentation: String
  /// At least one; each is also a test.
  package let examples: [Function.Example]

  init(
    _ name: String,
    _ forms: [String],
    _ documentation: String,
    examples: [Function.Example]
  ) {
    self.name = name
    self.forms = forms
    self.documentation = documentation
    self.examples = examples
  }
}

extension StandardLibrary {
  /// The macros; they are part of the language, whatever the functions are.
  package static let macros: [MacroDescription] = [
    MacroDescription(
      "has",
      ["has(x.field)"],
      "Whether a field is there; unknown when it may merely not have been reported.",
      examples: [.init("has({'a': 1}.a)", "true"), .init("has({'a': 1}.b)", "false")]
    ),
    MacroDescription(
      "known",
      ["known(e)"],
      "Whether a value is known; never unknown itself.",
      examples: [.init("known(1 + 1)", "true")]
    ),
    MacroDescription(
      "all",
      ["list.all(x, condition)", "list.all(index, x, condition)"],
      "Whether a condition holds for every element, or every key of a map.",
      examples: [.init("[1, 2].all(x, x > 1)", "false"), .init("[0, 1].all(i, x, i == x)", "true")]
    ),
    MacroDescription(
      "exists",
      ["list.exists(x, condition)", "list.exists(index, x, condition)"],
      "Whether a condition holds for some element.",
      examples: [.init("[1, 2].exists(x, x > 1)", "true")]
    ),
    MacroDescription(
      "existsOne",
      ["list.exists_one(x, condition)", "list.existsOne(index, x, condition)"],
      "Whether a condition holds for exactly one element.",
      examples: [.init("[1, 2].exists_one(x, x > 1)", "true")]
    ),
    MacroDescription(
      "filter",
      ["list.filter(x, condition)"],
      "The elements for which a condition holds.",
      examples: [.init("[1, 2, 3].filter(x, x != 2)", "[1, 3]")]
    ),
    MacroDescription(
      "map",
      ["list.map(x, e)", "list.map(x, condition, e)"],
      "What an expression gives for each element, or for those for which a condition holds.",
      examples: [.init("[1, 2].map(x, x * 2)", "[2, 4]")]
    ),
    MacroDescription(
      "transformList",
      ["list.transformList(index, x, e)", "list.transformList(index, x, condition, e)"],
      "What an expression gives for each index and element, or key and value, as a list.",
      examples: [.init("[5, 5].transformList(i, x, i + x)", "[5, 6]")]
    ),
    MacroDescription(
      "transformMap",
      ["map.transformMap(key, x, e)", "map.transformMap(key, x, condition, e)"],
      "The same keys, or indexes, with what an expression gives for each.",
      examples: [.init("{'a': 1}.transformMap(k, x, x + 1)", "{\"a\": 2}")]
    ),
    MacroDescription(
      "transformMapEntry",
      ["map.transformMapEntry(key, x, map)", "map.transformMapEntry(key, x, condition, map)"],
      "The entries of the maps that an expression gives, together.",
      examples: [.init("{'a': 'b'}.transformMapEntry(k, x, {x: k})", "{\"b\": \"a\"}")]
    ),
    MacroDescription(
      "sortBy",
      ["list.sortBy(x, key)"],
      "The elements in the order of what an expression gives.",
      examples: [.init("[3, -4, 1].sortBy(x, x * x)", "[1, 3, -4]")]
    ),
    MacroDescription(
      "optMap",
      ["optional.optMap(x, e)"],
      "An optional of what an expression gives for the value; none when there is none.",
      examples: [.init("optional.of(1).optMap(x, x + 1)", "optional.of(2)")]
    ),
    MacroDescription(
      "optFlatMap",
      ["optional.optFlatMap(x, optional)"],
      "The optional that an expression gives for the value; none when there is none.",
      examples: [.init("optional.of({'a': 1}).optFlatMap(x, x.?a)", "optional.of(1)")]
    ),
    MacroDescription(
      "cel.bind",
      ["cel.bind(x, value, e)"],
      "An expression in which a name stands for a value.",
      examples: [.init("cel.bind(x, 2 + 3, x * x)", "25")]
    ),
  ]
}
