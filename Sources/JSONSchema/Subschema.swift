package import SourceText
package import YAML

/// One schema object (or `true`, `false`) as its reader sees it: what it says, without judging anything.
///
/// Follows JSON Schema 2020-12 core, section 4.3; each property names the section of its keyword.
package struct Subschema: Sendable {
  /// One row of `properties`.
  package struct Property: Sendable {
    package let name: String
    /// Where the schema writes the name.
    package let range: SourceRange
    package let schema: Schema.ID
  }

  /// A keyword of ours with its value as it was written.
  package struct Annotation: Sendable {
    package let name: String
    package let value: Node
  }

  package let id: Schema.ID
  /// Where it stands, as a fragment: `#`, `#/properties/naam`.
  package let location: String
  /// Where it stands in the schema's text.
  package let range: SourceRange
  /// `true` and `false` as schemas (core, section 4.3.2).
  package internal(set) var boolean: Bool?

  // Validation, section 9: for people.
  package internal(set) var title: String?
  package internal(set) var description: String?
  package internal(set) var examples: [Node] = []
  package internal(set) var defaultValue: Node?
  package internal(set) var isDeprecated = false
  /// Keywords that the dialect declares, in the order of the text.
  package internal(set) var annotations: [Annotation] = []

  // Validation, section 6.1: any value.
  /// Nil when `type` is absent: everything goes.
  package internal(set) var types: TypeSet?
  package internal(set) var allowedValues: [Node]?
  package internal(set) var constant: Node?

  // Validation, section 7.
  package internal(set) var format: String?
  // Validation, section 6.3.3.
  package internal(set) var pattern: String?

  // Core, section 10.3.2 and validation, section 6.5: objects.
  /// In the order of the schema's text.
  package internal(set) var properties: [Property] = []
  package internal(set) var patternProperties: [Property] = []
  package internal(set) var additionalProperties: Schema.ID?
  package internal(set) var propertyNames: Schema.ID?
  package internal(set) var required: [String] = []
  package internal(set) var dependentSchemas: [Property] = []

  // Core, section 10.3.1: arrays.
  package internal(set) var items: Schema.ID?
  package internal(set) var prefixItems: [Schema.ID] = []
  package internal(set) var contains: Schema.ID?

  // Core, section 10.2: the same value again.
  /// What `$ref` leads to (core, section 8.2.3.1).
  package internal(set) var reference: Schema.ID?
  package internal(set) var allOf: [Schema.ID] = []
  package internal(set) var anyOf: [Schema.ID] = []
  package internal(set) var oneOf: [Schema.ID] = []
  package internal(set) var negation: Schema.ID?
  package internal(set) var condition: Schema.ID?
  package internal(set) var consequence: Schema.ID?
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
