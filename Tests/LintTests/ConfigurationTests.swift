import CEL
import Lint
import SourceText
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ text: String) -> Result<Configuration, ConfigurationReader.Failure> {
    ConfigurationReader(language: .nl).read(SourceFile(path: ".plantoets.yaml", text: text))
  }

  /// Each complaint with its place and help.
  private func complaints(
    _ result: Result<some Any, ConfigurationReader.Failure>
  ) -> [String] {
    guard case .failure(let failure) = result else { return [] }
    return failure.diagnostics.map { "\($0) \($0.help ?? "")" }
  }

  @Test("an empty file, and one with only comments, says nothing", arguments: ["", "# niets\n"])
  func empty(text: String) throws {
    let configuration = try read(text).get()
    #expect(configuration.rules.isEmpty && configuration.failOn == nil)
  }

  @Test("everything that it says is read, with its place")
  func whole() throws {
    let configuration = try read(
      """
      pack: regels
      lang: en
      fail-on: hint
      min-score: 5.5
      exclude: ["archief/**", oud.yaml]
      rules:
        enige-bron: off
        datum-omgekeerd: warning
        looptijd-te-kort: {severity: info, parameters: {max_maanden: 12}}
      """
    ).get()
    #expect(configuration.pack?.value == "regels")
    #expect(configuration.language?.value == .en)
    #expect(configuration.failOn?.value == .hint)
    #expect(configuration.leastGrade?.value == 5.5)
    #expect(configuration.exclude.map(\.value) == ["archief/**", "oud.yaml"])
    let settings = try configuration.settings(for: TestPack.load(), language: .nl).get()
    #expect(settings.off == ["enige-bron"])
    #expect(settings.severities == ["datum-omgekeerd": .warning, "looptijd-te-kort": .info])
    #expect(settings.parameters["looptijd-te-kort"]?["max_maanden"]?.description == "12")
    let place = try #require(configuration.leastGrade)
    #expect(configuration.file.location(of: place.range.start).description == "4:12")
  }

  @Test(
    "a mistake has a place and tells what to do",
    arguments: [
      ("taal: nl", ":1:1: «taal» is hier geen instelling."),
      ("min_score: 5", "Bedoelde je «min-score»?"),
      ("fail-on: fout", ":1:10: «fout» is hier geen keuze. Kies uit: error, warning"),
      ("min-score: 11", ":1:12: Een rapportcijfer ligt tussen 1 en 10."),
      ("min-score: hoog", "Hier hoort een getal."),
      ("exclude: x", ":1:10: Hier hoort een lijst."),
      ("rules: {enige-bron: uit}", ":1:21: «uit» is hier geen keuze."),
      ("rules: {enige-bron: {serverity: off}}", "Bedoelde je «severity»?"),
      ("rules: [enige-bron]", "Hier hoort een groepje instellingen."),
      ("lang: nl\nlang: en", ":2:1: «lang» staat er twee keer"),
      ("lang: [nl", "sluithaak"),
      ("nl", "Hier hoort een groepje instellingen."),
    ]
  )
  func mistakes(text: String, expected: String) {
    let found = complaints(read(text))
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test(
    "what does not fit the pack is a mistake with a place too",
    arguments: [
      ("enige-bon: off", "Bedoelde je «enige-bron»?"),
      (
        "looptijd-te-kort: {parameters: {max_maanden: lang}}",
        ":1:54: De drempel moet een heel getal zijn; hier staat «lang»."
      ),
      ("looptijd-te-kort: {parameters: {max_maanden: 1.5}}", "een heel getal"),
      ("looptijd-te-kort: {parameters: {max_manden: 1}}", "Bedoelde je «max_maanden»?"),
      ("enige-bron: {parameters: {x: 1}}", "heeft geen drempel «x»."),
    ]
  )
  func unfit(rule: String, expected: String) throws {
    let configuration = try read("rules: {\(rule)}").get()
    let found = complaints(configuration.settings(for: try TestPack.load(), language: .nl))
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test("all mistakes are told at once")
  func all() {
    #expect(complaints(read("taal: nl\nfail-on: x\nmin-score: 0\n")).count == 3)
  }

  @Test(
    "globs",
    arguments: [
      ("oud.yaml", "oud.yaml", true), ("oud.yaml", "a/b/oud.yaml", true),
      ("archief", "archief/x.yaml", true), ("archief/**", "archief/a/x.yaml", true),
      ("archief/**", "b/archief/x.yaml", false), ("*.concept.yaml", "a/x.concept.yaml", true),
      ("a/*.yaml", "a/b/x.yaml", false), ("a/**/x.yaml", "a/x.yaml", true),
      ("a/**/x.yaml", "a/b/c/x.yaml", true), ("./x.yaml", "x.yaml", true),
      ("2?23", "2023/x.yaml", true), ("2?23", "20023/x.yaml", false), ("x", "xy", false),
      ("*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ]
  )
  func globs(pattern: String, path: String, isExcluded: Bool) throws {
    let configuration = try read("exclude: [\"\(pattern)\"]").get()
    #expect(configuration.excludes(path) == isExcluded)
  }

  @Test("a rule that is off takes no part; another severity leaves the score as it is")
  func effects() throws {
    let pack = try TestPack.load()
    let plan = try TestPack.plan("zwakke-gemeente")
    let plain = Linter(pack: pack, language: .nl).lint(plan)
    let rule = try #require(plain.findings.first { $0.severity == .warning && $0.lesson != nil })
    var settings = RuleSettings()
    settings.severities[rule.rule] = .hint
    let milder = Linter(pack: pack, language: .nl, settings: settings).lint(plan)
    #expect(milder.findings.first { $0.rule == rule.rule }?.severity == .hint)
    #expect(milder.score?.total == plain.score?.total)
    settings.off = [rule.rule]
    let without = Linter(pack: pack, language: .nl, settings: settings).lint(plan)
    #expect(!without.findings.contains { $0.rule == rule.rule })
    #expect(without.score?.total != plain.score?.total)
  }

  @Test("selecting a lesson judges only its rules; ignoring it judges the others")
  func selection() throws {
    let pack = try TestPack.load()
    let plan = try TestPack.plan("zwakke-gemeente")
    let only = Linter(
      pack: pack,
      language: .nl,
      settings: RuleSettings(selected: ["tijdspad"])
    )
    let lessons = Set(only.lint(plan).findings.compactMap(\.lesson))
    #expect(lessons == ["tijdspad"])
    let without = Linter(
      pack: pack,
      language: .nl,
      settings: RuleSettings(ignored: ["tijdspad"])
    )
    #expect(!without.lint(plan).findings.contains { $0.lesson == "tijdspad" })
  }

  @Test("a local threshold judges, and the finding says so")
  func threshold() throws {
    let pack = try TestPack.load()
    let configuration = try read(
      "rules: {looptijd-te-kort: {parameters: {max_maanden: 120}}}"
    ).get()
    let settings = try configuration.settings(for: pack, language: .nl).get()
    let plan = SourceFile(
      path: "p",
      text: "plantoets: 1\nprogramma: {naam: Y, looptijd: {start: 2021-08-01, eind: 2025-07-31}}"
    )
    #expect(
      !Linter(pack: pack, language: .nl).lint(plan).findings.contains {
        $0.rule == "looptijd-te-kort"
      }
    )
    let report = Linter(pack: pack, language: .nl, settings: settings).lint(plan)
    let finding = try #require(report.findings.first { $0.rule == "looptijd-te-kort" })
    #expect(
      finding.judgements == [
        "max: 120 maanden (eigen instelling; het regelpakket zegt 24)"
      ]
    )
  }
}
