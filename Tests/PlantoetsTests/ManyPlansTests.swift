import Foundation
import TestSupport
import Testing

@Suite("plantoets check: many plans")
struct ManyPlansTests {
  @Test(
    "the number of threads changes nothing in what comes out",
    arguments: ["ndjson", "concise", "json"]
  )
  func anyNumberOfThreads(format: String) throws {
    let folder = try ScratchFolder()
    let plans = SharedFolder.package.appending(path: "plans")
    for name in try FileManager.default.contentsOfDirectory(atPath: plans.path).sorted() {
      let text = try String(contentsOf: plans.appending(path: name), encoding: .utf8)
      for copy in 1...4 { try folder.write(text, to: "\(copy)/\(name)") }
    }
    let one = try Binary.run("check", ".", "--format", format, "--jobs", "1", in: folder.url)
    let many = try Binary.run("check", ".", "--format", format, "--jobs", "7", in: folder.url)
    #expect(one.output.count > 1000)
    #expect(one.output == many.output)
    #expect(one.status == many.status)
  }

  @Test("an unreadable plan costs nothing but itself, and stands in its place among the others")
  func oneUnreadable() throws {
    let folder = try ScratchFolder()
    let plan = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n"
    for number in 1...9 { try folder.write(plan, to: "\(number).yaml") }
    try FileManager.default.removeItem(at: folder.url.appending(path: "5.yaml"))
    let names = (1...9).map { "\($0).yaml" }
    let run = try Binary.run(
      arguments: ["check", "--format", "ndjson", "--jobs", "3"] + names,
      in: folder.url
    )
    #expect(run.status == 2)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 9)
    for (line, name) in zip(lines, names) { #expect(line.contains("\"path\":\"\(name)\"")) }
    #expect(lines[4].contains("\"status\":\"unreadable\""))
  }

  @Test("plans that are judged together come out as each does alone", arguments: ["1", "2"])
  func together(jobs: String) throws {
    let folder = try ScratchFolder()
    func text(_ name: String) throws -> String {
      let url = SharedFolder.package.appending(path: "plans/\(name).yaml")
      return try String(contentsOf: url, encoding: .utf8)
    }
    let weak = try text("zwakke-gemeente")
    let long = weak + String(repeating: "# wat er verder nog speelt\n", count: 12_000)
    let texts = [
      weak, try text("voorbeeldstad"), "plantoets: 1\ngemeente: [", long, "plantoets: 1\n",
    ]
    // Neighbours with settings of their own are judged by other rules.
    try folder.write("rules: {trekker-ontbreekt: off}\n", to: "b/.plantoets.yaml")
    var names: [String] = []
    for number in 10..<50 {
      let name = "\(number % 7 < 4 ? "a" : "b")/\(number).yaml"
      try folder.write(texts[number % texts.count], to: name)
      names.append(name)
    }
    let arguments = ["check", "--format", "concise", "--jobs", jobs]
    let many = try Binary.run(arguments: arguments + names, in: folder.url)
    var alone = ""
    for name in names {
      alone += try Binary.run(arguments: arguments + [name], in: folder.url).output
    }
    #expect(many.output == alone)
    // Both sorts of neighbours have findings, and the settings of one are not those of the other.
    let lines = many.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("b/") })
    let found = lines.filter { $0.contains(" trekker-ontbreekt ") }
    #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("a/") })
  }

  @Test("who ends a run is told how far it got, and no half report is left")
  func interrupted() throws {
    let folder = try ScratchFolder()
    let text = try String(
      contentsOf: SharedFolder.package.appending(path: "plans/zwakke-gemeente.yaml"),
      encoding: .utf8
    )
    for number in 1...400 { try folder.write(text, to: "\(number).yaml") }
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = ["check", ".", "--report", "html=uit.html", "--quiet"]
    process.currentDirectoryURL = folder.url
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    Thread.sleep(forTimeInterval: 0.3)
    process.terminate()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus != 0)
    #expect(String(decoding: told, as: UTF8.self).contains("van 400 plannen"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.count == 400)
  }

  @Test("a number of threads that is none is wrong usage")
  func wrongJobs() throws {
    let run = try Binary.run("check", "plans", "--jobs", "0")
    #expect(run.status == 64)
    #expect(run.errors.contains("--jobs"))
  }
}
