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
    #expect(try Self.result(of: row.example.expression, in: row.language) == row.example.result)
  }

  @Test(
    "amounts are written in groups of three, however large",
    arguments: [
      ("0.0", "€ 0"), ("999.0", "€ 999"), ("1000.0", "€ 1.000"), ("999.999", "€ 1.000"),
      ("118.11", "€ 118,11"), ("0.05", "€ 0,05"), ("-1234.5", "€ -1.234,50"),
      ("92233720368547758.0", "€ 92.233.720.368.547.760"),
      ("1e20", "€ 100.000.000.000.000.000.000"), ("1e300", "€ 1e+300"),
    ]
  )
  func amounts(amount: String, written: String) throws {
    #expect(try Self.result(of: "euro(\(amount))", in: .nl) == "\"\(written)\"")
  }

  private static func result(of expression: String, in language: Language) throws -> String {
    let functions = RuleFunctions.library(for: language)
    let environment = Environment(variables: [], functions: functions)
    let program = try environment.compile(expression).get()
    var frame = Frame(environment)
    return "\(try program.evaluate(in: &frame))"
  }
}
