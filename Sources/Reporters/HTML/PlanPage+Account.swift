import Lint
import SourceText

/// Strengths, gaps, deviations, and how the outcome came about.
extension PlanPage {
  var strengths: Markup {
    let rules = plan.strengths.map(\.rule).uniqued()
    guard !rules.isEmpty else { return [] }
    let items = rules.map { rule in strength(plan.strengths.filter { $0.rule == rule }) }
    return section("sterk", terms.strengths, .tag("ul", class: "strengths", .group(items)))
  }

  /// What one rule found strong.
  private func strength(_ findings: [Finding]) -> Markup {
    guard let first = findings.first else { return [] }
    let messages = findings.map { finding in
      let line = plan.file.line(at: finding.range.start)
      return Markup.tag(
        "p",
        "\(finding.message) ",
        .tag("small", "\(terms.line) \(line)")
      )
    }
    return .tag(
      "li",
      heading(3, "\(first.title)"),
      .group(messages),
      first.why.map { .tag("p", class: "about", "\($0)") } ?? [],
      .tag("p", class: "facts", .tag("code", "\(first.rule)"))
    )
  }

  /// What could not be judged, and the facts that would let it.
  var gaps: Markup {
    let fields = missingFields
    guard !fields.isEmpty else { return [] }
    let rows = fields.map { field in
      DataTable.Row(
        header: [
          .tag("code", with: ["lang": "nl"], "\(field.name)"),
          field.places > 1 ? " (\(field.places)×)" : [],
        ],
        cells: [.tag("span", "\(field.findings.map(\.title).joined(separator: "; "))")]
      )
    }
    return section(
      "open",
      terms.undetermined,
      .tag("p", class: "lead", "\(plan.isComplete ? terms.gapsLead : terms.openWorldLead)"),
      DataTable(caption: nil, columns: [terms.missingFact, terms.waitingRules], rows: rows).markup
    )
  }

  /// The rules that the plan sets aside, with its reasons.
  var deviations: Markup {
    guard !plan.deviations.isEmpty else { return [] }
    let rows = plan.deviations.map { deviation in
      let title = report.pack.rules.first { $0.id == deviation.rule }?.title
      let facts = [deviation.by, deviation.until.map { "\(terms.until) \($0)" }]
        .compactMap { $0 }.joined(separator: ", ")
      return DataTable.Row(
        header: [
          title.map { ["\($0) "] } ?? [], .tag("code", "\(deviation.rule)"),
          deviation.item.map { [" · ", dutch($0)] } ?? [],
        ],
        cells: [
          deviation.reason.map(dutch) ?? "\(terms.noReason)",
          facts.isEmpty ? "–" : dutch(facts),
          "\(terms.status(deviation.status))",
        ]
      )
    }
    let columns = [terms.ruleName, terms.reason, terms.agreed, terms.consequence]
    return section(
      "uitzonderingen",
      terms.deviations,
      .tag("p", class: "lead", "\(terms.deviationsLead)"),
      DataTable(caption: nil, columns: columns, rows: rows).markup,
      setAside
    )
  }

  private var setAside: Markup {
    let findings = plan.setAsideGroups.flatMap { $0 }
    guard !findings.isEmpty else { return [] }
    let items: [Markup] = findings.map { finding in
      .tag(
        "li",
        "\(finding.titled(finding.message)) ",
        .tag("small", "\(terms.line) \(plan.file.line(at: finding.range.start))")
      )
    }
    return [
      .tag("p", "\(terms.setAside)"),
      .tag("ul", class: "set-aside", .group(items)),
    ]
  }

