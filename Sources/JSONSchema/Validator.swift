package import YAML

/// Judges instances by a schema.
package struct Validator: Sendable {
  /// What the schema leaves open.
  package struct Options: Sendable {
    /// What `format` means, by name; formats that are not here hold always (validation, section 7.2.3).
    package var formats: [String: FormatCheck]
    /// Whether `format` asserts; else it only annotates (validation, section 7.2.1).
    package var assertFormats: Bool
    /// Scalars for which every assertion holds: words like `PM` that stand in for a value.
    package var isExempt: (@Sendable (Node) -> Bool)?
    /// How much one instance may ask.
    package var limits: Limits

    /// The specification's own defaults: formats annotate, and nothing is exempt.
    package init(
      formats: [String: FormatCheck] = Formats.standard,
      assertFormats: Bool = false,
      isExempt: (@Sendable (Node) -> Bool)? = nil,
      limits: Limits = Limits()
    ) {
      self.formats = formats
      self.assertFormats = assertFormats
      self.isExempt = isExempt
      self.limits = limits
    }
  }

  /// Bounds that keep a hostile instance from taking the stack, the clock or the memory.
  package struct Limits: Hashable, Sendable {
    /// Subschemas at work inside each other: about the depth of the instance.
    package var depth: Int
    /// Values seen, once for each subschema that is applied to them or item that is compared.
    package var steps: Int
    /// Violations kept, in one list.
    package var violations: Int

    /// Bounds far above what any honest instance asks.
    package init(depth: Int = 256, steps: Int = 5_000_000, violations: Int = 10_000) {
      self.depth = depth
      self.steps = steps
      self.violations = violations
    }
  }

  /// What it judges by.
  package let schema: Schema
  /// How it was told to judge.
  package let options: Options
  /// By the numbers that the schema's checks give to formats.
  private let formats: [FormatCheck?]

  /// A validator for any number of instances.
  package init(_ schema: Schema, options: Options = Options()) {
    self.schema = schema
    self.options = options
    formats = schema.formats.map { options.assertFormats ? options.formats[$0] : nil }
  }

  /// All violations, in the order of the instance's text.
  package func validate(_ node: Node) -> [Violation] {
    var evaluation = Evaluation(of: node, by: schema, options: options, formats: formats)
    return evaluation.run()
  }

  /// Whether there is no violation; stops at the first.
  package func isValid(_ node: Node) -> Bool {
    var evaluation = Evaluation(of: node, by: schema, options: options, formats: formats)
    return evaluation.decide()
  }
}
