import CEL
import Lint
import Testing
import YAML

@Suite("Dutch notation")
struct DutchFormatTests {
  /// What reading a text gave, in words.
  private func read(_ text: String, _ format: DutchFormat, _ style: Scalar.Style = .plain) -> String
  {
    switch format.read(Scalar(text, style: style)) {
    case .value(let kind): "\(Value(kind))"
    case .wrong(let meant):
      "wrong" + (meant.isEmpty ? "" : ", meant \(meant.joined(separator: " or "))")
    case .noSuchDay(let last): "no such day, last is \(last)"
    case .suspicious(let suggestion): "suspicious, meant \(suggestion)"
    }
  }

  @Test(
    "amounts",
    arguments: [
      ("250000", "250000.0"), ("€ 250.000", "250000.0"), ("250.000,00", "250000.0"),
      ("1.250.000", "1250000.0"), ("12.500", "suspicious, meant 12500"), ("€12.500", "12500.0"),
      ("12.500,-", "12500.0"), ("12500.50", "12500.5"), ("€\u{A0}1.250.000", "1250000.0"),
      ("45000,00", "wrong, meant 45000"), ("€ 1,5 mln", "wrong, meant 1500000"),
      ("250k", "wrong, meant 250000"), ("veel", "wrong"), ("12.50.000", "wrong"),
      ("-5", "wrong"),
      ("ca. € 12.500 per jaar", "wrong, meant 12500"), ("10.000 - 15.000", "wrong"),
      ("1,250,000.50", "wrong, meant 1250000.50"), ("“12500”", "wrong, meant 12500"),
      ("€ 1.250.000,50", "1250000.5"), ("2,5 miljoen euro", "wrong, meant 2500000"),
      ("200000000000000000,5", "wrong"), ("45,05", "wrong, meant 45.05"),
    ]
  )
  func amounts(text: String, expected: String) {
    #expect(read(text, .amount) == expected)
  }

  @Test("an amount in quotes is a text, so its point is a thousands mark")
  func quotedAmount() {
    #expect(read("12.500", .amount, .doubleQuoted) == "12500.0")
  }

  @Test(
    "dates and their intervals",
    arguments: [
      ("2025-07-31", "2025-07-31"), ("31-07-2025", "2025-07-31"), ("2025-07", "2025-07"),
      ("2025", "2025"), ("2025-02-29", "no such day, last is 2025-02-28"),
      ("31-02-2025", "no such day, last is 2025-02-28"),
      ("31-04-2025", "no such day, last is 2025-04-30"),
      ("31-13-2025", "wrong, meant 2025"), ("2025-31-01", "wrong, meant 2025"),
      ("1 juli 2025", "wrong, meant 2025-07-01"), ("1-7-2025", "wrong, meant 2025-07-01"),
      ("juli 2025", "wrong, meant 2025-07"),
      ("1e kwartaal 2024", "wrong, meant 2024-01 or 2024-03"),
      ("Q4 2024", "wrong, meant 2024-10 or 2024-12"),
      ("2024-Q2", "wrong, meant 2024-04 or 2024-06"),
      ("kwartaal 3 van 2024", "wrong, meant 2024-07 or 2024-09"),
      ("medio 2024", "wrong, meant 2024"),
      ("1 sept. 2024", "wrong, meant 2024-09-01"), ("1-9-22", "wrong, meant 2022-09-01"),
      ("schooljaar 2024/2025", "wrong, meant 2024-2025"), ("2024-2026", "wrong"),
      ("z.s.m.", "wrong"), ("2025–07–31", "2025-07-31"),
    ]
  )
  func dates(text: String, expected: String) {
    #expect(read(text, .date).replacing("date(\"", with: "").replacing("\")", with: "") == expected)
  }

  @Test("a school year runs from 1 August to 31 July")
  func schoolYear() throws {
    let interval = try #require(DutchFormat.date("2024-2025"))
    #expect(interval.first == CalendarDate(year: 2024, month: 8, day: 1))
    #expect(interval.last == CalendarDate(year: 2025, month: 7, day: 31))
  }

  @Test(
    "the other formats",
    arguments: [
      ("ja", DutchFormat.yesNo, "true"), ("Nee", .yesNo, "false"), ("true", .yesNo, "true"),
      ("yes", .yesNo, "wrong, meant ja"), ("misschien", .yesNo, "wrong"),
      ("“ja”", .yesNo, "wrong, meant ja"),
      ("120 leerlingen", .count, "wrong, meant 120"), ("ca. 1.200", .count, "wrong"),
      ("30 procent", .percentage, "wrong, meant 30%"),
      ("gm 0106", .municipalityCode, "wrong, meant GM0106"),
      ("120", .count, "120"), ("1.450", .count, "suspicious, meant 1450"), ("-1", .count, "wrong"),
      ("0,5", .number, "0.5"), ("0.5", .number, "0.5"), ("half", .number, "wrong"),
      ("25%", .percentage, "25.0"), ("12,5 %", .percentage, "12.5"),
      ("2022-2023", .schoolYear, "\"2022-2023\""),
      ("2022/23", .schoolYear, "wrong, meant 2022-2023"),
      ("2022-2024", .schoolYear, "wrong"),
      ("GM0106", .municipalityCode, "\"GM0106\""),
      ("0106", .municipalityCode, "wrong, meant GM0106"),
      ("106", .municipalityCode, "wrong, meant GM0106"), ("Assen", .municipalityCode, "wrong"),
    ]
  )
  func others(text: String, format: DutchFormat, expected: String) {
    #expect(read(text, format) == expected)
  }

  @Test(
    "words that mean something anywhere",
    arguments: [
      ("PM", true), ("p.m.", true), ("Onbekend", true), ("n.v.t.", true), ("nvt", true),
      ("pmt", false), ("onbekende", false),
    ]
  )
  func words(text: String, isWord: Bool) {
    #expect((ScalarWord(text) != nil) == isWord)
  }
}
