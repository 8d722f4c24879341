import JSONSchema
import Testing

@Suite("Formats beyond the suite")
struct FormatTests {
  static let rows: [(format: String, text: String, isValid: Bool)] = [
    ("date", "2024-02-29", true), ("date", "2023-02-29", false), ("date", "0000-01-01", true),
    ("date-time", "1990-12-31T23:59:60Z", true),
    ("date-time", "1990-12-31T18:59:60-05:00", true),
    ("date-time", "1991-01-01T00:59:60+01:00", true),
    ("date-time", "1990-12-31T23:59:60+01:00", false),
    ("date-time", "2024-01-01T12:00:00.Z", false), ("date-time", "2024-01-01 12:00:00Z", false),
    ("email", "a@b", true), ("email", "a@-b.nl", false), ("email", "a@b..nl", false),
    ("email", "\"a\\\"b\"@c.nl", true), ("email", "\"a\"b\"@c.nl", false),
    ("email", "\"a@c.nl", false),
    ("email", "a@[IPv6:2001:db8::192.0.2.1]", true), ("email", "a@[IPv6:1::2::3]", false),
    ("email", "a@[1.2.3]", false), ("email", "\(String(repeating: "a", count: 65))@b.nl", false),
    ("email", "é@b.nl", false),
    ("uri", "a:", true), ("uri", "http://[v1.fe80::a+en1]/", true), ("uri", "http://[::1", false),
    ("uri", "http://[1:2:3:4:5:6:7:8:9]", false), ("uri", "http://[1::2:3:4:5:6:7]", true),
    ("uri", "http://[:::]", false), ("uri", "http://a@b@c/", false),
    ("uri", "http://a:80:90/", false),
    ("uri", "http://a:/", true), ("uri", "urn:a?b#c#d", false), ("uri", "file:///etc", true),
    ("uri", "http://a/%7e", true),
  ]

  @Test("judge as their standards say", arguments: rows)
  func format(_ format: String, _ text: String, _ isValid: Bool) throws {
    let options = Validator.Options(assertFormats: true)
    let validator = Validator(try Fixture.schema("format: \(format)"), options: options)
    #expect(validator.isValid(Fixture.text(text)) == isValid)
  }
}
