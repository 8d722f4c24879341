import CEL
import Foundation
import Testing

/// A test of the official suite.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  let file: String
  let section: String
  let name: String
  let expression: String
  let isChecked: Bool
  let isCheckedOnly: Bool
  let container: String
  let declarations: [JSON]
  let bindings: [String: JSON]
  let expected: Expected

  enum Expected {
    case value(JSON)
    case type(JSON, value: JSON?)
    case error
  }

  var id: String { "\(file)/\(section)/\(name)" }

  var testDescription: String { "\(id): \(expression)" }

  /// All tests that need no protocol buffer message, in the order of the files.
  static let all: [ConformanceCase] = {
    guard Suites.isPresent else { return [] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Suites.cel.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted().flatMap { load($0) }
  }()

  private static func load(_ file: String) -> [ConformanceCase] {
    guard let data = try? Data(contentsOf: Suites.cel.appending(path: file)),
      let suite = try? JSONDecoder().decode(JSON.self, from: data)
    else { return [] }
    return (suite["section"]?.array ?? []).flatMap { section in
      (section["test"]?.array ?? []).compactMap { test in
        let made = ConformanceCase(
          String(file.dropLast(5)),
          section["name"]?.string ?? "",
          test
        )
        return made.needsMessages(test) ? nil : made
      }
    }
  }

  private init(_ file: String, _ section: String, _ test: JSON) {
    self.file = file
    self.section = section
    name = test["name"]?.string ?? ""
    expression = test["expr"]?.string ?? ""
    isChecked = test["disable_check"]?.bool != true
    isCheckedOnly = test["check_only"]?.bool == true
    container = test["container"]?.string ?? ""
    declarations = test["type_env"]?.array ?? []
    if case .object(let members) = test["bindings"] { bindings = members } else { bindings = [:] }
    if let typed = test["typed_result"], let type = typed["deduced_type"] {
      expected = .type(type, value: typed["result"])
    } else if test["eval_error"] != nil {
      expected = .error
    } else {
      expected = .value(test["value"] ?? .object(["bool_value": .bool(true)]))
    }
  }

  /// Whether the test is about protocol buffer messages; the names of CEL's own time types are not.
  private func needsMessages(_ test: JSON) -> Bool {
    let text = "\(test)"
    if text.contains("TestAllTypes") { return true }
    return text.replacing("google.protobuf.Timestamp", with: "")
      .replacing("google.protobuf.Duration", with: "").contains("google.protobuf.")
  }
}
