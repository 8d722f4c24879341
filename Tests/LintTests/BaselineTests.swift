import Lint
import SourceText
import Testing

@Suite("Fingerprints, baselines and comparison")
struct BaselineTests {
  private static let activities = [
    "  - {id: a1, naam: Taalklas, budget: 12.500}",
    "  - {id: a2, naam: Sportclub, start: 2024-01-01, eind: 2023-01-01}",
  ]
  private static let risks = ["  - {omschrijving: geld op}", "  - {omschrijving: ziekte}"]

  private func plan(
    activities: [String] = Self.activities,
    risks: [String] = Self.risks,
    heading: String = ""
  ) -> SourceFile {
    SourceFile(
      path: "plan.yaml",
      text: """
        \(heading)plantoets: 1
        gemeente: {naam: X}
        programma: {naam: Y}
        activiteiten:
        \(activities.joined(separator: "\n"))
        risicos:
        \(risks.joined(separator: "\n"))
        """
    )
  }

  private func lint(_ file: SourceFile) throws -> PlanReport {
    Linter(pack: try TestPack.load(), language: .nl).lint(file)
  }

  private func fingerprints(_ file: SourceFile) throws -> [String] {
    try lint(file).findings.map(\.fingerprint.description).sorted()
  }

  @Test("fingerprints survive lines above and another order of items, with and without ids")
  func survive() throws {
    let before = try fingerprints(plan())
    #expect(try fingerprints(plan(heading: "# een regel\n# nog een\n")) == before)
    let reordered = plan(activities: Self.activities.reversed(), risks: Self.risks.reversed())
    #expect(try fingerprints(reordered) == before)
  }

  @Test("a finding of another item is another finding")
  func differ() throws {
    let other = plan(
      activities: [Self.activities[0].replacing("a1", with: "a9"), Self.activities[1]]
    )
    #expect(try fingerprints(other) != fingerprints(plan()))
  }

  /// A report read back from a text of the form that `--write-baseline` writes.
  private func earlier(_ report: PlanReport, low: Double = 0.5) throws -> EarlierReport {
    let findings = report.findings.map { finding in
      """
      {"fingerprint": "\(finding.fingerprint)", "rule": "\(finding.rule)",
       "kind": "\(finding.kind.rawValue)", "severity": "\(finding.severity?.rawValue ?? "none")",
       "setAside": \(finding.deviation != nil)}
      """
    }
    let text = """
      {"schemaVersion": 1, "plans": [{"path": "plan.yaml", "status": "judged",
       "score": {"low": \(low), "grade": 5.5},
       "lessons": [{"id": "tijdspad", "title": "Tijd", "low": \(low)}],
       "findings": [\(findings.joined(separator: ",\n"))]}]}
      """
    let file = SourceFile(path: "eerder.json", text: text)
    return try EarlierReport.read(file, language: .nl).get()
  }

  @Test("known problems are marked and do not count; new ones do; what was mended drops out")
  func baseline() throws {
    let now = try lint(plan())
    var then = now
    let dropped = try #require(then.findings.first { $0.kind == .problem })
    then.findings.removeAll { $0.fingerprint == dropped.fingerprint }
    let marked = Baseline(try earlier(then)).marked(now, path: "plan.yaml")
    for finding in marked.findings where finding.kind == .problem {
      let isNew = finding.fingerprint == dropped.fingerprint
      #expect(finding.baseline == (isNew ? .new : .unchanged))
      #expect(finding.isCounted == isNew)
    }
    #expect(marked.findings.count == now.findings.count)
  }

  @Test("a comparison tells what is mended, new and still there, and which way the score went")
  func comparison() throws {
    let worse = try lint(plan())
    let mended = Self.activities[1].replacing("eind: 2023", with: "eind: 2025")
    let better = try lint(plan(activities: [Self.activities[0], mended]))
    let forward = Comparison(
      from: try earlier(worse, low: 0.4),
      to: try earlier(better, low: 0.6)
    )
    let change = try #require(forward.plans.first)
    #expect(change.mended.contains { $0.rule == "datum-omgekeerd" })
    #expect(!change.still.isEmpty)
    #expect(change.lessons.map(\.to) == [0.6])
    let isWorse = forward.isWorse
    #expect(!isWorse)
    let back = Comparison(from: try earlier(better, low: 0.6), to: try earlier(worse, low: 0.4))
    let new = back.plans.first?.new.map(\.rule) ?? []
    #expect(new == ["datum-omgekeerd"])
    #expect(back.plans.map(\.isWorse) == [true])
  }

  @Test("the same twice: nothing mended, nothing new, not worse")
  func same() throws {
    let report = try earlier(try lint(plan()))
    let change = try #require(Comparison(from: report, to: report).plans.first)
    #expect(change.mended.isEmpty && change.new.isEmpty && change.lessons.isEmpty)
    #expect(!change.isWorse)
  }

  @Test(
    "a file that is no report is refused with a place",
    arguments: [
      ("", "r.json:1:1: Dit is geen rapport"), ("[]", "r.json:1:1: Dit is geen rapport"),
      ("{\"schemaVersion\": 2, \"plans\": []}", "r.json:1:19: Deze versie (2) ken ik niet"),
      ("{\"schemaVersion\": 1}", "de lijst «plans»"),
      ("{\"schemaVersion\": 1, \"plans\": [{}]}", "r.json:1:32: Hier ontbreekt «path»."),
      (
        "{\"schemaVersion\": 1, \"plans\": [{\"path\": \"p\", \"findings\": [{}]}]}",
        "Hier ontbreekt «fingerprint»."
      ),
      ("{\"schemaVersion\": 1, \"plans\": [", "r.json:1:"),
    ]
  )
  func refused(text: String, expected: String) {
    let result = EarlierReport.read(SourceFile(path: "r.json", text: text), language: .nl)
    guard case .failure(let failure) = result else {
      Issue.record("it was read")
      return
    }
    let found = failure.diagnostics.map(\.description)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }
}
