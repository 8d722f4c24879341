/// A file that somebody may hand in as a plan, with what must be said of it.
package struct BadInput: Sendable, CustomStringConvertible {
  package let name: String
  /// Made when asked for, since some are large.
  package let bytes: @Sendable () -> [UInt8]
  /// The id of the finding that must come.
  package let rule: String
  /// Where it must stand, counted from 1.
  package let line: Int
  package let column: Int
  /// Words of its Dutch message or remedy.
  package let word: String

  package var description: String { name }

  /// A whole file.
  init(
    _ name: String,
    file bytes: @autoclosure @escaping @Sendable () -> [UInt8],
    _ rule: String,
    _ line: Int,
    _ column: Int,
    _ word: String
  ) {
    (self.name, self.bytes, self.rule, self.word) = (name, bytes, rule, word)
    (self.line, self.column) = (line, column)
  }

  /// A plan of which the sound beginning takes three lines.
  init(
    _ name: String,
    _ text: String,
    _ rule: String,
    _ line: Int,
    _ column: Int,
    _ word: String
  ) {
    self.init(name, file: Self.start + Array(text.utf8), rule, line, column, word)
  }

  static let start = Array("plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n".utf8)

  /// Every one.
  package static let all = modest + hostile

  /// Those of a few lines.
  package static let modest =
    encodings + wordProcessor + syntax + structure + notations + values + references
}

extension BadInput {
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private static let unknown =
    "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\nambtie: é\n"

