import SourceText

@testable import Lint

/// One report for all formats, with text that tries to break out of each of them.
enum Fixture {
  static let hostile = "a\"b'c <b>&amp;</b> ]]> =cmd|x \u{1B}[31m 😀 `|` ::error:: \\"

  static let file = SourceFile(
    path: "plannen/é [1].yaml",
    text: """
      plantoets: 1
      gemeente: {naam: Voorbeeld}
      \tnaam: \(hostile)
      omvang: 60 # 漢字
      activiteiten:
        # een opmerking
        - id: a1
          bereik: {aantal: 90, eenheid: "漢字 \(hostile)", eind: 2022-02-01}
      """
  )

  static let problem = Finding(
    rule: "bereik-groter-dan-doelgroep",
    lesson: "doelgroep",
    kind: .problem,
    severity: .error,
    title: "Bereik is groter dan de groep",
    message: "«\(hostile)» bereikt 90 van 60 kinderen.",
    why: "Meer bereiken dan er zijn, kan niet.",
    remedy: "Kijk welk getal niet klopt.",
    effort: .low,
    citations: [Citation(document: "bron-1", section: "Een kop")],
    path: "$.activiteiten[0]",
    range: range(of: "60"),
    evidence: [
      Finding.Evidence(
        expression: "this.omvang",
        shown: "60",
        value: .int(60),
        path: "$.doelgroepen[0].omvang",
        range: range(of: "60")
      ),
      Finding.Evidence(
        expression: "this.bereik.aantal",
        shown: "90",
        value: .int(90),
        path: "$.activiteiten[0].bereik.aantal",
        range: range(of: "90")
      ),
      Finding.Evidence(
        expression: "this.bereik.eenheid",
        shown: hostile,
        value: .string(hostile),
        path: "$.activiteiten[0].bereik.eind",
        range: range(of: "2022-02-01")
      ),
      Finding.Evidence(
        expression: "this.bereik",
        shown: "onbekend",
        value: .null,
        path: "$.activiteiten[0].bereik",
        range: nil
      ),
    ],
    missing: [],
    judgements: ["min weken: 6 weken"],
    gain: 0.0125,
    fingerprint: "0123456789abcdef"
  )

  static let undetermined = Finding(
    rule: "indicator-zonder-nulmeting",
    lesson: "monitoring",
    kind: .undetermined,
    severity: nil,
    title: "Beginmeting ontbreekt",
    message: "Nog niet te beoordelen. Vul in: $.monitoring.",
    why: nil,
    remedy: nil,
    effort: nil,
    citations: [],
    path: "$.monitoring",
    range: range(of: "plantoets: 1"),
    evidence: [],
    missing: ["$.monitoring"],
    judgements: [],
    gain: 0,
    fingerprint: "fedcba9876543210"
  )

  static let strength = Finding(
    rule: "parel-kapstok",
    lesson: "samenwerking",
    kind: .strength,
    severity: nil,
    title: "Een kapstok",
    message: "Het plan hangt aan drie thema's.",
    why: "Zo deed Stichtse Vecht het.",
    remedy: nil,
    effort: nil,
    citations: [],
    path: "$.themas",
    range: range(of: "gemeente"),
    evidence: [],
    missing: [],
    judgements: [],
    gain: 0,
    fingerprint: "aaaaaaaaaaaaaaaa"
  )

  /// A finding that the plan sets aside.
  static let setAside: Finding = {
    var finding = problem
    finding.rule = "te-klein"
    finding.severity = .warning
    finding.title = "Te klein"
    finding.fingerprint = "1111111111111111"
    finding.deviation = deviation
    return finding
  }()

  /// A finding that was there before.
  static let known: Finding = {
    var finding = problem
    finding.rule = "al-bekend"
    finding.severity = .hint
    finding.title = "Al bekend"
    finding.path = "$.activiteiten[0].bereik"
    finding.range = range(of: "90")
    finding.evidence = []
    finding.citations = []
    finding.judgements = []
    finding.fingerprint = "2222222222222222"
    finding.baseline = .unchanged
    return finding
  }()

  static let deviation = Deviation(
    rule: "te-klein",
    reason: "=1+1 \(hostile)",
    item: "<a1>",
    by: "@wethouder",
    until: "2025",
    status: .used,
    path: "$.uitzonderingen[0]",
    range: range(of: "gemeente")
  )

  static func report(_ language: Language = .nl) -> Report {
    Report(
      tool: Report.Tool(name: "plantoets", version: "0.0.0"),
      pack: PackSummary(
        id: "proef",
        version: "1.2.3",
        digest: "fnv1a64:0000000000000000",
        title: "Proefpakket",
        sources: [
          Source(
            id: "bron-1",
            title: "Een bron",
            date: "2023-09",
            publisher: "Een uitgever",
            url: nil,
            sections: ["Een kop"]
          )
        ],
        lessons: [
          LessonSummary(
            id: "doelgroep",
            title: "De doelgroep bereiken",
            weight: 2,
            description: "Voor wie het geld is."
          )
        ],
        rules: [rule]
      ),
      language: language,
      plans: [judged, unreadable],
      skipped: 3
    )
  }

  private static let rule = RuleSummary(
    id: "bereik-groter-dan-doelgroep",
    lesson: "doelgroep",
    kind: .problem,
    severity: .error,
    weight: 8,
    effort: .low,
    title: "Bereik is groter dan de groep",
    why: "Meer bereiken dan er zijn, kan niet.",
    remedy: "Kijk welk getal niet klopt.",
    citations: [Citation(document: "bron-1", section: "Een kop")],
    thresholds: [
      RuleSummary.Threshold(name: "min_weken", value: "6", unit: "weken", basis: .judgement)
    ],
    isMandatory: true
  )

  private static var judged: PlanReport {
    PlanReport(
      file: file,
      status: .partial,
      municipality: "Voorbeeld",
      programme: hostile,
      isComplete: true,
      score: Score(
        total: ScoreInterval(low: 0.5, high: 0.75, basis: 0.8),
        grade: 5.5,
        band: LocalizedText(nl: "voldoende", en: "sufficient")
      ),
      lessons: [
        LessonScore(
          id: "doelgroep",
          title: "De doelgroep bereiken",
          weight: 2,
          interval: ScoreInterval(low: 0.25, high: 0.25, basis: 1)
        ),
        LessonScore(id: "monitoring", title: "Monitoring", weight: 1, interval: nil),
      ],
      findings: [undetermined, strength, problem, setAside, known],
      deviations: [deviation],
      scoreWithoutDeviations: Score(
        total: ScoreInterval(low: 0.45, high: 0.7, basis: 0.8),
        grade: 5.1,
        band: LocalizedText(nl: "onvoldoende", en: "insufficient")
      ),
      nextStep: NextStep(
        band: LocalizedText(nl: "ruim voldoende", en: "more than sufficient"),
        grade: 7.1,
        findings: ["0123456789abcdef", "fedcba9876543210"]
      )
    )
  }

  private static var unreadable: PlanReport {
    PlanReport(
      file: SourceFile(path: "weg.yaml", text: ""),
      status: .unreadable,
      municipality: nil,
      programme: nil,
      isComplete: true,
      score: nil,
      lessons: [],
      findings: []
    )
  }

  private static func range(of text: String) -> SourceRange {
    let bytes = file.bytes
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return SourceRange(start, start + wanted.count)
  }
}
