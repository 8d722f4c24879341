import FoundationEssentials
import Lint
import SourceText
import TestSupport
import Testing
import YAML

/// A plan is read straight from YAML's events only when that gives the very plan that reading it thoroughly gives.
@Suite("Reading sound plans")
struct SoundReadingTests {
  private static let schema = Result { try TestPack.load().schema }

  private func compare(_ text: String, schema: PlanSchema? = nil) throws -> PlanComparison {
    let reader = PlanReader(schema: try schema ?? Self.schema.get())
    return PlanComparison(reader, SourceFile(path: "plan.yaml", text: text))
  }

  private func compare(_ bytes: [UInt8]) throws -> PlanComparison {
    let reader = PlanReader(schema: try Self.schema.get())
    return PlanComparison(reader, SourceFile(path: "plan.yaml", bytes: bytes))
  }

  @Test(
    "is quick for the example plans in whose form nothing is wrong",
    arguments: [
      "assen", "brunssum", "midden-groningen", "stichtse-vecht", "voorbeeldstad", "weert",
    ]
  )
  func examples(name: String) throws {
    let plan = try TestPack.plan(name)
    let comparison = try compare(plan.bytes)
    #expect(comparison.isSound)
    #expect(comparison.difference == nil)
    // Windows writes lines so.
    let windows = try compare(plan.text(in: plan.range).replacing("\n", with: "\r\n"))
    #expect(windows.isSound)
    #expect(windows.difference == nil)
  }

