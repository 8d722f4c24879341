package import SourceText
package import YAML

/// What a `.plantoets.yaml` says, with the place of everything it says.
///
/// Its form is `configuration.schema.json`, beside this file. Names of rules and parameters are checked when the pack is
/// known, by `settings(for:)`.
package struct Configuration: Sendable {
  /// The name under which it is found.
  package static let fileName = ".plantoets.yaml"

  /// What it says of one rule.
  package struct RuleEntry: Sendable {
    package enum Level: Sendable {
      case off
      case severity(Severity)
    }

    package var rule: Located<String>
    package var level: Located<Level>?
    package var parameters: [(name: Located<String>, value: Node)]
  }

  package let file: SourceFile
  /// A folder, as seen from the folder of this file.
  package internal(set) var pack: Located<String>?
  package internal(set) var language: Located<Language>?
  package internal(set) var failOn: Located<FailOn>?
  /// A grade, 1 to 10.
  package internal(set) var leastGrade: Located<Double>?
  package internal(set) var exclude: [Located<String>] = []
  package internal(set) var rules: [RuleEntry] = []

  init(file: SourceFile) {
    self.file = file
  }

  /// Whether a file is passed over when a folder is searched.
  ///
  /// The path is as seen from the folder of this file, with `/` between names.
  package func excludes(_ path: String) -> Bool {
    exclude.contains { Glob($0.value).matches(path) }
  }

  /// The JSON Schema of the file, for editors.
  package static var schemaText: String {
    String(decoding: PackageResources.configuration_schema_json, as: UTF8.self)
  }
}
