import JSONSchema
package import SourceText
import YAML

/// Reads a configuration, or says everything that is wrong with it.
package struct ConfigurationReader: Sendable {
  /// Everything that keeps a configuration from being used.
  package struct Failure: Error, Sendable {
    /// In the order of the text.
    package let diagnostics: [Diagnostic]
  }

  private let language: Language

  /// - Parameter language: the language to complain in.
  package init(language: Language) {
    self.language = language
  }

  /// What a configuration may hold; compiled for the first one that is found.
  private static let schema: Schema = {
    let file = SourceFile(path: "configuration.schema.json", text: Configuration.schemaText)
    guard let root = Parser().parse(file).root,
      let schema = try? Schema(root, in: file, dialect: Dialect(annotations: []))
    else { preconditionFailure("the configuration's schema is well-formed") }
    return schema
  }()

  package func read(_ file: SourceFile) -> Result<Configuration, Failure> {
    let result = Parser().parse(file)
    var diagnostics = result.problems.map { problem in
      let words = PlanProblem(problem, in: file).wording(in: language)
      return Diagnostic(words.message, help: words.remedy, file: file, range: problem.range)
    }
    guard let root = result.root else {
      // An empty file says nothing, which is fine.
      return diagnostics.isEmpty
        ? .success(Configuration(file: file)) : .failure(Failure(diagnostics: diagnostics))
    }
    diagnostics += Validator(Self.schema).validate(root).map { violation in
      let words = ConfigurationProblem(violation, in: Self.schema).wording[language]
      return Diagnostic(words.message, help: words.remedy, file: file, range: violation.range)
    }
    guard diagnostics.isEmpty else {
      return .failure(
        Failure(diagnostics: diagnostics.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) })
      )
    }
    return .success(configuration(root, in: file))
  }

  /// What a valid text says.
  private func configuration(_ root: Node, in file: SourceFile) -> Configuration {
    var configuration = Configuration(file: file)
    configuration.pack = located(root["pack"]) { $0 }
    configuration.language = located(root["lang"], Language.init(rawValue:))
    configuration.failOn = located(root["fail-on"], FailOn.init(rawValue:))
    configuration.leastGrade = root["min-score"].flatMap { node in
      switch node.resolved {
      case .int(let number)?: Located(Double(number), at: node.range)
      case .float(let number)?: Located(number, at: node.range)
      default: nil
      }
    }
    configuration.exclude = (root["exclude"]?.sequence ?? []).compactMap { located($0) { $0 } }
    configuration.rules = (root["rules"]?.mapping ?? []).compactMap { entry in
      guard let name = located(entry.key, { $0 }) else { return nil }
      let parameters = entry.value["parameters"]?.mapping ?? []
      return Configuration.RuleEntry(
        rule: name,
        level: located(entry.value["severity"] ?? entry.value, level),
        parameters: parameters.compactMap { parameter in
          located(parameter.key) { $0 }.map { ($0, parameter.value) }
        }
      )
    }
    return configuration
  }

  private func level(_ word: String) -> Configuration.RuleEntry.Level? {
    if word == "off" { return .off }
    return Severity(rawValue: word).map(Configuration.RuleEntry.Level.severity)
  }

  private func located<Value>(
    _ node: Node?,
    _ read: (String) -> Value?
  ) -> Located<Value>? {
    guard let node, let text = node.text, let value = read(text) else { return nil }
    return Located(value, at: node.range)
  }
}
