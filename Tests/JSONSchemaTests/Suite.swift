import Foundation
import JSONSchema
import SourceText
import Testing
import YAML

/// The official test suite, which is not part of this repository.
enum Suite {
  /// One schema of a file with its tests.
  struct Group: Sendable, CustomTestStringConvertible {
    struct Case: Sendable {
      let description: String
      let data: Node
      let isValid: Bool
    }

    let file: String
    let description: String
    let schema: Node
    let cases: [Case]

    var testDescription: String { "\(file): \(description)" }
  }

  /// `PLANTOETS_SHARED`, else the folder `shared` beside the checkout.
  private static let folder: URL = {
    let shared =
      ProcessInfo.processInfo.environment["PLANTOETS_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared")
    return shared.appendingPathComponent("conformance/json-schema/draft2020-12")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  static let absence: Comment =
    "the official suite is not here: set PLANTOETS_SHARED to the folder that has conformance/json-schema"

  static let structural = groups(in: folder)
  static let formats = groups(in: folder.appendingPathComponent("optional"))

  /// A file that cannot be read becomes a group without tests, which the count of tests brings to light.
  private static func groups(in folder: URL) -> [Group] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name -> [Group] in
      guard
        let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8),
        let groups = try? JSONReader.read(text).sequence
      else { return [] }
      return groups.compactMap { group(name, $0) }
    }
  }

  private static func group(_ file: String, _ node: Node) -> Group? {
    guard let description = node["description"]?.text, let schema = node["schema"] else {
      return nil
    }
    let cases = (node["tests"]?.sequence ?? []).compactMap { test -> Group.Case? in
      guard let name = test["description"]?.text, let data = test["data"] else { return nil }
      return Group.Case(
        description: name,
        data: data,
        isValid: test["valid"]?.resolved == .bool(true)
      )
    }
    return Group(file: file, description: description, schema: schema, cases: cases)
  }
}