  /// How the score came about: the lessons added up, then what each rule takes off.
  var account: Markup {
    guard let score = plan.score, hasScore else { return [] }
    let counted = plan.lessons.filter { $0.interval != nil }
    let weight = counted.reduce(0) { $0 + $1.weight }
    let rows = counted.compactMap { lesson in
      lesson.interval.map { interval in
        DataTable.Row(
          header: "\(lesson.title)",
          cells: [
            "\(lesson.weight)×", "\(terms.percent(interval.low))",
            "\(terms.percent(interval.high))",
            "\(terms.percent(interval.basis))",
          ]
        )
      }
    }
    let total = DataTable.Row(
      header: "\(terms.total)",
      cells: [
        "\(weight)×", "\(terms.percent(score.total.low))", "\(terms.percent(score.total.high))",
        "\(terms.percent(score.total.basis))",
      ],
      isTotal: true
    )
    let columns = [terms.lesson, terms.weight, terms.sure, terms.atMost, terms.judgedShare]
    return section(
      "cijfer",
      terms.account,
      .tag("p", class: "lead", "\(terms.accountLead)"),
      DataTable(caption: nil, columns: columns, rows: rows + [total]).markup,
      score.grade.map { grade in
        .tag(
          "p",
          class: "formula",
          "\(terms.formula(terms.tenths(score.total.low), terms.grade(grade)))"
        )
      } ?? [],
      ledger(score)
    )
  }

  /// What each rule takes off the grade, the most first.
  private func ledger(_ score: Score) -> Markup {
    guard score.grade != nil else { return [] }
    var order: [String] = []
    var entries: [String: (title: String, problems: Int, open: Int, gain: Double)] = [:]
    for finding in plan.findings where finding.gain > 0 && finding.deviation == nil {
      if entries[finding.rule] == nil { order.append(finding.rule) }
      let isOpen = finding.kind == .undetermined
      var entry = entries[finding.rule] ?? (finding.title, 0, 0, 0)
      entry.problems += isOpen ? 0 : 1
      entry.open += isOpen ? 1 : 0
      entry.gain += finding.gain
      entries[finding.rule] = entry
    }
    let sorted = order.compactMap { entries[$0] }.sorted {
      $0.gain == $1.gain ? $0.title < $1.title : $0.gain > $1.gain
    }
    guard !sorted.isEmpty else { return [] }
    let rows = sorted.map { entry in
      DataTable.Row(
        header: "\(entry.title)",
        cells: ["\(entry.problems)", "\(entry.open)", "\(terms.points(entry.gain))"]
      )
    }
    let total = DataTable.Row(
      header: "\(terms.total)",
      cells: [
        "\(sorted.reduce(0) { $0 + $1.problems })", "\(sorted.reduce(0) { $0 + $1.open })",
        "\(terms.points(sorted.reduce(0) { $0 + $1.gain }))",
      ],
      isTotal: true
    )
    return DataTable(
      caption: terms.ledger,
      columns: [terms.ruleName, terms.found, terms.openShort, terms.offTheGrade],
      rows: rows + [total]
    ).markup
  }

  /// Versions, digests and sources.
  var provenance: Markup {
    let pack = report.pack
    let rows: [Markup] = [
      row(terms.program, "\(report.tool.name) \(report.tool.version)"),
      row(
        terms.packName,
        [
          "\(pack.title) (\(pack.id) \(pack.version))",
          .tag("code", class: "digest", "\(pack.digest)"),
        ]
      ),
      row(
        terms.plan,
        [
          .tag("code", "\(plan.file.path)"),
          .tag("code", class: "digest", "\(Hash.digest(of: plan.file.bytes))"),
        ]
      ),
    ]
    return section(
      "herkomst",
      terms.provenance,
      .tag("p", class: "lead", "\(terms.advice) \(terms.thresholds)"),
      .tag("dl", class: "facts-list", .group(rows)),
      heading(3, "\(terms.sources)"),
      .tag("ul", class: "sources", .group(citedSources.map(source)))
    )
  }

  /// The sources that the rules of this report rest on.
  private var citedSources: [Source] {
    let cited = Set(plan.findings.flatMap(\.citations).map(\.document))
    return report.pack.sources.filter { cited.contains($0.id) }
  }

  private func source(_ source: Source) -> Markup {
    let facts = [source.publisher, source.date].compactMap { $0 }.joined(separator: ", ")
    // A pack from elsewhere could name an address that runs a script.
    let link = source.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
    return .tag(
      "li",
      .tag("cite", dutch(source.title)),
      ", ",
      dutch(facts),
      link.map { [". ", .tag("a", with: ["href": $0], "\($0)")] } ?? []
    )
  }
}