  static let encodings: [BadInput] = [
    BadInput(
      "UTF-16 with a mark",
      file: utf16("\u{FEFF}" + unknown, bigEndian: false),
      "onbekend-veld",
      4,
      1,
      "ambitie"
    ),
    BadInput(
      "UTF-16, big-endian, without a mark",
      file: utf16(unknown, bigEndian: true),
      "onbekend-veld",
      4,
      1,
      "ambitie"
    ),
    BadInput(
      "UTF-16 with half a pair",
      file: utf16(String(unknown.dropLast()), bigEndian: false) + [0x00, 0xD8],
      "geen-utf8",
      4,
      10,
      "UTF-8"
    ),
    BadInput(
      "UTF-16 cut off in a character",
      file: utf16(String(unknown.dropLast()), bigEndian: false) + [0x41],
      "geen-utf8",
      4,
      10,
      "UTF-8"
    ),
    BadInput(
      "UTF-32",
      file: unknown.unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] },
      "onbekend-veld",
      4,
      1,
      "ambitie"
    ),
    BadInput(
      "Windows-1252",
      file: start + Array("ambitie: caf".utf8) + [0xE9] + Array(" \u{20AC}\n".utf8),
      "geen-utf8",
      4,
      13,
      "vermoedelijk «é»"
    ),
    BadInput(
      "Windows-1252 euro sign",
      file: start + Array("ambitie: ".utf8) + [0x80, 0x0A],
      "geen-utf8",
      4,
      10,
      "vermoedelijk «€»"
    ),
    BadInput(
      "a byte that is nothing anywhere",
      file: start + Array("ambitie: ".utf8) + [0x81],
      "geen-utf8",
      4,
      10,
      "niet te lezen"
    ),
    BadInput(
      "a mark of UTF-8 and CRLF",
      file: [0xEF, 0xBB, 0xBF]
        + Array("plantoets: 1\r\ngemeente: X\r\nprogramma: {naam: Y}\r\n".utf8),
      "verkeerd-type",
      2,
      11,
      "ingesprongen"
    ),
    BadInput(
      "lone CR",
      file: Array("plantoets: 1\rgemeente: X\rprogramma: {naam: Y}\r".utf8),
      "verkeerd-type",
      2,
      11,
      "ingesprongen"
    ),
    BadInput(
      "U+2028 and U+0085 end no line",
      "ambitie: een\u{2028}twee: drie\u{85}vier\nxyz: 1\n",
      "yaml-syntax",
      4,
      18,
      "aanhalingstekens"
    ),
    BadInput(
      "NUL",
      "ambitie: a\0b\n",
      "yaml-syntax",
      4,
      11,
      "onzichtbaar"
    ),
    BadInput(
      "the soft line end of Word",
      "ambitie: een\u{0B}twee\u{0B}drie\n",
      "yaml-syntax",
      4,
      13,
      "Zo staan er 2"
    ),
    BadInput(
      "a Word file",
      file: Array("PK\u{3}\u{4}".utf8) + [0x14, 0, 6, 0],
      "bestand-onleesbaar",
      1,
      1,
      "Word"
    ),
    BadInput("a PDF", file: Array("%PDF-1.7\n".utf8), "bestand-onleesbaar", 1, 1, "pdf"),
    BadInput("RTF", file: Array("{\\rtf1\\ansi}".utf8), "bestand-onleesbaar", 1, 1, "rtf"),
  ]

  static let wordProcessor: [BadInput] = [
    BadInput(
      "non-breaking spaces as indentation",
      "herkomst:\n\u{A0}\u{A0}soort: plan\n",
      "teken-uit-word",
      5,
      1,
      "gewone spaties"
    ),
    BadInput(
      "a non-breaking space behind a colon",
      "herkomst:\n  soort:\u{A0}plan\n",
      "teken-uit-word",
      5,
      9,
      "gewone spaties"
    ),
    BadInput(
      "a long dash before an item",
      "themas:\n  – id: t1\n    naam: Taal\n",
      "teken-uit-word",
      5,
      3,
      "gewoon streepje"
    ),
    BadInput(
      "a bullet before an item",
      "themas:\n• id: t1\n",
      "teken-uit-word",
      5,
      1,
      "bolletje"
    ),
    BadInput(
      "curled quotes around a colon",
      "ambitie: “meer: beter”\n",
      "teken-uit-word",
      4,
      10,
      "rechte aanhalingstekens"
    ),
    BadInput(
      "low quotes around a comma",
      "themas: [{id: t1, naam: „taal, lezen”}]\n",
      "teken-uit-word",
      4,
      25,
      "rechte aanhalingstekens"
    ),
    BadInput(
      "curled quotes that cannot be mended",
      "ambitie: “meer: \"beter\"”\n",
      "yaml-syntax",
      4,
      15,
      "kromme aanhalingstekens"
    ),
    BadInput(
      "curled quotes around a choice",
      "herkomst: {soort: “plan”, bron: ‘x’}\nambtie: a\n",
      "onbekende-waarde",
      4,
      19,
      "Bedoelde je «plan»?"
    ),
    BadInput(
      "a zero-width space in a name",
      "ambi\u{200B}tie: beter\n",
      "onbekend-veld",
      4,
      1,
      "Bedoelde je «ambitie»?"
    ),
  ]

  static let syntax: [BadInput] = [
    BadInput("a tab as indentation", "herkomst:\n\tsoort: plan\n", "yaml-syntax", 5, 1, "spaties"),
    BadInput(
      "a field too far to the right",
      "herkomst:\n  soort: plan\n    bron: x\n",
      "yaml-syntax",
      6,
      9,
      "recht onder elkaar"
    ),
    BadInput(
      "a field too far to the left",
      "herkomst:\n    soort: plan\n  bron: x\n",
      "yaml-syntax",
      6,
      3,
      "recht onder elkaar"
    ),
    BadInput(
      "a colon in a text",
      "ambitie: let op: komt nog\n",
      "yaml-syntax",
      4,
      16,
      "aanhalingstekens"
    ),
    BadInput("a dash behind a colon", "themas: - taal\n", "yaml-syntax", 4, 9, "volgende regel"),
    BadInput(
      "an open quote",
      "ambitie: \"beter\ntoelichting: x\n",
      "yaml-syntax",
      4,
      10,
      "aan het eind"
    ),
    BadInput(
      "an apostrophe in single quotes",
      "ambitie: 'thema's kiezen'\n",
      "yaml-syntax",
      4,
      17,
      "enkele aanhalingstekens"
    ),
    BadInput(
      "an open bracket",
      "themas: [{id: t1}\ntoelichting: x\n",
      "yaml-syntax",
      4,
      9,
      "sluithaak"
    ),
    BadInput(
      "an open brace",
      "herkomst: {soort: plan\ntoelichting: x\n",
      "yaml-syntax",
      4,
      11,
      "sluithaak"
    ),
    BadInput(
      "a bracket that closes twice",
      "themas: [{id: t1}]]\n",
      "yaml-syntax",
      4,
      19,
      "aanhalingstekens"
    ),
    BadInput(
      "text behind a bracket",
      "ambitie: [concept] beter\n",
      "yaml-syntax",
      4,
      20,
      "aanhalingstekens"
    ),
    BadInput(
      "text behind a block mark",
      "ambitie: | beter\n",
      "yaml-syntax",
      4,
      12,
      "volgende regel"
    ),
    BadInput("an at sign", "ambitie: @school\n", "yaml-syntax", 4, 10, "«@»"),
    BadInput("a percent sign", "ambitie: %5 meer\n", "yaml-syntax", 4, 10, "«%»"),
    BadInput("a star around a word", "ambitie: *beter*\n", "yaml-syntax", 4, 10, "«*»"),
    BadInput("an exclamation mark", "ambitie: !Beter\n", "yaml-syntax", 4, 10, "uitroepteken"),
    BadInput(
      "a tag that nobody knows",
      "ambitie: !euro 12\n",
      "yaml-syntax",
      4,
      10,
      "uitroepteken"
    ),
    BadInput("a backslash", "ambitie: \"C:\\Documenten\"\n", "yaml-syntax", 4, 13, "enkele"),
    BadInput(
      "no colon",
      "herkomst:\n  soort plan\n  bron: x\n",
      "yaml-syntax",
      6,
      7,
      "recht onder elkaar"
    ),
    BadInput(
      "a loose line between sections",
      "herkomst:\n  soort: plan\nnog in te vullen\nambitie: x\n",
      "yaml-syntax",
      6,
      1,
      "toelichting"
    ),
    BadInput(
      "a title above the plan",
      file: Array("Plan van Assen\n".utf8) + start,
      "yaml-syntax",
      1,
      1,
      "toelichting"
    ),
    BadInput("an alias to nothing", "ambitie: *doel\n", "yaml-syntax", 4, 10, "verwijst"),
    BadInput("an alias inside itself", "themas: &a [*a]\n", "yaml-syntax", 4, 13, "zichzelf"),
    BadInput("a merge of a text", "herkomst:\n  <<: plan\n", "yaml-syntax", 5, 7, "groepje"),
    BadInput(
      "two plans in a file",
      "---\nplantoets: 1\n",
      "meer-dan-een-plan",
      4,
      1,
      "eigen bestand"
    ),
  ]

  static let structure: [BadInput] = [
    BadInput("nothing", file: [], "geen-plan", 1, 1, "plantoets: 1"),
    BadInput("only remarks", file: Array("# niets\n".utf8), "geen-plan", 1, 1, "plantoets: 1"),
    BadInput("a letter", file: Array("Geachte raad,\n".utf8), "geen-plan", 1, 1, "plantoets: 1"),
    BadInput("a list", file: Array("- plantoets\n".utf8), "geen-plan", 1, 1, "plantoets: 1"),
    BadInput("other YAML", file: Array("services: {}\n".utf8), "geen-plan", 1, 1, "plantoets: 1"),
    BadInput(
      "a field twice",
      "ambitie: a\nambitie: b\n",
      "dubbel-veld",
      5,
      1,
      "eerst op regel 4"
    ),
    BadInput(
      "a field twice, and another broken",
      "ambitie: a\nthemas: [\nambitie: b\n",
      "dubbel-veld",
      6,
      1,
      "eerst op regel 4"
    ),
    BadInput("a field mistyped", "doelgropen: []\n", "onbekend-veld", 4, 1, "«doelgroepen»"),
    BadInput(
      "a field of another section",
      "looptijd: {start: 2024}\n",
      "onbekend-veld",
      4,
      1,
      "hoort bij «programma»"
    ),
    BadInput(
      "a field of the plan in a section",
      "herkomst: {themas: []}\n",
      "onbekend-veld",
      4,
      12,
      "helemaal links"
    ),
    BadInput(
      "no programme",
      file: Array("plantoets: 1\ngemeente: {naam: X}\n".utf8),
      "verplicht-veld",
      1,
      1,
      "«programma:»"
    ),
    BadInput(
      "a municipality without a name",
      file: Array("plantoets: 1\ngemeente: {cbs_code: GM0106}\nprogramma: {naam: Y}\n".utf8),
      "verplicht-veld",
      2,
      11,
      "bij «gemeente»"
    ),
    BadInput(
      "a version to come",
      file: Array("plantoets: 2\ngemeente: {naam: X}\n".utf8),
      "onbekende-waarde",
      1,
      12,
      "Schrijf: 1."
    ),
    BadInput(
      "a text for a list",
      "themas: taal\n",
      "verkeerd-type",
      4,
      9,
      "«themas» hoort een lijst"
    ),
    BadInput(
      "a list for a text",
      "ambitie: [a, b]\n",
      "verkeerd-type",
      4,
      10,
      "«ambitie» hoort één waarde"
    ),
    BadInput("fields for a list", "themas: {id: t1}\n", "verkeerd-type", 4, 9, "streepje"),
  ]

  static let notations: [BadInput] = {
    func source(_ amount: String) -> String { "begroting:\n  totaal: \(amount)\n" }
    func day(_ date: String) -> String { "peildatum: \(date)\n" }
    return [
      BadInput("a thousands point", source("12.500"), "bedrag-verdacht", 5, 11, "Bedoel je 12500?"),
      BadInput("cents with a comma", source("45000,00"), "verkeerde-notatie", 5, 11, "je 45000?"),
      BadInput(
        "cents with a comma in braces",
        "begroting: {totaal: 45000,00}\n",
        "verkeerde-notatie",
        4,
        21,
        "Alleen «45000» is gelezen"
      ),
      BadInput("millions in words", source("€ 1,5 mln"), "verkeerde-notatie", 5, 11, "je 1500000?"),
      BadInput("thousands with k", source("250k"), "verkeerde-notatie", 5, 11, "Bedoel je 250000?"),
      BadInput(
        "about an amount",
        source("ca. € 12.500 per jaar"),
        "verkeerde-notatie",
        5,
        11,
        "je 12500?"
      ),
      BadInput("a range", source("10.000 - 15.000"), "verkeerde-notatie", 5, 11, "Schrijf PM"),
      BadInput("an amount in words", source("nader te bepalen"), "verkeerde-notatie", 5, 11, "PM"),
      BadInput("less than nothing", source("-500"), "verkeerde-notatie", 5, 11, "250000"),
      BadInput("31 February", day("31-02-2025"), "verkeerde-notatie", 4, 12, "je 2025-02-28?"),
      BadInput("29 February", day("2023-02-29"), "verkeerde-notatie", 4, 12, "je 2023-02-28?"),
      BadInput(
        "a quarter",
        day("1e kwartaal 2024"),
        "verkeerde-notatie",
        4,
        12,
        "je 2024-01 of 2024-03?"
      ),
      BadInput("Q3", day("Q3 2024"), "verkeerde-notatie", 4, 12, "je 2024-07 of 2024-09?"),
      BadInput("a date in words", day("1 juli 2025"), "verkeerde-notatie", 4, 12, "je 2025-07-01?"),
      BadInput(
        "two digits for a year",
        day("1-9-22"),
        "verkeerde-notatie",
        4,
        12,
        "je 2022-09-01?"
      ),
      BadInput("about a year", day("medio 2024"), "verkeerde-notatie", 4, 12, "Bedoel je 2024?"),
      BadInput("no date at all", day("z.s.m."), "verkeerde-notatie", 4, 12, "PM"),
      BadInput(
        "a CBS code without letters",
        file: Array(
          "plantoets: 1\ngemeente: {naam: X, cbs_code: 0106}\nprogramma: {naam: Y}\n".utf8
        ),
        "verkeerde-notatie",
        2,
        31,
        "Bedoel je GM0106?"
      ),
      BadInput(
        "yes in English",
        "herkomst: {volledig: yes}\n",
        "verkeerde-notatie",
        4,
        22,
        "je ja?"
      ),
      BadInput(
        "a count with a word",
        file: Array("plantoets: 1\ngemeente: {naam: X, inwonertal: 47.000 inwoners}\n".utf8),
        "verkeerde-notatie",
        2,
        33,
        "Bedoel je 47000?"
      ),
    ]
  }()

  static let values: [BadInput] = [
    BadInput(
      "a choice mistyped",
      "financiering:\n  bronnen:\n    - {id: b, karakter: insidenteel}\n",
      "onbekende-waarde",
      6,
      25,
      "«karakter» moet incidenteel of structureel zijn"
    ),
    BadInput(
      "a choice in capitals",
      "herkomst: {soort: PLAN}\n",
      "onbekende-waarde",
      4,
      19,
      "«plan»"
    ),
    BadInput(
      "no such choice",
      file: Array("plantoets: 1\ngemeente: {naam: X}\nprogramma: {regeling: npo}\n".utf8),
      "onbekende-waarde",
      3,
      23,
      "npo-gemeenten"
    ),
    BadInput(
      "an id with spaces",
      "themas: [{id: taal en lezen, naam: a}]\n",
      "past-niet-in-schema",
      4,
      15,
      "Schrijf bijvoorbeeld"
    ),
    BadInput(
      "an item twice",
      "doelgroepen: [{id: d1, fase: [po, po]}]\n",
      "past-niet-in-schema",
      4,
      35,
      "noemt «po» twee keer"
    ),
  ]

  static let references: [BadInput] = [
    BadInput(
      "a reference to nothing",
      "doelgroepen: [{id: jong}]\nactiviteiten: [{id: a, doelgroepen: [jnog]}]\n",
      "verwijzing-bestaat-niet",
      5,
      38,
      "Bedoelde je «jong»?"
    ),
    BadInput(
      "an id twice",
      "themas:\n  - {id: t1}\n  - {id: t1}\n",
      "dubbele-id",
      6,
      10,
      "regel 5"
    ),
    BadInput(
      "an id that nothing uses",
      "themas: [{id: taal}, {id: zorg}, {id: sport}]\nactiviteiten: [{id: a, thema: zorg}]\n",
      "id-ongebruikt",
      4,
      15,
      "«taal» en «sport»"
    ),
  ]
}
