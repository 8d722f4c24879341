import Foundation
import TestSupport
import Testing

@Suite(
  "plantoets init at a terminal",
  .serialized,
  .enabled(if: PseudoTerminal.isAvailable, "setsid is not installed")
)
struct InitCommandTests {
  private func plan(in folder: borrowing ScratchFolder) throws -> String {
    try String(contentsOf: folder.url.appending(path: "plan.yaml"), encoding: .utf8)
  }

  @Test func `it asks, asks again what cannot be, writes the plan and checks it`() throws {
    let folder = try ScratchFolder()
    var terminal = try PseudoTerminal("init", in: folder.url)
    let first = terminal.show(until: "> ")
    #expect(first.contains("1/10 Hoe heet je gemeente?"))
    #expect(first.contains("Bijvoorbeeld: Assen"))
    terminal.type("Assen\n")
    #expect(terminal.show(until: "> ").contains("Kies uit: npo-gemeenten, "))
    terminal.type("\n")
    #expect(terminal.show(until: "> ").contains("3/10 "))
    terminal.type("31-02-2025\n")
    #expect(terminal.show(until: "> ").contains("die dag bestaat niet"))
    terminal.type("2025-08\n")
    #expect(terminal.show(until: "> ").contains("4/10 "))
    for number in 5...10 {
      terminal.type("\n")
      #expect(terminal.show(until: "> ").contains("\(number)/10 "))
    }
    terminal.type("\n")
    let (report, status) = terminal.end()
    #expect(status == 0)
    #expect(report.contains("Je plan staat in plan.yaml."))
    #expect(report.contains("\nLessen\n"))
    let lines = try plan(in: folder).split(separator: "\n").filter {
      !$0.drop { $0 == " " }.hasPrefix("#")
    }
    #expect(
      lines == [
        "plantoets: 1", "gemeente:", "  naam: Assen", "programma:", "  looptijd:",
        "    start: 2025-08",
      ]
    )
  }

  @Test(arguments: ["\u{3}", "\u{4}"])
  func `Ctrl-C and Ctrl-D keep what was answered, and say where`(key: String) throws {
    let folder = try ScratchFolder()
    var terminal = try PseudoTerminal("init", in: folder.url)
    _ = terminal.show(until: "> ")
    terminal.type("Assen\n")
    _ = terminal.show(until: "> ")
    terminal.type(key)
    let shown = terminal.end().shown
    #expect(shown.contains("Gestopt. Wat je invulde, staat in plan.yaml."))
    #expect(!shown.contains("Lessen"))
    #expect(try plan(in: folder).contains("\n  naam: Assen\n"))
  }

  @Test func `who stops before the first answer leaves no file`() throws {
    let folder = try ScratchFolder()
    var terminal = try PseudoTerminal("init", "--lang", "en", in: folder.url)
    #expect(terminal.show(until: "> ").contains("What is your municipality called?"))
    terminal.type("\u{4}")
    #expect(terminal.end().shown.contains("Stopped. Nothing was made."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a file that is there is left alone, before anything is asked`() throws {
    let folder = try ScratchFolder()
    try folder.write("van mij\n", to: "plan.yaml")
    var terminal = try PseudoTerminal("init", in: folder.url)
    let (shown, status) = terminal.end()
    #expect(status == 2)
    #expect(shown.contains("het bestaat al"))
    #expect(!shown.contains("1/10"))
    #expect(try plan(in: folder) == "van mij\n")
  }

  @Test func `with --minimal nothing is asked`() throws {
    let folder = try ScratchFolder()
    var terminal = try PseudoTerminal("init", "--minimal", in: folder.url)
    #expect(terminal.end().shown.contains("Gemaakt: plan.yaml."))
    #expect(try plan(in: folder).contains("\n  naam: PM\n"))
  }
}
