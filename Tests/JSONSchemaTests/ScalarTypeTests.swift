import JSONSchema
import SourceText
import Testing
import YAML

@Suite("Types of scalars")
struct ScalarTypeTests {
  static let texts = [
    "~", "null", "Null", "NULL", "nul", "nulll", "true", "True", "TRUE", "tRUE", "false", "False",
    "FALSE", "falsee", "ja", "yes", "no", "on", "0", "-0", "+1", "12.500", "1_000", "1.2.3", ".",
    "-", "+", "..", "-.", "1.", ".5", "-.5", "1e5", "1e", "e5", "1.e5", ".e5", "1e+5", "1e-",
    "0x1F",
    "0xG", "0o17", "0o8", "0b1", "017", "-0x1F", "0x", ".inf", "-.inf", "+.INF", ".Inf", ".iNF",
    ".nan",
    ".NaN", "-.nan", "2022-09-01", "2022", "12:30", "€ 5", "5 km", "GM0106", "1,5", "--1", "+-1",
    "99999999999999999999", "1e999", "0x1FFFFFFFFFFFFFFFFF", "n.v.t.", "Nee", "Total", "Fout", "~a",
  ]

  @Test("agree with the core schema", arguments: texts)
  func agreement(_ text: String) throws {
    let expected: TypeSet =
      switch ScalarResolver.resolve(Scalar(text), tag: nil) {
      case .null: .null
      case .bool: .boolean
      case .int: [.integer, .number]
      case .float(let value):
        value == value.rounded() && value.isFinite ? [.integer, .number] : .number
      case .string: .string
      }
    let violations = Validator(try Fixture.schema("type: array"))
      .validate(Node(kind: .scalar(Scalar(text)), range: SourceRange(0, 0)))
    guard case .wrongType(_, let found)? = violations.first?.kind else {
      Issue.record("expected a wrong type, found \(violations)")
      return
    }
    // `Double` holds no number above 1e308; these are whole all the same.
    #expect(found == expected || text == "1e999")
  }
}
