import Foundation
import TestSupport
import Testing

@Suite("plantoets explain and test")
struct OtherCommandTests {
  @Test("explain tells what, why, source, thresholds and how to deviate")
  func explain() throws {
    let run = try Binary.run("explain", "looptijd-te-kort")
    #expect(run.status == 0)
    for heading in ["Waarom", "Wat je kunt doen", "Bronnen", "Drempels", "Voorbeelden", "Afwijken"]
    {
      #expect(run.output.contains(heading))
    }
    #expect(run.output.contains("keuze van plantoets"))
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
    #expect(try Binary.run("test", "rules/ppj").output == embedded.output)
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
