import Foundation
import Lint
import SourceText
import TestSupport

/// The pack and the plans of the repository.
enum TestPack {
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// The pack in `rules/ppj`, compiled once for all tests.
  static func load() throws -> RulePack {
    try loaded.get()
  }

  private static let loaded = Result { try read() }

  private static func read() throws -> RulePack {
    let root = SharedFolder.package.appending(path: "rules/ppj").path + "/"
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    let files = try names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.map { name in
      SourceFile(path: name, text: try String(contentsOfFile: root + name, encoding: .utf8))
    }
    switch PackLoader.load(files) {
    case .success(let pack): return pack
    case .failure(let error):
      throw Broken(description: error.diagnostics.map(\.description).joined(separator: "\n"))
    }
  }

  /// An example plan by its name.
  static func plan(_ name: String) throws -> SourceFile {
    let url = SharedFolder.package.appending(path: "plans/\(name).yaml")
    return SourceFile(
      path: "plans/\(name).yaml",
      text: try String(contentsOf: url, encoding: .utf8)
    )
  }
}
