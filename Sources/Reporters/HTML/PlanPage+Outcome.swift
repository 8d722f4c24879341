import Lint

/// The outcome: the grade, what to do first, and the lessons.
extension PlanPage {
  var opening: Markup {
    .tag(
      "div",
      class: "sheet outcome",
      notice,
      plan.score.map(grade) ?? [],
      counts
    )
  }

  private var notice: Markup {
    switch plan.status {
    case .judged: []
    case .partial: .tag("p", class: "notice", "\(terms.partial)")
    case .unreadable: .tag("p", class: "notice", "\(terms.unreadable)")
    }
  }

  private func grade(_ score: Score) -> Markup {
    guard let grade = score.grade else {
      let told = plan.isComplete ? terms.tooLittleJudged : terms.tellsNotAll
      let help = plan.gradeRefusal?.help(in: terms.language)
      let reason = [told, help].compactMap { $0 }.joined(separator: " ")
      let figures = "\(terms.total): \(figures(score.total)). "
      return .tag(
        "div",
        class: "grade",
        .tag("p", class: "label", "\(terms.gradeName)"),
        .tag("p", class: "figure", .tag("span", class: "band", "\(terms.noGrade)")),
        .tag(
          "p",
          class: "explained",
          "\(reason) \(terms.basis(terms.percent(score.total.basis))) \(figures)"
        )
      )
    }
    let high = Score.grade(score.total.high)
    return .tag(
      "div",
      class: "grade",
      .tag("p", class: "label", "\(terms.gradeName)"),
      .tag(
        "p",
        class: "figure",
        .tag("span", class: "number", "\(terms.grade(grade))"),
        score.band.map { [" ", .tag("span", class: "band", "\($0[report.language])")] } ?? []
      ),
      scale(low: grade, high: high),
      .tag("p", class: "explained", "\(explanation(score, grade: grade, high: high))")
    )
  }

  private func explanation(_ score: Score, grade: Double, high: Double) -> String {
    var sentences = [terms.basis(terms.percent(score.total.basis))]
    if high > grade { sentences.append(terms.interval(terms.grade(grade), terms.grade(high))) }
    if let without = plan.scoreWithoutDeviations?.grade {
      sentences.append(terms.gradeWithoutDeviations(terms.grade(without)))
    }
    return sentences.joined(separator: " ")
  }

  /// The grade on a line from 1 to 10, with the stretch that is still open.
  private func scale(low: Double, high: Double) -> Markup {
    let (start, end) = ((low - 1) / 9, (high - 1) / 9)
    return .tag(
      "div",
      class: "scale",
      with: ["aria-hidden": "true"],
      .tag("span", "1"),
      Bar(low: start, high: end).markup,
      .tag("span", "10")
    )
  }

  private var counts: Markup {
    let severities: [Severity] = [.error, .warning, .info, .hint]
    var items: [Markup] = severities.map { severity in
      count(severity.rawValue, plan.count(severity), terms.noun(severity, plan.count(severity)))
    }
    let strong = plan.strengths.count
    items.append(count("strength", strong, terms.strengthNoun(strong)))
    let open = plan.findings.count { $0.kind == .undetermined }
    items.append(count("open", open, terms.undeterminedNoun))
    return .tag(
      "div",
      class: "counts",
      .tag("p", class: "label", "\(terms.findings)"),
      .tag("ul", .group(items))
    )
  }

  private func count(_ kind: String, _ count: Int, _ noun: String) -> Markup {
    .tag("li", class: count == 0 ? "\(kind) none" : kind, .tag("b", "\(count)"), " \(noun)")
  }

  var hasNextStep: Bool { plan.nextStep != nil || !mostGain.isEmpty }

