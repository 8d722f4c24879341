import Foundation
import TestSupport
import Testing

@Suite("plantoets check: configuration, gates and baselines")
struct SettingsTests {
  private let weak = "plans/zwakke-gemeente.yaml"

  /// A folder with a weak plan in `a/b/plan.yaml`, and a configuration at the top.
  private func folder(_ configuration: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let plan = try String(contentsOf: SharedFolder.package.appending(path: weak), encoding: .utf8)
    try folder.write(plan, to: "a/b/plan.yaml")
    try folder.write(configuration, to: ".plantoets.yaml")
    return folder
  }

  @Test("a configuration above the plan holds for it, and a flag goes before")
  func found() throws {
    let folder = try folder("fail-on: never\nlang: en\n")
    let run = try Binary.run("check", "a", "--format", "concise", in: folder.url)
    #expect(run.status == 0)
    #expect(run.output.contains(": error "))
    let flag = try Binary.run(
      "check",
      "a",
      "--format",
      "concise",
      "--fail-on",
      "error",
      "--lang",
      "nl",
      in: folder.url
    )
    #expect(flag.status == 1)
    #expect(flag.output.contains(": fout "))
  }

  @Test("it holds from any folder")
  func anywhere() throws {
    let folder = try folder("rules: {datum-omgekeerd: off}\n")
    let below = folder.url.appending(path: "a/b")
    for (path, place) in [("plan.yaml", below), ("a/b/plan.yaml", folder.url)] {
      let run = try Binary.run("check", path, "--format", "concise", in: place)
      #expect(!run.output.contains("datum-omgekeerd"))
    }
  }

  @Test("excluded files are passed over in a search, not when they are named")
  func excluded() throws {
    let folder = try folder("exclude: [a/b]\n")
    #expect(try Binary.run("check", "a", in: folder.url).status == 3)
    #expect(try Binary.run("check", "a/b/plan.yaml", in: folder.url).status == 1)
  }

  @Test("a mistake in it exits 2 with its place, and nothing is checked")
  func broken() throws {
    let folder = try folder("fail-on: fout\nrules: {x: off}\n")
    let run = try Binary.run("check", "a", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(".plantoets.yaml:1:10"))
    let unknown = try self.folder("rules: {datum-omgekeerd2: off}\n")
    let second = try Binary.run("check", "a", in: unknown.url)
    #expect(second.status == 2)
    #expect(second.output.isEmpty)
    #expect(second.errors.contains(".plantoets.yaml:1:9"))
    #expect(second.errors.contains("Bedoelde je «datum-omgekeerd»?"))
  }

