import Foundation
import TestSupport
import Testing

@Suite(
  "plantoets check --watch",
  .serialized,
  .enabled(if: PseudoTerminal.isAvailable, "setsid is not installed")
)
struct WatchTests {
  private static let waiting = "Stoppen: Ctrl-C."

  private func plan(reach: Int) -> String {
    """
    plantoets: 1
    gemeente: {naam: X}
    programma: {naam: Y}
    doelgroepen: [{id: d1, omvang: 60, omschrijving: peuters}]
    activiteiten: [{id: a1, naam: Peutermiddag, doelgroepen: [d1], bereik: {aantal: \(reach)}}]

    """
  }

  @Test func `it tells after each change what was mended and what is new, on a clear screen`()
    throws
  {
    let folder = try ScratchFolder()
    try folder.write(plan(reach: 90), to: "plan.yaml")
    var terminal = try PseudoTerminal("check", "plan.yaml", "--watch", in: folder.url)
    let first = terminal.show(until: Self.waiting)
    #expect(first.contains("\u{1B}[2J") && first.contains("fout[bereik-groter-dan-doelgroep]"))
    #expect(!first.contains("Veranderd"))

    try folder.write(plan(reach: 50), to: "plan.yaml")
    let second = terminal.show(until: Self.waiting)
    #expect(second.contains("\u{1B}[2J") && second.contains("Veranderd: plan.yaml"))
    #expect(second.contains("Verbeterd: 1\n    - bereik-groter-dan-doelgroep: "))

    // As editors do: the new text takes the place of the old.
    let path = try folder.write(plan(reach: 91), to: "plan.yaml.new")
    #expect(rename(path, folder.url.appending(path: "plan.yaml").path) == 0)
    #expect(terminal.show(until: Self.waiting).contains("Nieuw: 1\n"))

    terminal.type("\u{3}")
    #expect(!terminal.end().shown.contains("plantoets"))
  }

  @Test func `it goes on when a plan breaks, is gone, and comes back`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(plan(reach: 50), to: "plan.yaml")
    var terminal = try PseudoTerminal(
      "check",
      "plan.yaml",
      "--watch",
      "--format",
      "concise",
      in: folder.url
    )
    _ = terminal.show(until: Self.waiting)
    try folder.write(plan(reach: 50) + "risicos: [\n", to: "plan.yaml")
    let broken = terminal.show(until: Self.waiting)
    #expect(broken.contains("yaml-syntax") && broken.contains("niet helemaal te lezen"))
    try FileManager.default.removeItem(atPath: path)
    #expect(terminal.show(until: Self.waiting).contains("bestand-onleesbaar"))
    try folder.write(plan(reach: 90), to: "plan.yaml")
    #expect(terminal.show(until: Self.waiting).contains("Nieuw: 1\n"))
  }

  @Test func `a new plan in a folder is seen, also in a new folder, and nothing else wakes it`()
    throws
  {
    let folder = try ScratchFolder()
    try folder.write(plan(reach: 50), to: "plannen/a.yaml")
    var terminal = try PseudoTerminal("check", "plannen", "--watch", in: folder.url)
    _ = terminal.show(until: Self.waiting)
    try folder.write("tekst", to: "plannen/lees.txt")
    #expect(!terminal.show(until: Self.waiting, seconds: 1).contains("Veranderd"))
    try folder.write(plan(reach: 50), to: "plannen/nieuw/b.yaml")
    let shown = terminal.show(until: Self.waiting)
    #expect(shown.contains("Veranderd: plannen/nieuw/b.yaml") && shown.contains("nieuw plan"))
    // The new folder is watched from now on.
    try folder.write(plan(reach: 90), to: "plannen/nieuw/b.yaml")
    #expect(terminal.show(until: Self.waiting).contains("Nieuw: 1\n"))
  }

  @Test func `a rule that changes is a reason to check, and one that breaks is told`() throws {
    let folder = try ScratchFolder()
    func write(_ assertion: String) throws {
      let rule = SmallPack.rule(
        """
        given: plan.activiteiten
        assert: \(assertion)
        tests:
          - {name: goed, plan: {activiteiten: [{aantal: 0}]}, expect: pass}
          - {name: fout, plan: {activiteiten: [{aantal: 99}]}, expect: fail}
        """
      )
      for (path, text) in SmallPack.texts([("regel", rule)]) {
        try folder.write(text, to: "p/\(path)")
      }
    }
    try write("this.aantal < 8")
    try folder.write("plantoets: 1\nactiviteiten: [{aantal: 5}]\n", to: "plan.yaml")
    var terminal = try PseudoTerminal(
      "check",
      "plan.yaml",
      "--pack",
      "p",
      "--watch",
      in: folder.url
    )
    #expect(!terminal.show(until: Self.waiting).contains("[regel]"))
    try write("this.aantal < 4")
    #expect(terminal.show(until: Self.waiting).contains("waarschuwing[regel]"))
    try write("this.aantl < 4")
    #expect(terminal.show(until: Self.waiting).contains("aantl"))
    try write("this.aantal < 6")
    #expect(terminal.show(until: Self.waiting).contains("Verbeterd: 1"))
  }

  @Test(arguments: ["--format json", "--quiet", "--show-config", "-"])
  func `what cannot go with it is wrong usage`(arguments: String) throws {
    let words = arguments.split(separator: " ").map(String.init)
    let run = try Binary.run(arguments: ["check", "plans", "--watch"] + words)
    #expect(run.status == 64)
    #expect(run.errors.contains("--watch"))
  }
}
