import Foundation
import TestSupport
import Testing

@Suite("plantoets explain, rules and test")
struct OtherCommandTests {
  @Test("explain tells what, why, source, examples, thresholds, fields and how to deviate")
  func explain() throws {
    let run = try Binary.run("explain", "looptijd-te-kort")
    #expect(run.status == 0)
    let headings = [
      "Waarom", "Wat je kunt doen", "Voorbeeld (valt op)", "Voorbeeld (in orde)", "Bronnen",
      "Drempels", "Afwijken", "Velden die de regel leest", "Alle voorbeelden",
      "Hoe de regel rekent",
    ]
    let places = headings.map { run.output.range(of: "\n\($0)")?.lowerBound }
    for (heading, place) in zip(headings, places) { #expect(place != nil, "\(heading)") }
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(run.output.contains("keuze van plantoets"))
    #expect(run.output.contains("programma.looptijd.start"))
    #expect(run.output.contains("- regel: looptijd-te-kort"))
    #expect(run.output.contains("gewicht 4"))
  }

  @Test(
    "explain says of a contradiction that it cannot be set aside, of a strength that there is nothing to"
  )
  func explainDeviating() throws {
    let contradiction = try Binary.run("explain", "datum-omgekeerd").output
    #expect(contradiction.contains("Afwijken kan niet."))
    #expect(!contradiction.contains("uitzonderingen:"))
    let strength = try Binary.run("explain", "parel-kapstok").output
    #expect(strength.contains("sterk punt"))
    #expect(!strength.contains("uitzonderingen:"))
  }

  @Test("explain speaks English, and explains a lesson with its rules")
  func explainLesson() throws {
    let run = try Binary.run("explain", "tijdspad", "--lang", "en")
    #expect(run.status == 0)
    #expect(run.output.contains("looptijd-te-kort"))
    #expect(run.output.contains("Rules"))
  }

  @Test("an unknown rule exits 2 and suggests the nearest")
  func explainUnknown() throws {
    let run = try Binary.run("explain", "looptijd-te-kot")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Bedoelde je «looptijd-te-kort»?"))
  }

  @Test("test runs the rules' own tests, of the embedded pack and of a folder")
  func test() throws {
    let embedded = try Binary.run("test")
    #expect(embedded.status == 0)
    #expect(embedded.output.contains("0 failed"))
    #expect(embedded.output.contains(/branches: \d+ of \d+ taken/))
    #expect(embedded.output.contains(/mutants: \d+ of \d+ caught/))
    let named = try Binary.run("test", "rules/ppj")
    #expect(named.status == 0)
    // Only the places differ: the embedded pack has no folder.
    #expect(
      named.output.replacing("rules/ppj/", with: "")
        == embedded.output.replacing("rules/ppj/", with: "")
    )
  }

  @Test("test exits 1 when too few mutants are caught, and names those that were not")
  func tooFewMutants() throws {
    let folder = try ScratchFolder()
    let rule = SmallPack.rule(
      """
      given: plan.activiteiten
      assert: this.aantal < 8
      tests:
        - {name: weinig, plan: {activiteiten: [{aantal: 1}]}, expect: pass}
        - {name: veel, plan: {activiteiten: [{aantal: 99}]}, expect: fail}
      """
    )
    for (path, text) in SmallPack.texts([("regel", rule)]) {
      try folder.write(text, to: "p/\(path)")
    }
    let run = try Binary.run("test", "p", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("1 rule, 2 tests: 2 passed, 0 failed"))
    #expect(run.output.contains("mutants: 1 of 4 caught (25.0%)"))
    #expect(run.output.contains("p/les/regel.yaml:2:9 assert, comparison flipped"))
    #expect(run.output.contains("this.aantal < 8  became  this.aantal <= 8"))
    #expect(try Binary.run("test", "p", "--min-mutants", "25", in: folder.url).status == 0)
  }

  @Test("rules lists every rule on a line of its own, in Dutch and English")
  func rules() throws {
    let dutch = try Binary.run("rules")
    #expect(dutch.status == 0)
    #expect(dutch.output.hasPrefix("regel "))
    let line = try #require(
      dutch.output.split(separator: "\n").first { $0.hasPrefix("looptijd-te-kort ") }
    )
    #expect(
      line.contains("tijdspad") && line.contains("waarschuwing")
        && line.contains("De looptijd is kort")
    )
    let english = try Binary.run("rules", "--lang", "en").output
    #expect(english.hasPrefix("rule "))
    #expect(english.split(separator: "\n").count == dutch.output.split(separator: "\n").count)
  }

  @Test("rules as JSON can be read, and holds as many rules as the table")
  func rulesJSON() throws {
    let run = try Binary.run("rules", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let list = try #require((object as? [String: Any])?["rules"] as? [[String: Any]])
    #expect(list.count == (try FileManager.default.rulesCount()))
    #expect(Set(list.compactMap { $0["id"] as? String }).count == list.count)
    let rule = try #require(list.first { $0["id"] as? String == "looptijd-te-kort" })
    #expect(rule["severity"] as? String == "warning")
    #expect((rule["reads"] as? [String])?.contains("programma.looptijd.start") == true)
  }

  @Test("the page of all rules is up to date")
  func rulesPage() throws {
    let page = SharedFolder.package.appending(path: "rules/README.md")
    let made = try Binary.run("rules", "--format", "markdown").output
    #expect(
      try String(contentsOf: page, encoding: .utf8) == made,
      "make it anew: plantoets rules --format markdown > rules/README.md"
    )
  }

  @Test("an unknown form of the list is wrong usage")
  func rulesUnknownFormat() throws {
    #expect(try Binary.run("rules", "--format", "xml").status == 64)
  }

  @Test("a rule test that fails exits 1 and shows what differed")
  func failingTest() throws {
    let folder = try ScratchFolder()
    let pack = SharedFolder.package.appending(path: "rules/ppj")
    try FileManager.default.copyItem(at: pack, to: folder.url.appending(path: "ppj"))
    let rule = folder.url.appending(path: "ppj/tijdspad/looptijd-te-kort.yaml")
    let text = try String(contentsOf: rule, encoding: .utf8)
    let changed = text.replacing("expect: fail", with: "expect: pass", maxReplacements: 1)
    try Data(changed.utf8).write(to: rule)
    let run = try Binary.run("test", "ppj", in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.contains("expected pass, got fail"))
  }
}

extension FileManager {
  /// How many rules the repository's pack has: a file each, but for `pack.yaml`.
  fileprivate func rulesCount() throws -> Int {
    let folder = SharedFolder.package.appending(path: "rules/ppj").path
    return try subpathsOfDirectory(atPath: folder).count {
      $0.hasSuffix(".yaml") && $0 != "pack.yaml"
    }
  }
}
