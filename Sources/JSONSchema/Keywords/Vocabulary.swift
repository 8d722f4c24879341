/// The keywords of JSON Schema 2020-12 that this module has, as one table.
///
/// The order is that of checking: what the value is comes before what it holds, and `unevaluated…` last,
/// when all else has looked. A new keyword is a function and a row.
enum Vocabulary {
  static let keywords: [Keyword] = [
    // Core, section 8: identifiers and references.
    .schema, .id, .anchor, .ref, .defs, .comment,
    // Validation, section 9: annotations.
    .title, .description, .default, .deprecated, .readOnly, .writeOnly, .examples,
    // Validation, section 6.1: any value.
    .type, .enum, .const,
    // Validation, section 6.2: numbers.
    .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum,
    // Validation, sections 6.3 and 7: strings.
    .maxLength, .minLength, .pattern, .format,
    // Core, section 10.3.1 and validation, section 6.4: arrays.
    .prefixItems, .items, .contains, .maxItems, .minItems, .uniqueItems, .maxContains, .minContains,
    // Core, section 10.3.2 and validation, section 6.5: objects.
    .properties, .patternProperties, .additionalProperties, .propertyNames,
    .maxProperties, .minProperties, .required, .dependentRequired,
    // Core, section 10.2: schemas for the same value.
    .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .dependentSchemas,
    // Core, section 11.
    .unevaluatedItems, .unevaluatedProperties,
  ]

  /// Where each keyword stands in the table.
  static let places = NameTable(keywords.map(\.name))
}
