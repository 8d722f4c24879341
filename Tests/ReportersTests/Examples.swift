import EmbeddedPack
import Foundation
import Lint
import SourceText
import TestSupport

/// Reports of the example plans, by the pack in the binary.
enum Examples {
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// The names of the plans of the repository.
  static let names: [String] = {
    let folder = SharedFolder.package.appending(path: "plans").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private static let pack: Result<RulePack, Broken> = {
    switch PackLoader.load(EmbeddedPack.files) {
    case .success(let pack): .success(pack)
    case .failure(let error):
      .failure(Broken(description: error.diagnostics.map(\.description).joined(separator: "\n")))
    }
  }()

  private static let dutch = Result { try judged(.nl) }

  private static let english = Result { try judged(.en) }

  /// All plans, judged once.
  private static func judged(_ language: Language) throws -> [String: PlanReport] {
    let linter = Linter(pack: try pack.get(), language: language)
    let plans = try names.map { name in
      (name, linter.lint(try file(name)))
    }
    return Dictionary(uniqueKeysWithValues: plans)
  }

  /// The text of a plan, by its name.
  static func file(_ name: String) throws -> SourceFile {
    let path = "plans/\(name).yaml"
    let data = try Data(contentsOf: SharedFolder.package.appending(path: path))
    return SourceFile(path: path, bytes: Array(data))
  }

  /// The report of all plans, judged for no more than these details.
  static func report(_ details: ReportDetails) throws -> Report {
    let linter = Linter(pack: try pack.get(), language: .nl, details: details)
    return try report(names.map { linter.lint(try file($0)) }, .nl)
  }

  /// The report of the plans with these names.
  static func report(_ names: [String], _ language: Language = .nl) throws -> Report {
    let plans = try (language == .nl ? dutch : english).get()
    return try report(names.compactMap { plans[$0] }, language)
  }

  private static func report(_ plans: [PlanReport], _ language: Language) throws -> Report {
    Report(
      tool: Report.Tool(name: "plantoets", version: "0.0.0"),
      pack: try pack.get().summary(in: language),
      language: language,
      plans: plans,
      skipped: 0
    )
  }
}
