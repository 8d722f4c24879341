import Foundation
import TestSupport
import Testing

@Suite("plantoets check --files-from")
struct ListTests {
  private let good = ScratchRepository.good

  /// The path and status of each line that comes back.
  private func answers(_ output: String) throws -> [String] {
    try output.split(separator: "\n").map { line in
      let plan = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(plan?["path"] as? String ?? "?") \(plan?["status"] as? String ?? "?")"
    }
  }

  private func run(_ list: String, _ arguments: String..., in folder: URL) throws -> Binary.Run {
    try Binary.run(
      arguments: ["check", "--files-from", "-", "--format", "ndjson", "--fail-on", "never"]
        + arguments,
      input: list,
      in: folder
    )
  }

  @Test("every line is answered in its order, also twice the same and what cannot be read")
  func order() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "a.yaml")
    try folder.write(good, to: "map met é/b.yaml")
    let list = "map met é/b.yaml\r\n\nweg.yaml\na.yaml\n.\na.yaml"
    let run = try run(list, in: folder.url)
    #expect(run.status == 2)
    #expect(run.errors.isEmpty)
    let expected = [
      "map met é/b.yaml judged", "weg.yaml unreadable", "a.yaml judged", ". unreadable",
      "a.yaml judged",
    ]
    #expect(try answers(run.output) == expected)
  }

  @Test("paths that end in NUL may hold anything")
  func null() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "twee\nregels.yaml")
    try folder.write(good, to: "a.yaml")
    let run = try run("twee\nregels.yaml\0a.yaml\0", "-0", in: folder.url)
    #expect(run.status == 0)
    #expect(try answers(run.output) == ["twee\nregels.yaml judged", "a.yaml judged"])
  }

  @Test("a record brings the plan itself; a record that holds none says what it should be")
  func records() throws {
    let folder = try ScratchFolder()
    let text = try String(
      contentsOf: SharedFolder.package.appending(path: "plans/voorbeeldstad.yaml"),
      encoding: .utf8
    )
    try folder.write(text, to: "plan.yaml")
    let record = try JSONSerialization.data(withJSONObject: ["path": "x/plan.yaml", "text": text])
    let list = String(decoding: record, as: UTF8.self) + "\n{\"path\": \"y.yaml\"}\nplan.yaml\n"
    let run = try run(list, in: folder.url)
    #expect(
      try answers(run.output) == ["x/plan.yaml judged", "-:2 unreadable", "plan.yaml judged"]
    )
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].replacing("x/plan.yaml", with: "plan.yaml") == lines[2])
    #expect(lines[1].contains("op deze regel hoort"))
  }

  @Test("characters that JSON writes as two halves, and what only looks like them")
  func halves() throws {
    let folder = try ScratchFolder()
    let written = #"\ud83d\ude00 \\ud83d\\ude00 \u00e9 \/ \ud83d"#
    let list = #"{"path": "a", "text": "plantoets: 1\ngemeente: {naam: '\#(written)'}\n"}"#
    let whole = try run(list.replacing(#" \ud83d'"#, with: "'"), in: folder.url)
    #expect(whole.output.contains(#""municipality":"😀 \\ud83d\\ude00 é /""#), "\(whole.output)")
    // Half a character is none.
    #expect(try answers(run(list, in: folder.url).output) == ["-:1 unreadable"])
  }

  @Test("a line is answered before the next one comes")
  func stream() async throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "a.yaml")
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = ["check", "--files-from", "-", "--format", "ndjson"]
    process.currentDirectoryURL = folder.url
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    for _ in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: Data("a.yaml\n".utf8))
      // Would wait for ever if the answer came at the end only.
      var answer = Data()
      while answer.last != UInt8(ascii: "\n") {
        answer += output.fileHandleForReading.availableData
      }
      #expect(try answers(String(decoding: answer, as: UTF8.self)) == ["a.yaml judged"])
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("forms that need all plans read the whole list, from a file too; gates hold")
  func wholeList() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "a.yaml")
    try folder.write(ScratchRepository.bad, to: "b.yaml")
    try folder.write("a.yaml\nb.yaml\n", to: "lijst.txt")
    for format in ["json", "ndjson", "concise"] {
      let run = try Binary.run(
        "check",
        "--files-from",
        "lijst.txt",
        "--format",
        format,
        "--report",
        "csv=\(format).csv",
        in: folder.url
      )
      #expect(run.status == 1)
      let table = try String(
        contentsOf: folder.url.appending(path: "\(format).csv"),
        encoding: .utf8
      )
      #expect(run.output.contains("b.yaml") && table.contains("b.yaml"))
    }
  }

  @Test("more plans than are taken at once come in their order")
  func many() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "a.yaml")
    let list = (0..<600).map { $0 % 2 == 0 ? "a.yaml" : "weg-\($0).yaml" }
    let run = try run(list.joined(separator: "\n"), in: folder.url)
    let paths = try answers(run.output).map { $0.prefix { $0 != " " } }
    #expect(paths.map(String.init) == list)
  }

  @Test("a list that is not there, is empty, or has a line without end")
  func badLists() throws {
    let folder = try ScratchFolder()
    #expect(try run("", in: folder.url).status == 3)
    #expect(try run("\n\n", in: folder.url).status == 3)
    let missing = try Binary.run("check", "--files-from", "weg.txt", in: folder.url)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("weg.txt: het bestaat niet"))
    try folder.write(String(repeating: "a", count: 300_000), to: "lang.txt")
    let long = try Binary.run(
      "check",
      "--files-from",
      "lang.txt",
      "--limit",
      "bytes=1000",
      in: folder.url
    )
    #expect(long.status == 2)
    #expect(long.errors.contains("er staat een regel in van meer dan"))
  }

  @Test(
    "what does not go together is wrong usage",
    arguments: [
      ["--files-from", "-", "a.yaml"], ["--files-from", "-", "--changed"], ["-0", "a.yaml"],
      ["--files-from", "-", "--only-plans"],
    ]
  )
  func usage(arguments: [String]) throws {
    #expect(try Binary.run(arguments: ["check"] + arguments).status == 64)
  }
}
