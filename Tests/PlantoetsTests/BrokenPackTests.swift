import TestSupport
import Testing

@Suite("A pack with one of each mistake")
struct BrokenPackTests {
  private let pack = "Tests/PlantoetsTests/Fixtures/broken-pack"

  @Test("gives all of them, sorted by place, with their lines; checks nothing; exits 2")
  func everyMistake() throws {
    let run = try Binary.run("check", "plans", "--pack", pack)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    try expectSnapshot(run.errors, named: "broken-pack.txt")
  }
}
