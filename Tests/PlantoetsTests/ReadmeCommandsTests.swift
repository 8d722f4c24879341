import Foundation
import TestSupport
import Testing

/// Runs what the README tells its readers to type.
@Suite("README: every command in it can be run")
struct ReadmeCommandsTests {
  /// The commands between backticks, each once; those in fenced examples are tried by `.ci/check-examples`.
  static let commands: [String] = {
    let url = SharedFolder.package.appending(path: "README.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let prose = text.components(separatedBy: "\n```").enumerated()
      .compactMap { $0.isMultiple(of: 2) ? $1 : nil }.joined(separator: "\n")
    let spans = prose.components(separatedBy: "`").enumerated()
      .compactMap { $0.isMultiple(of: 2) ? nil : $1.replacing("\n", with: " ") }
    var commands: [String] = []
    for span in spans where span.hasPrefix("plantoets ") && !span.contains("→") {
      if !commands.contains(span) { commands.append(span) }
    }
    return commands
  }()

  /// What a reader fills in.
  private static let filledIn = [
    "EARLIER.json": "earlier.json", "LATER.json": "later.json", "EXPR": "plan.gemeente.naam",
    "PLAN": "plan.yaml", "DIR": "pakket",
  ]

  /// A folder as a reader has it: a plan, a folder of plans under git, two reports and a pack.
  private static func desk() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let package = SharedFolder.package
    let good = try String(contentsOf: package.appending(path: "plans/weert.yaml"), encoding: .utf8)
    for name in ["plan.yaml", "mijn-plan.yaml", "plannen/a.yaml", "plannen/b.yaml"] {
      try folder.write(good, to: name)
    }
    let files = FileManager.default
    try files.copyItem(
      at: package.appending(path: "rules/ppj"),
      to: folder.url.appending(path: "pakket")
    )
    for name in ["earlier.json", "later.json"] {
      let run = try Binary.run("check", "plan.yaml", "--format", "json", in: folder.url)
      try folder.write(run.output, to: name)
    }
    _ = try Binary.run(
      "review",
      "plannen",
      "--out",
      "overzicht",
      "--report",
      "json",
      in: folder.url
    )
    return folder
  }

  private static func shell(_ command: String, in folder: URL) throws -> Binary.Run {
    try Binary.run(
      "-c",
      command,
      executable: URL(filePath: "/bin/sh"),
      in: folder,
      environment: ["PATH": Binary.url.deletingLastPathComponent().path + ":/usr/bin:/bin"]
    )
  }

  @Test("there are many, for every kind of reader")
  func many() {
    #expect(Self.commands.count > 20)
  }

  @Test("it says what it should, and is no wrong usage", arguments: commands)
  func command(command: String) throws {
    let folder = try Self.desk()
    var line = command
    for (name, value) in Self.filledIn { line = line.replacing(name, with: value) }
    // A reader begins a plan that is not there yet, in a repository that has a branch main.
    if line.contains(" init ") {
      try FileManager.default.removeItem(at: folder.url.appending(path: "plan.yaml"))
      try FileManager.default.removeItem(at: folder.url.appending(path: "mijn-plan.yaml"))
    }
    if line.contains("rules/README.md") { try folder.write("", to: "rules/README.md") }
    if line.contains("--changed") {
      let made = try Self.shell(
        "git init -q -b main && git add . && git -c user.name=a -c user.email=a@b commit -qm begin",
        in: folder.url
      )
      guard made.status == 0 else { return }
    }
    // Watching ends when the reader ends it.
    if line.contains("--watch") { line = "timeout 3 " + line }
    let run = try Self.shell(line, in: folder.url)
    if ["plantoets check", "plantoets explain"].contains(line) {
      // Named as a command, without what it needs.
      #expect(run.status == 64)
    } else if line.contains("--watch") {
      #expect(run.output.contains("plan") && [124, 130].contains(run.status))
    } else {
      #expect(run.status <= 1, "\(run.errors)")
    }
  }
}
