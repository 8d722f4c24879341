import Foundation
import TestSupport
import Testing

@Suite("plantoets check")
struct CheckCommandTests {
  private let good = "plans/voorbeeldstad.yaml"
  private let weak = "plans/zwakke-gemeente.yaml"

  @Test("a good plan exits 0, a weak one 1")
  func verdicts() throws {
    #expect(try Binary.run("check", good).status == 0)
    #expect(try Binary.run("check", weak).status == 1)
    #expect(try Binary.run("check", weak, "--fail-on", "never").status == 0)
    #expect(try Binary.run("check", good, "--fail-on", "info").status == 1)
  }

  @Test("findings go to standard output, and nothing to standard error")
  func streams() throws {
    let run = try Binary.run("check", weak, "--format", "concise")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("plans/zwakke-gemeente.yaml:"))
    #expect(run.output.contains(" fout datum-omgekeerd "))
  }

  @Test("a missing path exits 2, says so, and the other plans are judged")
  func missingPath() throws {
    let run = try Binary.run("check", "bestaat-niet.yaml", good, "--format", "concise")
    #expect(run.status == 2)
    #expect(run.output.contains("bestaat-niet.yaml:1:1: fout bestand-onleesbaar"))
    #expect(run.output.contains("het bestaat niet"))
    #expect(run.output.contains(good))
  }

  @Test("a folder without plans exits 3 and says what a plan is")
  func emptyFolder() throws {
    let folder = try ScratchFolder()
    try folder.write("services: {}\n", to: "compose.yaml")
    let run = try Binary.run("check", folder.url.path)
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("plantoets: 1"))
  }

  @Test("YAML that cannot be read at all exits 2 with its place; the others are judged")
  func malformed() throws {
    let folder = try ScratchFolder()
    try folder.write("{plantoets: 1, gemeente: {naam: X}\n", to: "kapot.yaml")
    try folder.write("plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n", to: "heel.yaml")
    let run = try Binary.run("check", "kapot.yaml", ".", "--format", "concise", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.contains("kapot.yaml:1:1: fout yaml-syntax"))
    #expect(run.output.contains("./heel.yaml:"))
  }

  @Test("a broken section is one finding; the other sections are judged, and it counts as unknown")
  func brokenSection() throws {
    let folder = try ScratchFolder()
    let plan = """
      plantoets: 1
      gemeente: {naam: X}
      programma: {naam: Y}
      planning: {fasen: [
      doelgroepen:
        - {id: d1, omschrijving: kinderen, kwetsbaar: ja}
      """
    let path = try folder.write(plan, to: "plan.yaml")
    let run = try Binary.run("check", path, "--format", "json")
    #expect(run.status == 1)
    #expect(run.output.contains("\"status\": \"partial\""))
    #expect(run.output.contains("yaml-syntax"))
    #expect(run.output.contains("doelgroep-zonder-omvang"))
    #expect(!run.output.contains("Nog niet te beoordelen. Vul in: $.planning"))
    #expect(run.output.contains("Verbeter eerst: $.planning"))
  }

  @Test("an unknown key and a wrong type are findings with a place and a suggestion")
  func badFields() throws {
    let folder = try ScratchFolder()
    let plan = """
      plantoets: 1
      gemeente: {naam: X, inwoneraantal: 1000}
      programma: {naam: Y}
      doelgroepen: {id: d1}
      themas: [{id: t1, naam: Zorg}]
      activiteiten: [{id: a1, naam: Z, karakter: vst, themas: t1, budget: 12.500}]
      """
    let path = try folder.write(plan, to: "plan.yaml")
    let run = try Binary.run("check", path, "--format", "text")
    #expect(run.status == 1)
    #expect(run.output.contains("onbekend-veld"))
    #expect(run.output.contains("Bedoelde je «thema»?"))
    #expect(run.output.contains("Bij «doelgroepen» hoort een lijst; er staat een groepje velden."))
    #expect(run.output.contains("Bedoelde je «vast»?"))
    #expect(run.output.contains("Bedoel je 12500?"))
  }

  @Test("standard input is a plan")
  func standardInput() throws {
    let plan = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n"
    let run = try Binary.run("check", "-", "--format", "json", input: plan)
    #expect(run.output.contains("\"path\": \"-\""))
    #expect(run.output.contains("\"municipality\": \"X\""))
  }

  @Test(
    "wrong usage exits 64",
    arguments: [
      ["check"], ["check", "x.yaml", "--format", "xml"], ["check", "x.yaml", "--onbekend"],
      ["check", "x.yaml", "--peildatum", "morgen"],
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

  @Test("a pack with mistakes exits 2 with all of them, and checks nothing")
  func brokenPack() throws {
    let folder = try ScratchFolder()
    try folder.write("id: x\nversie: 1\n", to: "pack/pack.yaml")
    try folder.write("{\"type\": \"object\", \"propertis\": {}}", to: "pack/plan.schema.json")
    let run = try Binary.run(
      "check",
      SharedFolder.package.path + "/" + good,
      "--pack",
      "pack",
      in: folder.url
    )
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("pack/pack.yaml:2:1"))
    #expect(run.errors.contains("did you mean “version”?"))
    #expect(run.errors.contains("pack/plan.schema.json:1:20"))
    #expect(run.errors.contains("properties"))
  }

  @Test("the binary alone, in an empty folder with an empty environment, checks a plan")
  func alone() throws {
    let folder = try ScratchFolder()
    let copy = folder.url.appending(path: "plantoets")
    try FileManager.default.copyItem(at: Binary.url, to: copy)
    let plan = try String(contentsOf: SharedFolder.package.appending(path: weak), encoding: .utf8)
    try folder.write(plan, to: "plan.yaml")
    let run = try Binary.run(
      "check",
      "plan.yaml",
      "--format",
      "concise",
      executable: copy,
      in: folder.url
    )
    #expect(run.status == 1)
    #expect(run.output.contains("plan.yaml:"))
  }

  @Test("colour only when asked, since this is no terminal; NO_COLOR is respected")
  func color() throws {
    let escape = "\u{1B}["
    #expect(try !Binary.run("check", weak).output.contains(escape))
    #expect(try Binary.run("check", weak, "--color", "always").output.contains(escape))
    let quiet = try Binary.run("check", weak, environment: ["NO_COLOR": "1"])
    #expect(!quiet.output.contains(escape))
  }

  @Test("ndjson gives a line for every plan, the same as the whole report")
  func lines() throws {
    let run = try Binary.run("check", "plans", "--format", "ndjson", "--fail-on", "never")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 7)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["path"] is String)
      #expect(object?["score"] is [String: Any])
    }
  }

  @Test("the same plans give the same bytes, wherever they stand and on one core or more")
  func sameAnywhere() throws {
    let folder = try ScratchFolder()
    let plans = SharedFolder.package.appending(path: "plans")
    try FileManager.default.copyItem(at: plans, to: folder.url.appending(path: "plans"))
    let here = try Binary.run("check", "plans", "--format", "json")
    #expect(
      try Binary.run("check", "plans", "--format", "json", in: folder.url).output == here.output
    )
    let taskset = URL(filePath: "/usr/bin/taskset")
    guard FileManager.default.fileExists(atPath: taskset.path) else { return }
    let oneCore = try Binary.run(
      "-c",
      "0",
      Binary.url.path,
      "check",
      "plans",
      "--format",
      "json",
      executable: taskset
    )
    #expect(oneCore.output == here.output)
  }

  @Test("two runs give the same bytes, from any folder")
  func repeatable() throws {
    let first = try Binary.run(
      "check",
      ".",
      "--format",
      "json",
      in: SharedFolder.package.appending(path: "plans")
    )
    let second = try Binary.run(
      "check",
      ".",
      "--format",
      "json",
      in: SharedFolder.package.appending(path: "plans")
    )
    #expect(first.output == second.output)
  }

  @Test("the reference date of the command line goes before the plan's")
  func referenceDate() throws {
    let early = try Binary.run("check", good, "--format", "concise", "--peildatum", "2022-06-15")
    let plain = try Binary.run("check", good, "--format", "concise")
    #expect(early.output == plain.output)
    #expect(early.status == 0)
  }
}
