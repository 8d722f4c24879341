import TestSupport
import Testing

@Suite("Counting Dutch sentences")
struct DutchProseTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let lengths: [Int]
    var testDescription: String { text }
  }

  static let rows = [
    Row(text: "Er staat niet wie besluit. Wie doet dat?", lengths: [5, 3]),
    Row(text: "Dat kost € 12.500 per jaar.", lengths: [5]),
    Row(text: "Schrijf n.v.t. of p.m. op. Dat mag, bijv. bij een pilot.", lengths: [5, 6]),
    Row(
      text: "«{known(this.naam) ? this.naam : 'de bron. Zonder naam'}» betaalt {euro(x)}.",
      lengths: [3]
    ),
    Row(text: "De tijd is {{kort}}.", lengths: [4]),
    Row(text: "Noem «samen.» Daarna niet.", lengths: [2, 2]),
    Row(text: "{a.size() == 1 ? \"Een.\" : \"Twee.\"} Meer niet.", lengths: [3]),
    Row(text: "Zonder punt", lengths: [2]),
    Row(text: "Of – heel kort – zo.", lengths: [4]),
  ]

  @Test("words per sentence", arguments: rows)
  func lengths(row: Row) {
    #expect(DutchProse(row.text).sentences.map(\.count) == row.lengths)
  }

  @Test("texts in expressions are found, words lose their signs")
  func parts() {
    #expect(DutchProse.quoted(in: "«{a ? 'één' : \"twee {x}\"}» 'niet'") == ["één", "twee {x}"])
    #expect(DutchProse.withoutNames("Kies «af en toe» of niets.") == "Kies  of niets.")
    #expect(DutchProse("«Hoe» gaat 't?").words == ["hoe", "gaat", "t"])
  }
}
