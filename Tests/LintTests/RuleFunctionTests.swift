import CEL
import Lint
import Testing

@Suite("Functions of rules")
struct RuleFunctionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let language: Language
    let example: Function.Example

    var testDescription: String { "\(language): \(example.expression)" }
  }

  static let rows: [Row] = Language.allCases.flatMap { language in
    ["euro", "percent", "opsomming"].flatMap { name in
      (RuleFunctions.library(for: language)[name]?.examples ?? []).map {
        Row(language: language, example: $0)
      }
    }
  }

  @Test("every example of the table gives what it says", arguments: rows)
  func examples(row: Row) throws {
    let environment = Environment(
      variables: [],
      functions: RuleFunctions.library(for: row.language)
    )
    let program = try environment.compile(row.example.expression).get()
    var frame = Frame(environment)
    #expect("\(try program.evaluate(in: &frame))" == row.example.result)
  }
}
