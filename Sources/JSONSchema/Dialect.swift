/// What a schema may say beyond the keywords of 2020-12 that this module knows.
///
/// Stands where the specification has vocabularies (JSON Schema 2020-12 core, section 8.1).
package struct Dialect: Sendable {
  /// Keywords of our own that assert nothing; their values are kept for readers.
  package var annotations: Set<String>
  /// The names that `format` may have, to catch misspelt ones; nil to allow all.
  package var formats: Set<String>?

  /// A dialect of 2020-12 and these names.
  package init(annotations: Set<String> = [], formats: Set<String>? = nil) {
    self.annotations = annotations
    self.formats = formats
  }
}