  @Test("gives the same for the draft plans", .enabled(if: SharedFolder.isThere))
  func drafts() throws {
    let folder = try #require(SharedFolder.url).appending(path: "domain/drafts")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      #expect(try compare(bytes).difference == nil, "\(name)")
    }
  }

  @Test("gives the same for bad input, or nothing", arguments: BadInput.all)
  func bad(input: BadInput) throws {
    #expect(try compare(input.bytes()).difference == nil)
  }

  /// More items than are compared one by one, most of which nothing names.
  private static let manyThemes = (0..<40).map { "{id: n\($0)}, {id: een-langere-naam-\($0)}" }
    .joined(separator: ", ")

  private static let start = "plantoets: 1\ngemeente: {naam: X}\nprogramma: {naam: Y}\n"

  @Test(
    "is quick for what a sound plan may hold",
    arguments: [
      "",
      "ambitie:\n",
      "ambitie: \"\"\n",
      "ambitie: PM\nthemas: p.m.\nherkomst: onbekend\nmonitoring: n.v.t.\n",
      "ambitie: 'met ''aanhalingstekens'''\n",
      "ambitie: \"een \\\"woord\\\" en \\u20AC\"\n",
      "ambitie: |\n  Twee regels,\n  met een witregel.\n\n\ntoelichting: >-\n  gevouwen\n  tekst\n",
      "ambitie: over\n  twee regels\n",
      "ambitie: € 5 voor ‘taal’ – en één ding\ntoelichting: ïë\n",
      "ambitie: 12\n",
      "ambitie: true\n",
      "# alleen een opmerking\n",
      "...\n",
      "peildatum: 31-12-2024\n",
      "peildatum: 2024-2025\n",
      "peildatum: \"2024\"\n",
      "begroting: {totaal: € 1.250.000, per_jaar: {2024: \"€ 12.500,50\", 2025: 1.250.000}}\n",
      "begroting: {totaal: 250000, per_jaar: {2024: 100.50, \"2025\": € 12.000}}\n",
      "begroting:\n  totaal: 250.000,00\n  per_jaar:\n    2024: PM\n",
      "herkomst: {volledig: nee}\nactiviteiten: [{id: a1, doelgroepen: [wie]}]\n",
      "activiteiten: [{id: a1}]\nherkomst: {bron: x, volledig: Nee}\n",
      "herkomst: {volledig: false}\nambitie: \"volledig: nee\"\n",
      "ambitie: \"volledig: nee\"\n",
      "herkomst: {}\nthemas: []\n",
      "doelgroepen: [{id: d1, fase: [po, vo]}, {id: d2}]\nactiviteiten: [{id: a, doelgroepen: [d1, d2]}]\n",
      "themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1, naam: t2}]\n",
      "themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1}, {id: b, thema: PM}]\n",
      "themas: [{id: t1}, {id: plan}]\nherkomst: {soort: plan}\nactiviteiten: [{id: a, thema: t1}]\n",
      "themas: [{id: t1}, {id: d1}]\ndoelgroepen: [{id: d1}]\nactiviteiten: [{id: a, thema: t1, doelgroepen: [d1]}]\n",
      "themas: [{id: t1}, {id: een-langere-naam}]\nambitie: een-langere-naam\nactiviteiten: [{id: a, thema: t1}]\n",
      "themas: [{id: t1}, \(manyThemes)]\nambitie: een-langere-naam-9\nactiviteiten: [{id: a, thema: t1, naam: n7}]\n",
      "risicos:\n- omschrijving:\n  maatregel: x\n- omschrijving: wie\n- omschrijving: wie\n",
      "risicos: [{omschrijving: PM}, {omschrijving: PM}, {omschrijving: \"\"}]\n",
      "risicos: [{omschrijving: wie}, {}]\n",
      "activiteiten:\n  - id: a1\n    bereik: {aantal: 20}\n    start: 2024-02\n    budget: 12500\n",
    ]
  )
  func sound(rest: String) throws {
    for ending in ["\n", "\r\n"] {
      let text = (Self.start + rest).replacing("\n", with: ending)
      let comparison = try compare(text)
      #expect(comparison.isSound)
      #expect(comparison.difference == nil)
      let marked = try compare("\u{FEFF}" + text)
      #expect(marked.difference == nil)
    }
  }

  @Test(
    "does not stop at a number that is larger than any",
    arguments: [
      "99999999999999999999", "€ 99999999999999999", "9.999.999.999.999.999",
      "99.345.678.901.234,56", "999999999999999,99", "9.007.199.254.740,99",
      "90.071.992.547.409,93", "00000000000000000000",
    ]
  )
  func large(amount: String) throws {
    for quote in ["", "\""] {
      let written = quote + amount + quote
      let activities = "activiteiten:\n  - {id: a, bereik: {aantal: \(written)}}\n"
      let text = Self.start + "begroting:\n  totaal: \(written)\n" + activities
      #expect(try compare(text).difference == nil)
    }
  }

  @Test(
    "tells what is wrong with notation, references, words and fields",
    arguments: [
      ("begroting: {totaal: 12.500}\n", ["bedrag-verdacht"]),
      ("begroting: {totaal: veel}\n", ["verkeerde-notatie"]),
      (
        "peildatum: 31-02-2024\nbegroting: {totaal: 1.2.3}\n",
        ["verkeerde-notatie", "verkeerde-notatie"]
      ),
      ("themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1}]\n", ["id-ongebruikt"]),
      (
        "themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1, budget: t2}]\n",
        ["verkeerde-notatie"]
      ),
      (
        "themas: [{id: t1}, {id: een-langere-naam}]\n"
          + "activiteiten: [{id: a, thema: t1, budget: een-langere-naam}]\n",
        ["verkeerde-notatie"]
      ),
      ("themas: [{id: t1}]\nactiviteiten: [{id: a, thema: t3}]\n", ["verwijzing-bestaat-niet"]),
      (
        "themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1}, {id: b, thema: t3}]\n",
        ["id-ongebruikt", "verwijzing-bestaat-niet"]
      ),
      (
        "herkomst: {volledig: nee}\nthemas: [{id: t1}]\nactiviteiten: [{id: a, thema: t3}]\n",
        ["verwijzing-bestaat-niet"]
      ),
      ("herkomst: {soort: verzonnen}\n", ["onbekende-waarde"]),
      ("activiteiten: [{id: a, budjet: 3, naam: x}]\n", ["onbekend-veld"]),
      ("ambitie: x\nnotities:\ngrootte: 3\n", ["onbekend-veld", "onbekend-veld"]),
      ("financiering: {bronnen: [{naam: NPO}]}\n", ["verplicht-veld"]),
      (
        "themas: [{id: t1}, {id: t2}]\nactiviteiten: [{id: a, thema: t1, opmerking: t2}]\n",
        ["onbekend-veld"]
      ),
    ]
  )
  func problems(rest: String, rules: [String]) throws {
    let text = Self.start + rest
    let comparison = try compare(text)
    #expect(comparison.isSound)
    #expect(comparison.difference == nil)
    let plan = try PlanReader(schema: Self.schema.get()).readSound(SourceFile(path: "", text: text))
    #expect(plan?.problems.map(\.rule) == rules)
  }

  @Test(
    "leaves to a thorough reading what it cannot vouch for",
    arguments: [
      "ambitie: ~\n",
      "ambitie: !!str tekst\n",
      "ambitie: &doel tekst\ntoelichting: *doel\n",
      "herkomst: {<<: {soort: plan}}\n",
      "ambitie: a\u{7}b\n",
      "ambitie: \u{85}\n",
      "activiteiten: [{id: a, thema: t1}]\n",
      "doelgroepen: [{id: d, fase: [po, po]}]\n",
      "risicos: [PM, PM]\n",
      "themas: [{id: t1}, {id: \"2024\"}]\nactiviteiten: [{thema: t1, start: 2024}]\n",
      "themas: [{id: t1}, {id: PM}]\nactiviteiten: [{thema: t1}]\n",
      "begroting: {per_jaar: {2024: 1, \"2024\": 2}}\n",
      "gemeente: {naam: Z}\n",
      "begroting: {totaal: 45000,00}\n",
      "notities: {x: 1}\n",
      "notities: 1\nnotities: 2\n",
      "herkomst: {naam: x}\n",
      "uitvoering: {naam: Z}\n",
      "---\nplantoets: 1\n",
    ]
  )
  func unsound(rest: String) throws {
    #expect(try !compare(Self.start + rest).isSound)
  }

  @Test(
    "gives up at the limits of a reader",
    arguments: [YAML.Limits(bytes: 40), YAML.Limits(depth: 1), YAML.Limits(nodes: 8)]
  )
  func limits(limits: YAML.Limits) throws {
    let reader = PlanReader(schema: try Self.schema.get(), limits: limits)
    #expect(reader.readSound(SourceFile(path: "plan.yaml", text: Self.start)) == nil)
  }

  @Test("gives the same for plans with lines and values changed at random", arguments: 0..<8)
  func mutants(part: Int) throws {
    let plans = try ["assen", "brunssum", "voorbeeldstad", "weert"].map { name in
      let plan = try TestPack.plan(name)
      return plan.text(in: plan.range).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let reader = PlanReader(schema: try Self.schema.get())
    var random = SplitMix(seed: 1 + UInt64(part))
    var sound = 0
    for number in 0..<100 {
      var lines = plans[(number + part) % plans.count]
      for _ in 0..<Int.random(in: 1...2, using: &random) { Self.change(&lines, using: &random) }
      let text = lines.joined(separator: "\n")
      let comparison = PlanComparison(reader, SourceFile(path: "plan.yaml", text: text))
      if comparison.isSound { sound += 1 }
      #expect(comparison.difference == nil, "\(text)")
    }
    // Enough of them to say anything.
    #expect(sound > 10)
  }

  @Test("gives the same for amounts with points and commas anywhere")
  func amounts() throws {
    var random = SplitMix(seed: 7)
    let parts = [
      "€", "€ ", "1", "25", "000", "500", ".", ".", ".000", ".500", ",", ",00", ",50", "-",
      "9999", "99999", ".999.999", ".999.999",
    ]
    for _ in 0..<800 {
      let count = Int.random(in: 1...7, using: &random)
      let amount = (0..<count).map { _ in parts[Int.random(in: parts.indices, using: &random)] }
        .joined()
      for text in ["begroting:\n  totaal: \(amount)\n", "begroting: {totaal: '\(amount)'}\n"] {
        #expect(try compare(Self.start + text).difference == nil, "\(amount)")
      }
    }
  }

  /// Values that may stand anywhere, and mean something different where they do.
  private static let values = [
    "PM", "n.v.t.", "onbekend", "ja", "nee", "true", "null", "~", "", "\"\"", "0", "12", "-3",
    "1.5",
    "12.500", "€ 12.500", "1e3", "0x1F", "2024", "2024-02-30", "31-12-2024", "2024-2025", "[]",
    "{}",
    "[PM]", "[a, b]", "{id: a1}", "'een'", "|", "\u{A0}x", "“x”", "&a x", "*a", "a1", "d1", "v1",
    "spuk-npo", "één", "structureel", "po",
  ]

  private static func change(_ lines: inout [Substring], using random: inout SplitMix) {
    let line = Int.random(in: lines.indices.dropLast(), using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: line)
    case 2: lines.swapAt(line, line + 1)
    case 3: lines[line] = lines[lines.indices.randomElement(using: &random) ?? line]
    default:
      // A value behind a colon or in brackets, up to what ends it.
      let starts = lines[line].indices.filter { index in
        lines[line][index] == " " && ":,-".contains(lines[line][..<index].last ?? " ")
      }
      guard let start = starts.randomElement(using: &random) else { return }
      let rest = lines[line][start...].dropFirst()
      let end = rest.firstIndex { ",}]".contains($0) } ?? rest.endIndex
      let value = values[Int.random(in: values.indices, using: &random)]
      lines[line] = Substring(lines[line][...start] + value + lines[line][end...])
    }
  }

  @Test(
    "vouches for nothing that a schema's validator alone can tell",
    arguments: [
      #""not": {"const": "x"}"#, #""multipleOf": 2"#, #""exclusiveMinimum": 1"#,
      #""pattern": "^(a|b)$""#, #""enum": ["a", 1]"#, #""minimum": 0.5"#, #""allOf": [{}]"#,
    ]
  )
  func keywords(keyword: String) throws {
    let plan = "plantoets: 1\nactiviteiten: [{id: a, extra: b}]\n"
    let plain = try compare(plan, schema: Self.schema(with: ""))
    #expect(plain.isSound)
    let bounded = try compare(plan, schema: Self.schema(with: ", " + keyword))
    #expect(!bounded.isSound)
    // What does not meet it may still be vouched for.
    let other = try compare("plantoets: 1\n", schema: Self.schema(with: ", " + keyword))
    #expect(other.isSound)
  }

  @Test(
    "keeps to the bounds of another schema",
    arguments: [
      (#""maxLength": 3"#, "abc", "abcd"), (#""minLength": 2"#, "abcdefgh", "a"),
      (#""pattern": "^[a-c]+-?x$""#, "PM", "d-x"), (#""pattern": "^[a-c]+x{2}$""#, "abxx", "abx"),
      (#""enum": ["null", "ab"]"#, "ab", "null"), (#""const": "ab""#, "ab", "abc"),
      (#""maximum": 5"#, "5", "6"), (#""minimum": 5"#, "5.5", "4.9"),
    ]
  )
  func bounds(keyword: String, good: String, bad: String) throws {
    let schema = try Self.schema(with: ", " + keyword)
    for (value, isGood) in [(good, true), (bad, false)] {
      let plan = "plantoets: 1\nactiviteiten: [{id: a, extra: \(value)}]\n"
      let comparison = try compare(plan, schema: schema)
      #expect(comparison.isSound == isGood, "\(value)")
      #expect(comparison.difference == nil)
    }
  }

  /// The schema of a small pack, with a field of activities that has these keywords.
  private static func schema(with keywords: String) throws -> PlanSchema {
    let rule = SmallPack.rule(
      """
      assert: has(plan.gemeente)
      tests:
        - {name: goed, plan: {gemeente: {naam: X}}, expect: pass}
        - {name: fout, plan: {plantoets: 1}, expect: fail}
      """
    )
    let files = SmallPack.texts([("regel", rule)]).map { path, text in
      SourceFile(
        path: path,
        text: text.replacing(
          "\"doelgroepen\": {",
          with: "\"extra\": {\"title\": \"Extra\"\(keywords)}, \"doelgroepen\": {"
        )
      )
    }
    return try PackLoader.load(files).get().schema
  }
}