  /// What to take up first: the way to the next band, else what brings most.
  var nextStep: Markup {
    if let step = plan.nextStep {
      let steps = step.findings.compactMap { fingerprint in
        plan.findings.first { $0.fingerprint == fingerprint }
      }
      return section(
        "stap",
        terms.nextStep,
        .tag("p", class: "lead", "\(terms.reaches(step, in: report.language))"),
        .tag("ol", class: "steps", .group(steps.map { self.step([$0]) }))
      )
    }
    guard !mostGain.isEmpty else { return [] }
    return section(
      "stap",
      terms.nextStep,
      .tag("p", class: "lead", "\(terms.mostGain)"),
      .tag("ol", class: "steps", .group(mostGain.map(step)))
    )
  }

  /// The three rules whose problems cost most.
  private var mostGain: [[Finding]] {
    guard plan.score != nil else { return [] }
    let groups = problemGroups.map { (findings: $0, gain: $0.reduce(0) { $0 + $1.gain }) }
    return groups.enumerated().sorted { left, right in
      let (most, other) = (left.element.gain, right.element.gain)
      return most == other ? left.offset < right.offset : most > other
    }.prefix(3).map(\.element.findings)
  }

  /// The id of where the page tells of a finding.
  private func target(of finding: Finding) -> String {
    finding.kind == .undetermined ? "\(prefix)-open" : anchor(of: finding)
  }

  private func step(_ findings: [Finding]) -> Markup {
    guard let finding = findings.first else { return [] }
    let gain = findings.reduce(0) { $0 + $1.gain }
    var facts: [String] = []
    if plan.score?.grade != nil, gain > 0 { facts.append("\(terms.worth) \(terms.points(gain))") }
    if let effort = finding.effort { facts.append(terms.effort(effort)) }
    return .tag(
      "li",
      .tag(
        "p",
        .tag("a", with: ["href": "#\(target(of: finding))"], "\(finding.title)"),
        findings.count > 1 ? " (\(findings.count)×)" : [],
        "\(findings.count > 1 ? ": " : finding.titleEnd)",
        finding.remedy.map { "\($0)" } ?? "\(finding.message)"
      ),
      facts.isEmpty ? [] : .tag("p", class: "facts", "\(facts.joined(separator: " · "))")
    )
  }

  /// The lessons as bars.
  var lessons: Markup {
    guard hasScore else { return [] }
    return section(
      "lessen",
      terms.lessons,
      .tag("p", class: "lead", "\(terms.lessonsLead)"),
      .tag("ul", class: "lessons", .group(plan.lessons.map(lesson)))
    )
  }

  private func lesson(_ lesson: LessonScore) -> Markup {
    let hasProblems = problemGroups.contains { $0.first?.lesson == lesson.id }
    let title: Markup =
      hasProblems
      ? .tag("a", with: ["href": "#\(prefix)-les-\(lesson.id)"], "\(lesson.title)")
      : "\(lesson.title)"
    return .tag(
      "li",
      class: lesson.interval == nil ? "off" : nil,
      .tag(
        "span",
        class: "name",
        title,
        lesson.weight > 1 ? [" ", .tag("small", "\(terms.counts(lesson.weight))")] : []
      ),
      lesson.interval.map { Bar(low: $0.low, high: $0.high).markup } ?? [],
      .tag("span", class: "share", "\(lesson.interval.map(figures) ?? terms.notApplicable)")
    )
  }
}

/// A share as a bar: what is sure, what is still open, and the rest.
///
/// Drawn, so that it is printed also where backgrounds are not; the figures beside it say the same.
private struct Bar {
  var low: Double
  var high: Double

  var markup: Markup {
    .tag(
      "svg",
      class: "bar",
      with: ["viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"],
      rect("rest", from: 0, to: 1),
      rect("open", from: low, to: high),
      rect("sure", from: 0, to: low)
    )
  }

  private func rect(_ name: String, from start: Double, to end: Double) -> Markup {
    guard end > start else { return [] }
    return .tag(
      "rect",
      class: name,
      with: ["x": Self.tenths(start), "width": Self.tenths(end - start), "height": "10"]
    )
  }

  /// A share in hundredths, to one decimal.
  private static func tenths(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
