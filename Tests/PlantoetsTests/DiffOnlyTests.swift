import Foundation
import TestSupport
import Testing

@Suite(
  "plantoets check --diff-only",
  .enabled(if: ScratchRepository.hasGit, "git is not installed")
)
struct DiffOnlyTests {
  /// Two findings of its own: an end before the start, and a group without a size.
  private let plan = """
    plantoets: 1
    gemeente: {naam: Goed}
    programma: {naam: Proef, looptijd: {start: 2023-01-01, eind: 2022-01-01}}
    doelgroepen:
      - {id: d1, omschrijving: kinderen, kwetsbaar: ja}

    """

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write(plan, to: "a.yaml")
    try repository.commitAll()
    return repository
  }

  /// The rules and lines of what is found.
  private func findings(_ repository: borrowing ScratchRepository, _ arguments: String...) throws
    -> [String]
  {
    let run = try Binary.run(
      arguments: ["check", "--diff-only", "--format", "concise", "--fail-on", "never"] + arguments,
      in: repository.url
    )
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").compactMap { line in
      let match = line.firstMatch(of: #/^[^:]+:(\d+):\d+: \S+ (\S+)/#)
      return match.map { "\($0.1) \($0.2)" }
    }
  }

  @Test("what was there already is left out, also when it moved or the file did")
  func known() throws {
    let repository = try repository()
    try repository.write("# erboven\n" + plan, to: "a.yaml")
    #expect(try findings(repository).isEmpty)
    #expect(try repository.check("--diff-only").status == 0)
    #expect(try repository.check("--changed").status == 1)
    try repository.git("mv", "a.yaml", "b.yaml")
    #expect(try findings(repository).isEmpty)
  }

  @Test("what stands on a changed line is told, known or not, and fails the run")
  func changedLine() throws {
    let repository = try repository()
    try repository.write(plan.replacing("2023-01-01", with: "2023-02-01"), to: "a.yaml")
    let found = try findings(repository)
    #expect(found.contains("3 datum-omgekeerd"))
    #expect(!found.contains { $0.contains("doelgroep-zonder-omvang") })
    #expect(try repository.check("--diff-only").status == 1)
  }

  @Test("what rests on a value on a changed line is told, whatever the form")
  func changedEvidence() throws {
    let repository = try ScratchRepository()
    let group = "doelgroepen:\n  - {id: d1, omvang: 60}\n"
    let activity = "activiteiten:\n  - {id: a1, doelgroepen: [d1], bereik: {aantal: 90}}\n"
    let plan = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n" + group + activity
    try repository.write(plan, to: "a.yaml")
    try repository.commitAll()
    try repository.write(plan.replacing("60", with: "61"), to: "a.yaml")
    #expect(try findings(repository).contains("7 bereik-groter-dan-doelgroep"))
  }

  @Test("what a change causes elsewhere is told")
  func causedElsewhere() throws {
    let repository = try repository()
    let activity = "activiteiten: [{id: a1, naam: Les, doelgroepen: [d2]}]\n"
    let both = plan.replacing("kwetsbaar: ja}", with: "kwetsbaar: ja}\n  - {id: d2, omvang: 3}")
    try repository.write(both + activity, to: "a.yaml")
    try repository.commitAll()
    #expect(try findings(repository).isEmpty)
    // The line that refers to the group stays as it is; the group goes.
    try repository.write(plan + activity, to: "a.yaml")
    #expect(try findings(repository).contains { $0.hasPrefix("6 verwijzing-bestaat-niet") })
  }

  @Test("a new plan is told of whole; --changed names what to compare with")
  func reference() throws {
    let repository = try repository()
    try repository.git("switch", "--quiet", "--create", "eigen")
    try repository.write(plan, to: "nieuw.yaml")
    try repository.commitAll()
    #expect(try findings(repository).isEmpty)
    #expect(try findings(repository, "--changed=main").contains("3 datum-omgekeerd"))
  }

  @Test("a deviation that goes makes its finding new")
  func deviation() throws {
    let repository = try ScratchRepository()
    let rule = "doelgroep-zonder-omvang"
    let deviation = "uitzonderingen: [{regel: \(rule), reden: wordt nog geteld}]\n"
    try repository.write(plan + deviation, to: "a.yaml")
    try repository.commitAll()
    try repository.write(plan, to: "a.yaml")
    #expect(try findings(repository).contains("5 \(rule)"))
  }

  @Test("the score stays that of the whole plan")
  func score() throws {
    let repository = try repository()
    try repository.write("# erboven\n" + plan, to: "a.yaml")
    func score(_ arguments: String...) throws -> String {
      let run = try Binary.run(
        arguments: ["check", "--format", "json", "--fail-on", "never"] + arguments,
        in: repository.url
      )
      let text = try #require(run.output.firstMatch(of: #/"score": \{[^}]*\}/#))
      return String(text.output)
    }
    #expect(try score("--diff-only") == score("a.yaml"))
  }
}
