import Lint
import SourceText
import Testing

@Suite("The next step")
struct NextStepTests {
  private func report(_ name: String) throws -> (PlanReport, RulePack) {
    let pack = try TestPack.load()
    let linter = Linter(pack: pack, language: .nl)
    return (linter.lint(try TestPack.plan(name)), pack)
  }

  @Test("the findings reach the band that they promise, and one fewer does not")
  func reaches() throws {
    let (report, pack) = try report("zwakke-gemeente")
    let step = try #require(report.nextStep)
    let grade = try #require(report.score?.grade)
    let band = try #require(pack.header.bands.first { $0.from > grade })
    #expect(step.band == band.title)
    #expect(step.grade >= band.from)
    #expect(!step.findings.isEmpty)
    // No smaller set does: not even the findings that gain most.
    let gains = report.findings.filter { $0.kind == .problem }.map(\.gain).sorted(by: >)
    let best = gains.prefix(step.findings.count - 1).reduce(0, +)
    let low = try #require(report.score).total.low
    #expect(Score.grade(low + best) < band.from)
  }

  @Test("what is mended gives exactly what it promised")
  func measured() throws {
    let (report, pack) = try report("zwakke-gemeente")
    let step = try #require(report.nextStep)
    let gain = report.findings.filter { step.findings.contains($0.fingerprint) }.map(\.gain)
      .reduce(0, +)
    let low = try #require(report.score).total.low
    #expect(Score.grade(low + gain) == step.grade)
    #expect(pack.band(for: step.grade) != report.score?.band)
  }

  @Test("the gains of all findings add up to what was lost", arguments: ScoreLawTests.examples)
  func sum(name: String) throws {
    let (report, _) = try report(name)
    let lost = 1 - (try #require(report.score).total.low)
    let gains = report.findings.filter { $0.lesson != nil && $0.kind != .strength }.map(\.gain)
    #expect(abs(gains.reduce(0, +) - lost) < 1e-12)
  }

  @Test("an incomplete plan has no grade, no next step, and asks for the five facts that tell most")
  func incomplete() throws {
    let (report, _) = try report("assen")
    #expect(!report.isComplete)
    #expect(report.score?.grade == nil)
    #expect(report.nextStep == nil)
    let refusal = try #require(report.gradeRefusal)
    #expect(refusal.reason == .incomplete)
    #expect(refusal.gaps.count == Gap.shown)
    let widths = refusal.gaps.map(\.narrowing)
    #expect(widths == widths.sorted(by: >))
    let score = try #require(report.score).total
    #expect(widths.reduce(0, +) <= score.high - score.low + 1e-9)
    #expect(refusal.sentence(in: .nl).contains("Dit invullen zegt het meest: "))
  }

  @Test("a plan of which too little can be judged has no grade, and says so")
  func basis() throws {
    let text =
      "plantoets: 1\ngemeente: {naam: X}\nprogramma: PM\nactiviteiten: PM\nmonitoring: PM\n"
    let linter = Linter(pack: try TestPack.load(), language: .en)
    var plan = SourceFile(path: "p", text: text)
    plan = SourceFile(
      path: "p",
      text: text + "financiering: PM\nborging: PM\ndoelgroepen: PM\nsamenwerking: PM\n"
        + "planning: PM\nbegroting: PM\norganisatie: PM\nparticipatie: PM\n"
        + "probleemanalyse: PM\nverantwoording: PM\nthemas: PM\nrisicos: PM\n"
    )
    let report = linter.lint(plan)
    #expect(report.score?.grade == nil)
    #expect(report.gradeRefusal?.reason == .basis)
    #expect(report.gradeRefusal?.sentence(in: .en).hasPrefix("No grade: less than half") == true)
  }
}
