import Lint
import SourceText
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
  private static let pack = Result { try TestPack.load() }

  private func lint(_ input: BadInput, _ language: Language = .nl) throws -> PlanReport {
    let linter = Linter(pack: try Self.pack.get(), language: language)
    return linter.lint(SourceFile(path: "plan.yaml", bytes: input.bytes()))
  }

  @Test("is found at its place, with what to do", arguments: BadInput.all)
  func found(input: BadInput) throws {
    let report = try lint(input)
    let found = report.findings.filter { $0.lesson == nil }
    let shown = found.prefix(5).map {
      "\($0.rule) \(report.file.location(of: $0.range.start)) \($0.message) \($0.remedy ?? "")"
    }
    #expect(
      found.contains { finding in
        let place = report.file.location(of: finding.range.start)
        return finding.rule == input.rule
          && place == SourceLocation(line: input.line, column: input.column)
          && "\(finding.message) \(finding.remedy ?? "")".contains(input.word)
      },
      "\(shown)"
    )
  }

  @Test("one mistake is one finding of form", arguments: BadInput.modest)
  func once(input: BadInput) throws {
    let found = try lint(input).findings.filter { $0.lesson == nil && $0.kind == .problem }
    let others = found.filter { $0.rule != input.rule && !input.mayAlsoRaise.contains($0.rule) }
    #expect(others.isEmpty, "\(others.map { "\($0.rule) \($0.message)" })")
    #expect(found.filter { $0.rule == input.rule }.count == 1)
  }

  @Test("sentences have at most 20 words, in both languages", arguments: BadInput.modest)
  func sentences(input: BadInput) throws {
    for language in Language.allCases {
      for finding in try lint(input, language).findings.prefix(100) where finding.lesson == nil {
        for text in [finding.message, finding.remedy ?? ""] {
          // A list of choices may be longer.
          for sentence in text.split(separator: /[.?!:;]( |$)/) where !sentence.contains(", ") {
            #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
          }
        }
      }
    }
  }
}

extension BadInput {
  /// Further findings that are right: what a broken part leaves out is not there.
  fileprivate var mayAlsoRaise: Set<String> {
    name == "a field twice, and another broken"
      ? ["yaml-syntax"] : ["verplicht-veld", "onbekend-veld"]
  }
}
