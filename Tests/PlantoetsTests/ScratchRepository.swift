import Foundation
import TestSupport
import Testing

/// A git repository that goes away again, with plans in it.
struct ScratchRepository: ~Copyable {
  let folder: ScratchFolder

  /// Whether git is there to try things with.
  static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  /// A plan that does not say that it is all there is, so that nothing is wrong with what it lacks.
  static let good = """
    plantoets: 1
    gemeente: {naam: Goed}
    programma: {naam: Proef}
    herkomst: {volledig: nee}

    """

  /// A plan with an error: its programme ends before it begins.
  static let bad = good.replacing(
    "programma: {naam: Proef}",
    with: "programma: {naam: Proef, looptijd: {start: 2023-01-01, eind: 2022-01-01}}"
  )

  init() throws {
    let folder = try ScratchFolder()
    _ = try Self.git(["init", "--quiet", "--initial-branch=main"], in: folder.url)
    self.folder = folder
  }

  var url: URL { folder.url }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let run = try git(arguments: arguments)
    try #require(run.status == 0, "git \(arguments): \(run.errors)")
    return run.output
  }

  /// The same where it may fail.
  func git(arguments: [String]) throws -> Binary.Run { try Self.git(arguments, in: url) }

  private static func git(_ arguments: [String], in folder: URL) throws -> Binary.Run {
    try Binary.run(
      arguments: ["-c", "protocol.file.allow=always"] + arguments,
      executable: URL(filePath: "/usr/bin/git"),
      in: folder,
      environment: [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "PATH": "/usr/bin:/bin",
        "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x",
      ]
    )
  }

  func write(_ text: String, to name: String) throws {
    try folder.write(text, to: name)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: name))
  }

  func commitAll() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message=x")
  }

  /// What `check` with the arguments comes to in a folder of it.
  func check(_ arguments: String..., below: String = "") throws -> Binary.Run {
    try Binary.run(arguments: ["check"] + arguments, in: url.appending(path: below))
  }

  /// The paths of the plans that `check` judges with the arguments.
  func judged(_ arguments: String..., below: String = "") throws -> [String] {
    let run = try Binary.run(
      arguments: ["check", "--format", "ndjson", "--fail-on", "never"] + arguments,
      in: url.appending(path: below)
    )
    #expect(run.status == 0, "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      let plan = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(plan?["path"] as? String)
    }
  }
}
