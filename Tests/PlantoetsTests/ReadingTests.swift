import Foundation
import Testing

@Suite("Files that cannot be plans")
struct ReadingTests {
  private static let plan = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n"

  @Test("a pipe is refused at once, and the others are judged")
  func pipe() throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "pijp.yaml").path
    #expect(mkfifo(path, 0o600) == 0)
    try folder.write(Self.plan, to: "plan.yaml")
    let run = try Binary.run(
      "check",
      "pijp.yaml",
      ".",
      "--format",
      "concise",
      in: folder.url
    )
    #expect(run.status == 2)
    #expect(run.output.contains("pijp.yaml:1:1: fout bestand-onleesbaar"))
    #expect(run.output.contains("geen gewoon bestand"))
    #expect(run.output.contains("./plan.yaml:"))
  }

  @Test("links in circles are told, and not followed in a folder")
  func linkLoop() throws {
    let folder = try ScratchFolder()
    let manager = FileManager.default
    for (name, target) in [("een.yaml", "twee.yaml"), ("twee.yaml", "een.yaml"), ("map", ".")] {
      try manager.createSymbolicLink(
        atPath: folder.url.appending(path: name).path,
        withDestinationPath: target
      )
    }
    try folder.write(Self.plan, to: "plan.yaml")
    let named = try Binary.run("check", "een.yaml", "--format", "concise", in: folder.url)
    #expect(named.status == 2)
    #expect(named.output.contains("verwijst naar zichzelf"))
    let searched = try Binary.run("check", ".", "--format", "json", in: folder.url)
    #expect(searched.output.contains("\"plans\": 1"))
  }

  @Test(
    "a file that may not be opened is told",
    .enabled(if: getuid() != 0, "root may open every file")
  )
  func forbidden() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.plan, to: "plan.yaml")
    #expect(chmod(path, 0) == 0)
    let run = try Binary.run("check", path, "--format", "concise")
    #expect(run.status == 2)
    #expect(run.output.contains("je mag het niet openen"))
  }

  @Test(
    "every limit can be set, and says its name when it is hit",
    arguments: [
      ("bytes=20", "--limit bytes="), ("depth=1", "--limit depth="), ("nodes=3", "--limit nodes="),
      ("findings=1", "--limit findings="),
    ]
  )
  func limits(limit: String, word: String) throws {
    let run = try Binary.run(
      "check",
      "-",
      "--limit",
      limit,
      "--format",
      "text",
      input: Self.plan
    )
    #expect(run.output.contains("limiet-bereikt"))
    #expect(run.output.contains(word))
    #expect(run.status != 0)
  }

  @Test(
    "a limit that is none is wrong usage",
    arguments: ["byte=1", "bytes", "bytes=0", "depth=9999"]
  )
  func wrongLimit(limit: String) throws {
    let run = try Binary.run("check", "plan.yaml", "--limit", limit)
    #expect(run.status == 64)
    #expect(run.errors.contains("bytes=16000000"))
  }

  @Test("init makes a plan that checks, and never overwrites", arguments: [[], ["--minimal"]])
  func initialise(options: [String]) throws {
    let folder = try ScratchFolder()
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = ["init", "nieuw.yaml"] + options
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = try String(contentsOf: folder.url.appending(path: "nieuw.yaml"), encoding: .utf8)
    #expect(text.contains("\nplantoets: 1\n"))
    let check = try Binary.run("check", "nieuw.yaml", "--format", "json", in: folder.url)
    #expect(check.status == 1)
    #expect(check.output.contains("\"status\": \"judged\""))
    let again = try Binary.run("init", "nieuw.yaml", in: folder.url)
    #expect(again.status == 2)
    #expect(again.errors.contains("het bestaat al"))
  }

  @Test("a plan in UTF-16 is found in a folder")
  func utf16() throws {
    let folder = try ScratchFolder()
    let bytes = try #require(Self.plan.data(using: .utf16))
    try bytes.write(to: folder.url.appending(path: "plan.yaml"))
    let run = try Binary.run("check", ".", "--format", "json", in: folder.url)
    #expect(run.output.contains("\"municipality\": \"X\""))
  }
}
