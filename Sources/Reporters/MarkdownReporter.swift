import Lint
import SourceText

/// A comment for a pull request: scores, then findings folded per lesson.
///
/// Stays under the size that code hosts allow, and says what it left out.
struct MarkdownReporter {
  /// In characters; GitHub refuses comments of 65,536.
  static let limit = 60_000

  private let report: Report
  private let terms: Terms

  init(report: Report) {
    self.report = report
    terms = Terms(language: report.language)
  }

  func render() -> String {
    let head = "## \(MarkdownText.escaped(terms.checkedBy(report.pack.title)))\n\n" + scores + "\n"
    let foot =
      "\n---\n\n\(MarkdownText.escaped(terms.advice)) "
      + "\(MarkdownText.escaped(terms.madeWith(report.tool, report.pack)))\n"
    let blocks = report.plans.flatMap(blocks)
    // What says that something was cut needs room too.
    var room = Self.limit - head.count - foot.count - 200
    var text = ""
    var cut = 0
    for block in blocks {
      if cut == 0, block.text.count <= room {
        text += block.text
        room -= block.text.count
      } else {
        cut += block.findings
      }
    }
    let notice = cut == 0 ? "" : "\n> \(terms.cut(cut))\n"
    return Self.clipped(head, to: Self.limit - foot.count - 200) + text + notice + foot
  }

  /// A table that alone is too long is cut at a line.
  private static func clipped(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var length = 0
    let kept = lines.prefix { line in
      length += line.count + 1
      return length <= limit
    }
    return kept.joined(separator: "\n") + "\n\n…\n"
  }

  /// A piece that is shown whole or not at all.
  private struct Block {
    var text: String
    var findings: Int
  }

