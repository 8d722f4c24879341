import JSONSchema
package import SourceText
import Synchronization
import YAML

/// The text of a plan's schema, and what is made of it when it is first needed.
///
/// A plan with nothing wrong in its form is read by the shapes alone; the JSON Schema is compiled for the others.
package final class PlanSchemaSource: Sendable {
  /// The keywords and formats of our own that a plan's schema may have.
  static let dialect = Dialect(
    annotations: [PlanSchema.referenceKeyword, PlanSchema.questionsKeyword, "x-eenheid"],
    formats: Set(DutchFormat.allCases.map(\.rawValue))
  )

  /// What the text comes to.
  final class Compiled: Sendable {
    let schema: Schema
    let validator: Validator

    init(_ schema: Schema) {
      self.schema = schema
      validator = Validator(
        schema,
        options: Validator.Options(
          isExempt: { node in
            guard let text = node.text else { return false }
            return text.isEmpty || ScalarWord(text) != nil
          },
          // More than anybody reads.
          limits: Validator.Limits(violations: 2500)
        )
      )
    }
  }

  private final class Sections: Sendable {
    let byField: [String: [String]]

    init(_ byField: [String: [String]]) {
      self.byField = byField
    }
  }

  private let file: @Sendable () -> SourceFile
  private let made = AtomicLazyReference<Compiled>()
  private let sections = AtomicLazyReference<Sections>()

  /// A schema that is compiled already.
  init(_ schema: Schema, in file: SourceFile) {
    self.file = { file }
    _ = made.storeIfNil(Compiled(schema))
  }

  /// A schema that was compiled before without a mistake; is compiled again when it is first needed.
  package init(proven file: @escaping @Sendable () -> SourceFile) {
    self.file = file
  }

  var text: String {
    let file = file()
    return file.text(in: file.range)
  }

  var compiled: Compiled {
    if let compiled = made.load() { return compiled }
    let file = file()
    guard let node = Parser().parse(file).root,
      let schema = try? Schema(node, in: file, dialect: Self.dialect)
    else { preconditionFailure("the schema compiled when the pack was built") }
    return made.storeIfNil(Compiled(schema))
  }

  /// The sections that have a field, by its name, worked out once.
  func sections(_ make: () -> [String: [String]]) -> [String: [String]] {
    (sections.load() ?? sections.storeIfNil(Sections(make()))).byField
  }
}
