import Foundation
import TestSupport
import Testing

@Suite("plantoets check --report")
struct ReportFileTests {
  private let plan = "plans/voorbeeldstad.yaml"

  @Test("several reports come from one run, and the output stays")
  func several() throws {
    let folder = try ScratchFolder()
    let (page, table) = (folder.url.path + "/toets.html", folder.url.path + "/toets.csv")
    let run = try Binary.run(
      "check",
      plan,
      "--format",
      "concise",
      "--report",
      "html=\(page)",
      "--report",
      "csv=\(table)"
    )
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("plans/voorbeeldstad.yaml:"))
    #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    #expect(try String(contentsOfFile: table, encoding: .utf8).contains("\"gemeente\""))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["toets.csv", "toets.html"])
  }

  @Test(
    "a file holds what is printed, which is put together of what each thread made",
    arguments: ["text", "concise", "json", "ndjson", "csv"]
  )
  func same(form: String) throws {
    let folder = try ScratchFolder()
    let path = folder.url.path + "/toets"
    let run = try Binary.run(
      "check",
      "plans",
      "--format",
      form,
      "--report",
      "\(form)=\(path)",
      "--fail-on",
      "never"
    )
    #expect(run.status == 0)
    #expect(run.output.contains("plans/zwakke-gemeente.yaml"))
    let written = try Data(contentsOf: URL(filePath: path))
    #expect(String(decoding: written, as: UTF8.self) == run.output)
    // No plan is kept when nothing needs them all.
    let alone = try Binary.run("check", "plans", "--format", form, "--fail-on", "never")
    #expect(alone.output == run.output)
  }

  @Test("a report takes the place of an older one, which keeps its permissions")
  func replaces() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("oud", to: "toets.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try Binary.run("check", plan, "--report", "json=\(path)").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{"))
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o640)
  }

  @Test("a report that cannot be written exits 2, says why, and leaves what was there")
  func fails() throws {
    let folder = try ScratchFolder()
    try folder.write("oud", to: "map/toets.html")
    let target = folder.url.path + "/map"
    let other = folder.url.path + "/ander.html"
    let run = try Binary.run(
      "check",
      plan,
      "--report",
      "html=\(target)",
      "--report",
      "json=\(folder.url.path)/weg/toets.json",
      "--report",
      "html=\(other)"
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("«\(target)» is niet geschreven: het is geen gewoon bestand"))
    #expect(run.errors.contains("toets.json» is niet geschreven: de map bestaat niet"))
    #expect(try String(contentsOfFile: target + "/toets.html", encoding: .utf8) == "oud")
    #expect(FileManager.default.fileExists(atPath: other))
  }

  @Test("a full disk leaves the old report and no remains")
  func full() throws {
    // A limit on the size of files stands in for a full disk.
    let folder = try ScratchFolder()
    let path = try folder.write("oud", to: "toets.html")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f 4; exec \"$0\" check \"$1\" --report html=\"$2\" >/dev/null 2>&1",
      Binary.url.path, SharedFolder.package.appending(path: plan).path, path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "oud")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["toets.html"])
  }

  @Test("a plan is never written over")
  func plans() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n",
      to: "plan.yaml"
    )
    #expect(try Binary.run("check", path, "--report", "html=\(path)").status == 2)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("plantoets: 1"))
  }

  @Test(
    "wrong usage exits 64",
    arguments: [
      ["--report", "html"], ["--report", "pdf=x.pdf"], ["--report", "html="],
      ["--report", "html=-"], ["--report", "html=x", "--report", "csv=x"],
    ]
  )
  func usage(arguments: [String]) throws {
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = ["check", plan] + arguments
    process.currentDirectoryURL = SharedFolder.package
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
