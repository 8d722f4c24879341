package import YAML

/// Judges instances by a schema.
package struct Validator: Sendable {
  package struct Options: Sendable {
    /// What `format` means, by name; formats that are not here hold always (validation, section 7.2.3).
    package var formats: [String: FormatCheck]
    /// Whether `format` asserts; else it only annotates (validation, section 7.2.1).
    package var assertFormats: Bool
    /// Scalars for which every assertion holds: words like `PM` that stand in for a value.
    package var isExempt: (@Sendable (Node) -> Bool)?
    /// How much one instance may ask.
    package var limits: Limits

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

  package struct Limits: Hashable, Sendable {
    /// Subschemas at work inside each other: about the depth of the instance.
    package var depth: Int
    /// Pairs of a value and a subschema, and values compared.
    package var steps: Int

    package init(depth: Int = 256, steps: Int = 20_000_000) {
      self.depth = depth
      self.steps = steps
    }
  }

  package let schema: Schema
  package let options: Options
  /// By the numbers that the schema's checks give to formats.
  private let formats: [FormatCheck?]

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