  /// A row per plan; for a single plan also one per lesson.
  private var scores: String {
    var lines = [
      "| \(terms.plan) | \(terms.gradeName) | \(terms.judgedShare) | \(terms.improvements) | \(terms.undetermined) |",
      "|---|---|--:|--:|--:|",
    ]
    lines += report.plans.map { plan in
      let name = plan.programme ?? plan.municipality.map(terms.planOf) ?? plan.file.path
      let problems = plan.findings.count { $0.kind == .problem && $0.deviation == nil }
      let open = plan.findings.count { $0.kind == .undetermined }
      let basis = plan.score.map { terms.percent($0.total.basis) } ?? "–"
      return
        "| \(MarkdownText.escaped(name)) | \(grade(of: plan)) | \(basis) | \(problems) | \(open) |"
    }
    guard report.plans.count == 1, let plan = report.plans.first, plan.score != nil else {
      return lines.joined(separator: "\n") + "\n"
    }
    lines += [
      "", "| \(terms.lesson) | \(terms.weight) | \(terms.sure) | \(terms.atMost) |",
      "|---|--:|--:|--:|",
    ]
    lines += plan.lessons.compactMap { lesson in
      lesson.interval.map { interval in
        "| \(MarkdownText.escaped(lesson.title)) | \(lesson.weight)× | \(terms.percent(interval.low)) | \(terms.percent(interval.high)) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func grade(of plan: PlanReport) -> String {
    guard plan.status != .unreadable else { return terms.notRead }
    guard let grade = plan.score?.grade else { return terms.noGrade }
    let band = plan.score?.band.map { ", " + MarkdownText.escaped($0[report.language]) } ?? ""
    return "**\(terms.grade(grade))**\(band)"
  }

  private func blocks(of plan: PlanReport) -> [Block] {
    var blocks: [Block] = []
    if report.plans.count > 1 {
      blocks.append(Block(text: "\n### \(MarkdownText.code(plan.file.path))\n", findings: 0))
    }
    switch plan.status {
    case .judged: break
    case .partial:
      blocks.append(Block(text: "\n\(MarkdownText.escaped(terms.partial))\n", findings: 0))
    case .unreadable:
      blocks.append(Block(text: "\n\(MarkdownText.escaped(terms.unreadable))\n", findings: 0))
    }
    if let step = nextStep(plan) { blocks.append(Block(text: step, findings: 0)) }
    let groups = plan.problemGroups
    let form = groups.filter { $0.first?.lesson == nil }
    if !form.isEmpty { blocks.append(folded(terms.form, form, in: plan)) }
    for lesson in plan.lessons {
      let own = groups.filter { $0.first?.lesson == lesson.id }
      if !own.isEmpty { blocks.append(folded(lesson.title, own, in: plan)) }
    }
    if groups.isEmpty, plan.status != .unreadable {
      blocks.append(Block(text: "\n\(MarkdownText.escaped(terms.noFindings))\n", findings: 0))
    }
    return blocks + [strengths(plan), gaps(plan), deviations(plan)].compactMap { $0 }
  }

  private func nextStep(_ plan: PlanReport) -> String? {
    guard let step = plan.nextStep else { return nil }
    let items = step.findings.compactMap { fingerprint in
      plan.findings.first { $0.fingerprint == fingerprint }
    }
    return
      "\n**\(terms.nextStep).** \(MarkdownText.escaped(terms.reaches(step, in: report.language)))\n\n"
      + items.enumerated().map { index, finding in
        "\(index + 1). \(MarkdownText.escaped(finding.titled(finding.remedy ?? finding.message)))\n"
      }.joined()
  }

  /// A part that opens when it is asked for; HTML between empty lines, so that Markdown goes on inside.
  private func fold(_ title: String, _ body: String, findings: Int) -> Block {
    // Up to the empty line this is HTML, in which backslashes would show.
    let summary = "<summary>\(Markup.escaped(title)) (\(findings))</summary>"
    return Block(text: "\n<details>\n\(summary)\n\n\(body)\n</details>\n", findings: findings)
  }

  private func folded(_ title: String, _ groups: [[Finding]], in plan: PlanReport) -> Block {
    let body = groups.map { group($0, in: plan) }.joined(separator: "\n")
    return fold(title, body, findings: groups.reduce(0) { $0 + $1.count })
  }

  private func group(_ findings: [Finding], in plan: PlanReport) -> String {
    guard let first = findings.first else { return "" }
    let severity = terms.severity(findings.gravest)
    var lines = [
      "**\(MarkdownText.escaped(first.title))** · \(severity) · \(MarkdownText.code(first.rule))",
      "",
    ]
    lines += findings.map { finding in
      let line = plan.file.line(at: finding.range.start)
      return "- \(terms.line) \(line): \(MarkdownText.escaped(finding.message))"
    }
    lines.append("")
    let advice =
      [
        first.why.map { "_\(terms.why):_ \(MarkdownText.escaped($0))" },
        first.remedy.map { "_\(terms.remedy):_ \(MarkdownText.escaped($0))" },
      ].compactMap { $0 }
      + first.citations.map { citation in
        "_\(terms.source):_ \(MarkdownText.escaped(report.pack.words(citation)))"
      }
    if !advice.isEmpty { lines += [advice.joined(separator: "  \n"), ""] }
    return lines.joined(separator: "\n")
  }

  private func strengths(_ plan: PlanReport) -> Block? {
    let strengths = plan.strengths
    guard !strengths.isEmpty else { return nil }
    let body = strengths.map { "- \(MarkdownText.escaped($0.message))\n" }.joined()
    return fold(terms.strengths, body, findings: strengths.count)
  }

  private func gaps(_ plan: PlanReport) -> Block? {
    let fields = plan.missingFields
    guard !fields.isEmpty else { return nil }
    let body = fields.map { field in
      "- \(MarkdownText.code(field.name)): \(MarkdownText.escaped(field.findings.map(\.title).joined(separator: "; ")))\n"
    }.joined()
    return fold(
      terms.undetermined,
      body,
      findings: plan.findings.count { $0.kind == .undetermined }
    )
  }

  private func deviations(_ plan: PlanReport) -> Block? {
    guard !plan.deviations.isEmpty else { return nil }
    let body = plan.deviations.map { deviation in
      let words = "\(deviation.reason ?? terms.noReason). \(terms.status(deviation.status))"
      return "- \(MarkdownText.code(deviation.rule)): \(MarkdownText.escaped(words))\n"
    }.joined()
    return fold(terms.deviations, body, findings: plan.deviations.count)
  }
}
