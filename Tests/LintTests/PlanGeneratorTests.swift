import Lint
import SourceText
import TestSupport
import Testing

@Suite("Generated plans")
struct PlanGeneratorTests {
  static let texts = (0..<200).map { PlanGenerator().text(seed: $0) }

  @Test("are about as long as asked, and the same for the same seed")
  func size() {
    for (seed, text) in Self.texts.enumerated() {
      #expect((11_900...16_100).contains(text.utf8.count), "seed \(seed)")
    }
    #expect(Set(Self.texts).count == Self.texts.count)
    for seed in 0..<10 {
      #expect(PlanGenerator().text(seed: UInt64(seed)) == Self.texts[seed], "seed \(seed)")
    }
  }

  @Test("are as long as asked at other lengths too", arguments: [20_000, 100_000])
  func long(bytes: Int) {
    let text = PlanGenerator(bytes: bytes).text(seed: 1)
    #expect((bytes / 100 * 85...bytes / 100 * 115).contains(text.utf8.count))
  }

  @Test("are judged whole, one in five has a mistake in its form, and their grades differ")
  func judged() throws {
    let linter = Linter(pack: try TestPack.load(), language: .nl)
    var mistakes: [String] = []
    var grades: Set<Double> = []
    for (seed, text) in Self.texts.enumerated() {
      let report = linter.lint(SourceFile(path: "\(seed).yaml", text: text))
      #expect(report.status == .judged, "seed \(seed)")
      let form = report.findings.filter {
        $0.lesson == nil && $0.kind == .problem && $0.severity != .hint
      }
      if let first = form.first { mistakes.append(first.rule) }
      if let grade = report.score?.grade { grades.insert(grade) }
    }
    #expect((20...60).contains(mistakes.count))
    let kinds = [
      "bedrag-verdacht", "onbekend-veld", "onbekende-waarde", "verkeerde-notatie", "verplicht-veld",
      "verwijzing-bestaat-niet",
    ]
    #expect(Set(mistakes).sorted() == kinds)
    #expect(grades.count > 30)
    #expect((grades.max() ?? 0) - (grades.min() ?? 0) > 4)
  }
}
