import Lint
import Testing

@Suite("Elements without repeats")
struct UniquedTests {
  @Test("come once each, in the order in which they first come, be they few or many")
  func order() {
    for count in [0, 1, 2, 15, 16, 17, 40] {
      let once = (0..<count).map { "é\($0)" }
      #expect(once.uniqued() == once)
      #expect((once + once.reversed()).uniqued() == once)
      #expect(once.flatMap { [$0, once[0], $0] }.uniqued() == once)
    }
  }
}
