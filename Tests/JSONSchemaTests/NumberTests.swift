import JSONSchema
import Testing

@Suite("Numbers")
struct NumberTests {
  static let limits: [(number: String, limit: String, order: Int)] = [
    ("1", "1.0", 0), ("100", "1e2", 0), ("0.1", "1e-1", 0), ("-0", "0", 0), ("+5", "5", 0),
    ("0x1F", "31", 0), ("0o17", "15", 0), (".5", "0.5", 0), ("5.", "5", 0),
    ("9007199254740993", "9007199254740992", 1),
    ("123456789012345678901234567890", "123456789012345678901234567889", 1),
    ("0.30000000000000004", "0.3", 1), ("1e400", "1e399", 1), ("-1e400", "1", -1),
    (".inf", "1e400", 1), ("-.inf", "-1e400", -1), ("-2", "-1", -1), ("0", "-1", 1),
    ("0.5", "0.25", 1), ("9", "10", -1), ("1e-400", "0", 1),
    ("1e99999999999999999999", "1e5", 1),
  ]

  @Test("compare exactly, of any size", arguments: limits)
  func comparison(_ number: String, _ limit: String, _ order: Int) throws {
    let holds: (String) throws -> Bool = { keyword in
      try Fixture.violations(of: number, by: "\(keyword): \(limit)").isEmpty
    }
    #expect(try holds("minimum") == (order >= 0))
    #expect(try holds("exclusiveMinimum") == (order > 0))
    #expect(try holds("maximum") == (order <= 0))
    #expect(try holds("exclusiveMaximum") == (order < 0))
    #expect(try holds("const") == (order == 0))
  }

  static let multiples: [(number: String, divisor: String, holds: Bool)] = [
    ("0.3", "0.1", true), ("1.1", "0.1", true), ("0", "7", true), ("-21", "7", true),
    ("1e308", "0.123456789", false), ("1e308", "0.5", true), ("12391239123", "1e-8", true),
    ("10", "4", false), ("10", "2.5", true), ("1e400", "3", false), ("3e400", "3", true),
    ("5", "10", false), ("100", "20", true), ("0.01", "0.02", false),
    ("18446744073709551615", "4294967297", true), ("1", "18446744073709551615", false),
    ("18446744073709551619", "18446744073709551557", false),
    ("36893488147419103114", "18446744073709551557", true),
  ]

  @Test("are divided exactly", arguments: multiples)
  func division(_ number: String, _ divisor: String, _ holds: Bool) throws {
    let violations = try Fixture.violations(of: number, by: "multipleOf: \(divisor)")
    #expect(violations.isEmpty == holds)
  }

  static let texts: [(written: String, shown: String)] = [
    ("1.50", "1.5"), ("-0.25", "-0.25"), ("0.000", "0"), ("12e3", "12000"), ("100", "100"),
    ("1e-3", "0.001"), ("1.5e300", "15e299"), ("123.456", "123.456"), ("-7", "-7"),
  ]

  @Test("are shown in plain digits", arguments: texts)
  func description(_ written: String, _ shown: String) throws {
    let violations = try Fixture.violations(of: ".inf", by: "maximum: \(written)")
    #expect(violations.map(\.description) == ["$: above \(shown)"])
  }

  static let counts = ["1", "1.0", "1e0", "10e-1"]

  @Test("count however they are written", arguments: counts)
  func count(_ written: String) throws {
    #expect(
      try Fixture.violations(of: "[a]", by: "{minItems: \(written), maxItems: \(written)}").isEmpty
    )
    #expect(try Fixture.violations(of: "[a]", by: "minItems: 1e30").count == 1)
    #expect(try Fixture.violations(of: "[a]", by: "maxItems: 1e30").isEmpty)
  }
}
