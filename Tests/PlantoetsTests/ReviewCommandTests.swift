import Foundation
import TestSupport
import Testing

@Suite("plantoets review")
struct ReviewCommandTests {
  private static let weak = SharedFolder.package.appending(path: "plans/zwakke-gemeente.yaml").path

  /// A folder with two plans, one that breaks off, and a file that is no plan.
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for name in ["Weert", "Assen"] {
      let source = SharedFolder.package.appending(path: "plans/\(name.lowercased()).yaml")
      try folder.write(try String(contentsOf: source, encoding: .utf8), to: "plannen/\(name).yaml")
    }
    try folder.write("{plantoets: 1, gemeente: {naam: X}\n", to: "kapot.yaml")
    try folder.write("services: {}\n", to: "plannen/compose.yaml")
    return folder
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("findings do not fail a review, unless asked")
  func verdicts() throws {
    #expect(try Binary.run("review", Self.weak).status == 0)
    #expect(try Binary.run("review", Self.weak, "--fail-on", "error").status == 1)
    let least = try Binary.run("review", Self.weak, "--min-score", "9")
    #expect(least.status == 1)
    #expect(least.errors.contains("is lager dan 9"))
  }

  @Test("a broken file among good ones is accounted for, exits 2, and the others are judged")
  func broken() throws {
    let folder = try Self.folder()
    let run = try Binary.run("review", "plannen", "kapot.yaml", "weg.yaml", in: folder.url)
    #expect(run.status == 2)
    #expect(
      run.output.contains(
        "4 plannen: 2 getoetst, 0 deels te lezen, 2 niet te lezen, 1 ander YAML-bestand overgeslagen."
      )
    )
    #expect(run.output.contains("weg.yaml: "))
    #expect(run.output.contains("het bestaat niet"))
    #expect(run.output.contains("kapot.yaml: "))
  }

  @Test("--out makes a page of all, a page of each, and the other forms that are asked for")
  func out() throws {
    let folder = try Self.folder()
    let run = try Binary.run(
      "review",
      "plannen",
      "--out",
      "nieuw/overzicht",
      "--report",
      "json",
      "--report",
      "csv=tabel.csv",
      in: folder.url
    )
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("nieuw/overzicht/index.html"))
    let out = folder.url.appending(path: "nieuw/overzicht")
    #expect(try Self.names(in: out) == ["index.html", "overzicht.json", "rapporten"])
    #expect(
      try Self.names(in: out.appending(path: "rapporten")) == ["assen.html", "weert.html"]
    )
    #expect(FileManager.default.fileExists(atPath: folder.url.path + "/tabel.csv"))
    let index = try String(contentsOf: out.appending(path: "index.html"), encoding: .utf8)
    #expect(index.contains("href=\"rapporten/weert.html\""))
    let page = try String(contentsOf: out.appending(path: "rapporten/weert.html"), encoding: .utf8)
    #expect(page.contains("href=\"../index.html\""))
  }

  @Test("plans of one name get pages of their own, and a page never takes the place of a plan")
  func pageNames() throws {
    let folder = try Self.folder()
    let plan = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n"
    try folder.write(plan, to: "a/Plan 1.yaml")
    try folder.write(plan, to: "b/plan-1.yml")
    try folder.write(plan, to: "c/é.yaml")
    let run = try Binary.run("review", "a", "b", "c", "--out", "o", "--quiet", in: folder.url)
    #expect(run.status == 0 && run.output.isEmpty)
    let pages = try Self.names(in: folder.url.appending(path: "o/rapporten"))
    #expect(pages == ["plan-1-2.html", "plan-1.html", "plan.html"])
    let over = try Binary.run(
      "review",
      "a/Plan 1.yaml",
      "--report",
      "html=a/Plan 1.yaml",
      in: folder.url
    )
    #expect(over.status == 2)
    let kept = try String(contentsOf: folder.url.appending(path: "a/Plan 1.yaml"), encoding: .utf8)
    #expect(kept == plan)
  }

  @Test("a folder that cannot be made exits 2 and says why")
  func noFolder() throws {
    let folder = try Self.folder()
    let run = try Binary.run("review", "plannen", "--out", "kapot.yaml/map", in: folder.url)
    #expect(run.status == 2)
    #expect(run.errors.contains("kapot.yaml"))
  }

  @Test("--compare tells what moved, what is new and what is gone")
  func compare() throws {
    let folder = try Self.folder()
    let first = try Binary.run(
      "review",
      "plannen",
      "--report",
      "json=ronde-1.json",
      in: folder.url
    )
    #expect(first.status == 0)
    try FileManager.default.removeItem(at: folder.url.appending(path: "plannen/Assen.yaml"))
    let same = try Binary.run(
      "review",
      "plannen",
      Self.weak,
      "--compare",
      "ronde-1.json",
      in: folder.url
    )
    #expect(same.status == 0)
    #expect(same.output.contains("In beide rondes: 1 plan. Hoger: 0. Lager: 0. Gelijk: 1."))
    #expect(same.output.contains("Nieuw (1): "))
    #expect(same.output.contains("Niet meer erbij (1): Assen"))
    let report = try Binary.run("check", "plannen", "--format", "json", in: folder.url)
    try folder.write(report.output, to: "check.json")
    let fromCheck = try Binary.run(
      "review",
      "plannen",
      "--compare",
      "check.json",
      in: folder.url
    )
    #expect(fromCheck.output.contains("Gelijk: 1."))
  }

  @Test("an earlier round that cannot be read exits 2 with its place, before anything is judged")
  func badCompare() throws {
    let folder = try Self.folder()
    try folder.write("{\"schemaVersion\": 1}", to: "leeg.json")
    let run = try Binary.run(
      "review",
      "plannen",
      "--out",
      "o",
      "--compare",
      "leeg.json",
      in: folder.url
    )
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("leeg.json:1:1"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/o"))
    #expect(try Binary.run("review", Self.weak, "--compare", "weg.json").status == 2)
  }

  @Test("nothing to review exits 3")
  func nothing() throws {
    let folder = try ScratchFolder()
    let run = try Binary.run("review", folder.url.path)
    #expect(run.status == 3)
    #expect(run.errors.contains("plantoets: 1"))
  }

  @Test("the same plans give the same bytes, with one thread or four")
  func threads() throws {
    let one = try Binary.run("review", "plans", "--format", "json", "--jobs", "1")
    let four = try Binary.run("review", "plans", "--format", "json", "--jobs", "4")
    #expect(one.status == 0)
    #expect(one.output == four.output)
  }

  @Test(
    "who ends a run is told how far it got, and what was there stays as it was",
    arguments: [true, false]
  )
  func interrupted(hasPage: Bool) throws {
    let folder = try ScratchFolder()
    let text = try String(contentsOfFile: Self.weak, encoding: .utf8)
    for number in 1...400 { try folder.write(text, to: "plannen/\(number).yaml") }
    if hasPage { try folder.write("oud", to: "o/rapporten/1.html") }
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = ["review", "plannen", "--out", "o"]
    process.currentDirectoryURL = folder.url
    let (errors, output) = (Pipe(), Pipe())
    process.standardError = errors
    process.standardOutput = output
    try process.run()
    // As soon as a page is being made.
    let pages = folder.url.appending(path: "o/rapporten")
    let before = hasPage ? 1 : 0
    for _ in 0..<1000 where ((try? Self.names(in: pages)) ?? []).count <= before {
      Thread.sleep(forTimeInterval: 0.02)
    }
    process.interrupt()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus != 0)
    #expect(String(decoding: told, as: UTF8.self).contains("van 400 plannen"))
    guard hasPage else {
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "o").path))
      return
    }
    #expect(try Self.names(in: pages) == ["1.html"])
    #expect(try String(contentsOf: pages.appending(path: "1.html"), encoding: .utf8) == "oud")
    #expect(try Self.names(in: folder.url.appending(path: "o")) == ["rapporten"])
  }

  @Test(
    "wrong usage exits 64",
    arguments: [
      ["review"], ["review", "x.yaml", "--format", "sarif"],
      ["review", "x.yaml", "--report", "csv"],
      ["review", "x.yaml", "--report", "csv="], ["review", "x.yaml", "--report", "csv=-"],
      ["review", "x.yaml", "--out", ""],
      ["review", "x.yaml", "--out", "o", "--report", "csv", "--report", "csv=o/overzicht.csv"],
    ]
  )
  func usage(arguments: [String]) throws {
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
