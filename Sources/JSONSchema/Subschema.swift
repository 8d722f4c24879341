package import SourceText
package import YAML

/// One schema object (or `true`, `false`) as its reader sees it: what it says, without judging anything.
///
/// Follows JSON Schema 2020-12 core, section 4.3; each property names its keyword and the section of it.
package struct Subschema: Sendable {
  /// One row of `properties`.
  package struct Property: Sendable {
    /// The name, or the pattern in `patternProperties`.
    package let name: String
    /// Where the schema writes the name.
    package let range: SourceRange
    /// What holds for the value.
    package let schema: Schema.ID
  }

  /// A keyword of ours with its value as it was written.
  package struct Annotation: Sendable {
    /// The keyword, as the dialect declares it.
    package let name: String
    /// Its value, of whatever form.
    package let value: Node
  }

  /// Its name within its schema.
  package let id: Schema.ID
  /// Where it stands, as a fragment: `#`, `#/properties/naam`.
  package let location: String
  /// Where it stands in the schema's text.
  package let range: SourceRange
  /// What it is when it is only `true` or `false` (core, section 4.3.2).
  package internal(set) var boolean: Bool?

  /// `title` (validation, section 9.1).
  package internal(set) var title: String?
  /// `description` (validation, section 9.1).
  package internal(set) var description: String?
  /// `default` (validation, section 9.2).
  package internal(set) var defaultValue: Node?
  /// `deprecated` (validation, section 9.3).
  package internal(set) var isDeprecated = false
  /// `examples` (validation, section 9.5).
  package internal(set) var examples: [Node] = []
  /// Keywords that the dialect declares, in the order of the text.
  package internal(set) var annotations: [Annotation] = []

  /// `type`; nil when it is absent and everything goes (validation, section 6.1.1).
  package internal(set) var types: TypeSet?
  /// `enum` (validation, section 6.1.2).
  package internal(set) var allowedValues: [Node]?
  /// `const` (validation, section 6.1.3).
  package internal(set) var constant: Node?
  /// `maximum` (validation, section 6.2.2).
  package internal(set) var maximum: Number?
  /// `minimum` (validation, section 6.2.4).
  package internal(set) var minimum: Number?
  /// `maxLength`, in code points (validation, section 6.3.1).
  package internal(set) var maxLength: Int?
  /// `minLength`, in code points (validation, section 6.3.2).
  package internal(set) var minLength: Int?
  /// `pattern` (validation, section 6.3.3).
  package internal(set) var pattern: String?
  /// `format` (validation, section 7).
  package internal(set) var format: String?

  /// `properties`, in the order of the schema's text (core, section 10.3.2.1).
  package internal(set) var properties: [Property] = []
  /// `patternProperties` (core, section 10.3.2.2).
  package internal(set) var patternProperties: [Property] = []
  /// `additionalProperties` (core, section 10.3.2.3).
  package internal(set) var additionalProperties: Schema.ID?
  /// `propertyNames` (core, section 10.3.2.4).
  package internal(set) var propertyNames: Schema.ID?
  /// `required` (validation, section 6.5.3).
  package internal(set) var required: [String] = []
  /// `dependentSchemas` (core, section 10.2.2.4).
  package internal(set) var dependentSchemas: [Property] = []

  /// `prefixItems` (core, section 10.3.1.1).
  package internal(set) var prefixItems: [Schema.ID] = []
  /// `items`: all behind those of `prefixItems` (core, section 10.3.1.2).
  package internal(set) var items: Schema.ID?
  /// `uniqueItems` (validation, section 6.4.3).
  package internal(set) var hasUniqueItems = false
  /// `contains` (core, section 10.3.1.3).
  package internal(set) var contains: Schema.ID?

  /// What `$ref` leads to (core, section 8.2.3.1).
  package internal(set) var reference: Schema.ID?
  /// `allOf` (core, section 10.2.1.1).
  package internal(set) var allOf: [Schema.ID] = []
  /// `anyOf` (core, section 10.2.1.2).
  package internal(set) var anyOf: [Schema.ID] = []
  /// `oneOf` (core, section 10.2.1.3).
  package internal(set) var oneOf: [Schema.ID] = []
  /// `not` (core, section 10.2.1.4).
  package internal(set) var negation: Schema.ID?
  /// `if` (core, section 10.2.2.1).
  package internal(set) var condition: Schema.ID?
  /// `then` (core, section 10.2.2.2).
  package internal(set) var consequence: Schema.ID?
  /// `else` (core, section 10.2.2.3).
  package internal(set) var alternative: Schema.ID?

  init(id: Schema.ID, location: String, range: SourceRange) {
    self.id = id
    self.location = location
    self.range = range
  }

  /// The row of `properties` with this name.
  package func property(_ name: String) -> Property? {
    properties.first { $0.name.isExactly(name) }
  }

  /// The value of an annotation of ours.
  package func annotation(_ name: String) -> Node? {
    annotations.first { $0.name == name }?.value
  }

  /// Takes from `other` what this one does not say itself.
  mutating func complete(with other: Subschema) {
    boolean = boolean ?? other.boolean
    title = title ?? other.title
    description = description ?? other.description
    if examples.isEmpty { examples = other.examples }
    defaultValue = defaultValue ?? other.defaultValue
    isDeprecated = isDeprecated || other.isDeprecated
    annotations += other.annotations.filter { annotation($0.name) == nil }
    types = types ?? other.types
    allowedValues = allowedValues ?? other.allowedValues
    constant = constant ?? other.constant
    format = format ?? other.format
    pattern = pattern ?? other.pattern
    properties += other.properties.filter { property($0.name) == nil }
    patternProperties += other.patternProperties
    additionalProperties = additionalProperties ?? other.additionalProperties
    propertyNames = propertyNames ?? other.propertyNames
    required += other.required.filter { !required.contains($0) }
    dependentSchemas += other.dependentSchemas
    items = items ?? other.items
    if prefixItems.isEmpty { prefixItems = other.prefixItems }
    contains = contains ?? other.contains
    reference = other.reference
    allOf += other.allOf
    if anyOf.isEmpty { anyOf = other.anyOf }
    if oneOf.isEmpty { oneOf = other.oneOf }
    negation = negation ?? other.negation
    if condition == nil {
      (condition, consequence, alternative) = (
        other.condition, other.consequence, other.alternative
      )
    }
  }
}
