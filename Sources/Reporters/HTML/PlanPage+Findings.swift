import Lint
import SourceText

/// What could be better, per lesson, with the plan's own lines.
extension PlanPage {
  var improvements: Markup {
    let groups = problemGroups
    guard !groups.isEmpty else {
      let words = plan.status == .unreadable ? terms.unreadable : terms.noFindings
      return section("beter", terms.improvements, .tag("p", class: "lead", "\(words)"))
    }
    let form = groups.filter { $0.first?.lesson == nil }
    let chapters = plan.lessons.map { lesson in
      chapter(lesson, groups.filter { $0.first?.lesson == lesson.id })
    }
    return section(
      "beter",
      terms.improvements,
      form.isEmpty ? [] : chapter("vorm", terms.form, about: terms.formLead, form),
      .group(chapters)
    )
  }

  private func chapter(_ lesson: LessonScore, _ groups: [[Finding]]) -> Markup {
    guard !groups.isEmpty else { return [] }
    let description = report.pack.lessons.first { $0.id == lesson.id }?.description
    return chapter("les-\(lesson.id)", lesson.title, about: description, groups)
  }

  private func chapter(
    _ id: String,
    _ title: String,
    about description: String?,
    _ groups: [[Finding]]
  ) -> Markup {
    .tag(
      "div",
      class: "chapter",
      heading(3, id: id, "\(title)"),
      description.map { .tag("p", class: "about", "\($0)") } ?? [],
      .group(groups.map(group))
    )
  }

  /// The id of the rule under which a finding stands.
  func anchor(of finding: Finding) -> String { "\(prefix)-regel-\(finding.rule)" }

  /// What one rule found.
  private func group(_ findings: [Finding]) -> Markup {
    guard let first = findings.first else { return [] }
    let severity = findings.gravest
    return .tag(
      "article",
      class: "rule \(severity.rawValue)",
      with: ["aria-labelledby": anchor(of: first)],
      .tag(
        "div",
        class: "rule-head",
        heading(4, id: "regel-\(first.rule)", "\(first.title)"),
        .tag("p", class: "tag", "\(terms.severity(severity))")
      ),
      .group(
        findings.prefix(limits.inFull).enumerated().map { finding($1, isRepeated: $0 > 0) }
      ),
      others(Array(findings.dropFirst(limits.inFull))),
      advice(findings)
    )
  }

  /// The findings of a rule that has told its story often enough, a line each.
  private func others(_ findings: [Finding]) -> Markup {
    guard !findings.isEmpty else { return [] }
    let items: [Markup] = findings.prefix(limits.inShort).map { finding in
      let line = plan.file.line(at: finding.range.start)
      return .tag("li", "\(finding.message) ", .tag("small", "\(terms.line) \(line)"))
    }
    let rest = findings.count - items.count
    return .tag(
      "ul",
      class: "others",
      .group(items),
      rest > 0 ? .tag("li", "\(terms.more(rest))") : []
    )
  }

  /// A finding with its lines.
  ///
  /// Of one that repeats the rule's story what is far away is left out.
  private func finding(_ finding: Finding, isRepeated: Bool) -> Markup {
    let excerpt = Excerpt(of: finding, in: plan.file, reach: isRepeated ? 3 : .max)
    let lines = ExcerptMarkup(excerpt, of: plan.file, terms: terms)
    return .tag(
      "div",
      class: "found",
      .tag(
        "div",
        class: "told",
        .tag(
          "p",
          class: "message",
          finding.baseline == .unchanged ? [.tag("small", "(\(terms.known))"), " "] : [],
          "\(finding.message)"
        ),
        lines.seen(finding.evidence)
      ),
      lines.isEmpty ? [] : .tag("div", class: "shown", lines.markup)
    )
  }

  /// Why it matters, what to do, and on whose word.
  private func advice(_ findings: [Finding]) -> Markup {
    guard let first = findings.first else { return [] }
    var rows: [Markup] = []
    if let why = first.why { rows.append(row(terms.why, "\(why)")) }
    for remedy in findings.compactMap(\.remedy).uniqued() {
      rows.append(row(terms.remedy, "\(remedy)"))
    }
    if !first.citations.isEmpty {
      let sources = first.citations.map { citation in
        Markup.tag("span", class: "source", dutch(report.pack.words(citation)))
      }
      rows.append(row(terms.source, .group(sources)))
    }
    if !first.judgements.isEmpty {
      rows.append(row(terms.ownChoice, "\(first.judgements.joined(separator: "; "))"))
    }
    return .tag(
      "div",
      class: "advice",
      rows.isEmpty ? [] : .tag("dl", .group(rows)),
      .tag("p", class: "facts", .tag("code", "\(first.rule)"), "\(worth(of: findings))")
    )
  }

  /// What mending all of them brings and costs.
  private func worth(of findings: [Finding]) -> String {
    let gain = findings.reduce(0) { $0 + $1.gain }
    var facts: [String] = []
    if plan.score?.grade != nil, gain > 0 { facts.append("\(terms.worth) \(terms.points(gain))") }
    if let effort = findings.first?.effort { facts.append(terms.effort(effort)) }
    return facts.map { " · " + $0 }.joined()
  }

  func row(_ term: String, _ content: Markup) -> Markup {
    .tag(
      "div",
      .tag("dt", "\(term.prefix(1).uppercased())\(term.dropFirst())"),
      .tag("dd", content)
    )
  }
}
