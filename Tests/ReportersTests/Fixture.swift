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
    RuleDescriptor(
      rule: "bereik-groter-dan-doelgroep",
      lesson: "doelgroep",
      title: "Bereik is groter dan de groep",
      why: "Meer bereiken dan er zijn, kan niet.",
      remedy: "Kijk welk getal niet klopt.",
      effort: .low,
      citations: [Citation(document: "bron-1", section: "Een kop")],
      judgements: ["min weken: 6 weken"]
    ),
    kind: .problem,
    severity: .error,
    message: "«\(hostile)» bereikt 90 van 60 kinderen.",
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
    gain: 0.0125,
    fingerprint: Fingerprint(0x0123_4567_89AB_CDEF)
  )

  static let undetermined = Finding(
    RuleDescriptor(
      rule: "indicator-zonder-nulmeting",
      lesson: "monitoring",
      title: "Beginmeting ontbreekt"
    ),
    kind: .undetermined,
    message: "Nog niet te beoordelen. Vul in: $.monitoring.",
    path: "$.monitoring",
    range: range(of: "plantoets: 1"),
    missing: ["$.monitoring"],
    fingerprint: Fingerprint(0xFEDC_BA98_7654_3210)
  )

  static let strength = Finding(
    RuleDescriptor(
      rule: "parel-kapstok",
      lesson: "samenwerking",
      title: "Een kapstok",
      why: "Zo deed Stichtse Vecht het."
    ),
    kind: .strength,
    message: "Het plan hangt aan drie thema's.",
    path: "$.themas",
    range: range(of: "gemeente"),
    fingerprint: Fingerprint(0xAAAA_AAAA_AAAA_AAAA)
  )

  /// A finding that the plan sets aside.
  static let setAside: Finding = {
    var finding = problem
    finding.descriptor = RuleDescriptor(
      rule: "te-klein",
      lesson: problem.lesson,
      title: "Te klein",
      why: problem.why,
      remedy: problem.remedy,
      effort: problem.effort,
      citations: problem.citations,
      judgements: problem.judgements
    )
    finding.severity = .warning
    finding.fingerprint = Fingerprint(0x1111_1111_1111_1111)
    finding.deviation = deviation
    return finding
  }()

  /// A finding that was there before.
  static let known: Finding = {
    var finding = problem
    finding.descriptor = RuleDescriptor(
      rule: "al-bekend",
      lesson: problem.lesson,
      title: "Al bekend",
      why: problem.why,
      remedy: problem.remedy,
      effort: problem.effort
    )
    finding.severity = .hint
    finding.path = "$.activiteiten[0].bereik"
    finding.range = range(of: "90")
    finding.evidence = []
    finding.fingerprint = Fingerprint(0x2222_2222_2222_2222)
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
        findings: [Fingerprint(0x0123_4567_89AB_CDEF), Fingerprint(0xFEDC_BA98_7654_3210)]
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
