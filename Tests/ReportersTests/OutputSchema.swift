import Foundation
import JSONSchema
import SourceText
import TestSupport
import YAML

/// A JSON Schema that an output must hold to.
struct OutputSchema {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  private let validator: Validator

  init(_ text: String, path: String) throws {
    let file = SourceFile(path: path, text: text)
    let schema = try Schema(
      try Self.node(file),
      in: file,
      dialect: Dialect(annotations: ["id"])
    )
    validator = Validator(schema)
  }

  /// The schema of our own output.
  static func ofReports() throws -> OutputSchema {
    try OutputSchema(try reportText(), path: "report.schema.json")
  }

  static func reportText() throws -> String {
    let path = "Sources/Reporters/Schemas/report.schema.json"
    return try String(contentsOf: SharedFolder.package.appending(path: path), encoding: .utf8)
  }

  func violations(of text: String) throws -> [String] {
    let node = try Self.node(SourceFile(path: "output.json", text: text))
    return validator.validate(node)
      .map(\.description)
  }

  /// JSON is YAML, but for lengths that only a YAML parser limits.
  static func node(_ file: SourceFile) throws -> Node {
    let limits = YAML.Limits(bytes: 64_000_000, depth: 100, nodes: 10_000_000)
    let result = Parser(limits: limits).parse(file)
    guard let root = result.root, result.problems.isEmpty else {
      throw Unreadable(description: "\(result.problems)")
    }
    return root
  }
}