  @Test("show-config tells what holds and where it comes from, and checks nothing")
  func show() throws {
    let folder = try folder(
      "min-score: 6\nrules:\n  looptijd-te-kort: {parameters: {max_maanden: 12}}\n"
    )
    let run = try Binary.run("check", "a", "--show-config", "--fail-on", "hint", in: folder.url)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("lang nl standaard"))
    #expect(lines.contains("fail-on hint --fail-on"))
    #expect(lines.contains("min-score 6.0 .plantoets.yaml:1:12"))
    #expect(
      lines.contains("looptijd-te-kort.max_maanden 12 (pakket: 24) .plantoets.yaml:3:48")
    )
  }

  @Test("a pack that it names is found from its own folder")
  func pack() throws {
    let folder = try folder("pack: regels\n")
    try FileManager.default.copyItem(
      at: SharedFolder.package.appending(path: "rules/ppj"),
      to: folder.url.appending(path: "regels")
    )
    let below = folder.url.appending(path: "a/b")
    #expect(try Binary.run("check", "plan.yaml", in: below).status == 1)
    try FileManager.default.removeItem(at: folder.url.appending(path: "regels"))
    let run = try Binary.run("check", "plan.yaml", in: below)
    #expect(run.status == 2)
    #expect(run.errors.contains("../../regels"))
  }

  @Test("a grade below the least exits 1 and says so; a comma is fine; nonsense is wrong usage")
  func leastGrade() throws {
    let low = try Binary.run("check", weak, "--fail-on", "never", "--min-score", "5,5")
    #expect(low.status == 1)
    #expect(low.errors.contains("is lager dan 5,5"))
    let enough = try Binary.run("check", weak, "--fail-on", "never", "--min-score", "1")
    #expect(enough.status == 0)
    let silent = try Binary.run(
      "check",
      weak,
      "--fail-on",
      "never",
      "--min-score",
      "5,5",
      "--format",
      "concise"
    )
    #expect(silent.status == 1 && silent.errors == low.errors)
    #expect(try Binary.run("check", weak, "--min-score", "11").status == 64)
    let open = try Binary.run("check", "plans/assen.yaml", "--fail-on", "never", "--min-score", "1")
    #expect(open.status == 1)
    #expect(open.errors.contains("geen rapportcijfer"))
  }

  @Test(
    "select and ignore take rules and lessons; an unknown name is wrong usage with a suggestion"
  )
  func selection() throws {
    let one = try Binary.run("check", weak, "--select", "datum-omgekeerd", "--format", "concise")
    #expect(one.output.contains("datum-omgekeerd"))
    #expect(!one.output.contains("looptijd-te-kort"))
    let none = try Binary.run("check", weak, "--ignore", "tijdspad", "--format", "concise")
    #expect(!none.output.contains("datum-omgekeerd"))
    let wrong = try Binary.run("check", weak, "--select", "tijdpad")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("Bedoelde je «tijdspad»?"))
  }

  @Test("quiet prints nothing; the exit code tells")
  func quiet() throws {
    let run = try Binary.run("check", weak, "--quiet")
    #expect(run.status == 1)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test("the ledger is printed on request")
  func ledger() throws {
    let run = try Binary.run("check", weak, "--explain-score")
    #expect(run.output.contains("Hoe het cijfer tot stand komt"))
    #expect(run.output.contains("van de 9 punten"))
    #expect(try Binary.run("check", weak, "--explain-score", "--format", "json").status == 64)
  }

  @Test("a baseline written from one folder lets the same findings pass from another")
  func baseline() throws {
    let folder = try folder("")
    let written = try Binary.run(
      "check",
      "a",
      "--write-baseline",
      "nul.json",
      "--fail-on",
      "never",
      in: folder.url
    )
    #expect(written.status == 0)
    let below = folder.url.appending(path: "a/b")
    let same = try Binary.run(
      "check",
      "plan.yaml",
      "--baseline",
      "../../nul.json",
      "--fail-on",
      "hint",
      "--format",
      "json",
      in: below
    )
    #expect(same.status == 0)
    #expect(same.output.contains("\"baseline\": \"unchanged\""))
    #expect(!same.output.contains("\"baseline\": \"new\""))
    let plan = try String(contentsOf: below.appending(path: "plan.yaml"), encoding: .utf8)
    try folder.write("# erboven\n" + plan + "\nonbekend_veld: 1\n", to: "a/b/plan.yaml")
    let more = try Binary.run(
      "check",
      "a",
      "--baseline",
      "nul.json",
      "--fail-on",
      "info",
      "--format",
      "json",
      in: folder.url
    )
    #expect(more.status == 1)
    #expect(more.output.components(separatedBy: "\"baseline\": \"new\"").count == 2)
  }

  @Test("a baseline with a mistake exits 2 with its place; nothing is checked")
  func brokenBaseline() throws {
    let folder = try folder("")
    try folder.write("{\"schemaVersion\": 3}", to: "nul.json")
    let run = try Binary.run("check", "a", "--baseline", "nul.json", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nul.json:1:19"))
    let missing = try Binary.run("check", "a", "--baseline", "weg.json", in: folder.url)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("weg.json: het bestaat niet"))
  }

  @Test("compare tells what is new and mended; worse fails only when asked")
  func compare() throws {
    let folder = try folder("")
    let earlier = try Binary.run("check", "a", "--format", "json", in: folder.url)
    try folder.write(earlier.output, to: "eerder.json")
    let place = folder.url.appending(path: "a/b/plan.yaml")
    let plan = try String(contentsOf: place, encoding: .utf8)
    try folder.write(
      plan.replacing("gemeente:", with: "gemeente_oud: x\ngemeente:"),
      to: "a/b/plan.yaml"
    )
    try folder.write(
      try Binary.run("check", "a", "--select", "tijdspad", "--format", "json", in: folder.url)
        .output,
      to: "later.json"
    )
    let run = try Binary.run("compare", "eerder.json", "later.json", in: folder.url)
    #expect(run.status == 0)
    #expect(run.output.contains("Nieuw: 1"))
    #expect(run.output.contains("onbekend-veld"))
    #expect(run.output.contains("Verbeterd"))
    let worse = try Binary.run(
      "compare",
      "later.json",
      "eerder.json",
      "--fail-if-worse",
      in: folder.url
    )
    #expect(worse.status == 1)
    let broken = try Binary.run("compare", "a/b/plan.yaml", "later.json", in: folder.url)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("a/b/plan.yaml:1:1"))
  }

  @Test("the example plans give the same bytes twice")
  func repeatable() throws {
    let runs = try (0..<2).map { _ in try Binary.run("check", "plans", "--format", "json").output }
    #expect(runs[0] == runs[1])
  }
}
