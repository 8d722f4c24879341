import CEL
import Testing

@Suite("Time zones")
struct ZoneTests {
  /// A file without listed changes: what holds is the rule it closes with.
  private static func file(_ footer: String) -> [UInt8] {
    func header(types: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + Array(repeating: 0, count: 15 + 16) + [0, 0, 0, types, 0, 0, 0, 0]
    }
    return header(types: 0) + header(types: 1) + [0, 0, 0, 0, 0, 0] + Array("\n\(footer)\n".utf8)
  }

  private func hour(_ moment: String, _ footer: String) throws -> String {
    let library = StandardLibrary.standard { $0 == "hier" ? ZoneRules(Self.file(footer)) : nil }
    let environment = Environment(variables: [], functions: library)
    var frame = Frame(environment)
    let source = "timestamp('\(moment)').getHours('hier')"
    return try environment.compile(source).get().evaluate(in: &frame).description
  }

  @Test(
    "follow the rule that their file closes with",
    arguments: [
      ("2025-01-15T12:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", "13"),
      ("2025-07-15T12:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", "14"),
      ("2025-03-30T00:59:59Z", "CET-1CEST,M3.5.0,M10.5.0/3", "1"),
      ("2025-03-30T01:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", "3"),
      ("2025-10-26T00:59:59Z", "CET-1CEST,M3.5.0,M10.5.0/3", "2"),
      ("2025-10-26T01:00:00Z", "CET-1CEST,M3.5.0,M10.5.0/3", "2"),
      ("2025-01-15T12:00:00Z", "AEST-10AEDT,M10.1.0,M4.1.0/3", "23"),
      ("2025-07-15T12:00:00Z", "AEST-10AEDT,M10.1.0,M4.1.0/3", "22"),
      ("2025-07-15T12:00:00Z", "<+0545>-5:45", "17"),
      ("2025-07-15T12:00:00Z", "EST5", "7"),
      ("2024-03-01T12:00:00Z", "A0B,J60/0,J300/0", "13"),
      ("2024-02-29T12:00:00Z", "A0B,J60/0,J300/0", "12"),
      ("2024-02-29T12:00:00Z", "A0B,59/0,300/0", "13"),
    ]
  )
  func footer(_ moment: String, _ footer: String, _ hour: String) throws {
    #expect(try self.hour(moment, footer) == hour)
  }

  @Test("that are not known are an error")
  func unknown() {
    let environment = Environment(variables: [])
    var frame = Frame(environment)
    #expect(throws: EvaluationError.self) {
      try environment.compile("timestamp(0).getHours('Europe/Nergens')").get().evaluate(in: &frame)
    }
  }

  @Test("are not read from files cut short, or that are something else")
  func malformed() {
    let file = Self.file("CET-1")
    #expect(ZoneRules(file) != nil)
    for count in 0..<94 { #expect(ZoneRules(Array(file.prefix(count))) == nil, "\(count) bytes") }
    #expect(ZoneRules(Array("geen tijdzone".utf8)) == nil)
  }
}
