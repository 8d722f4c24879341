import Lint
import SourceText

/// The report for programs: version 1 of the format, to which members are only ever added (DESIGN 11).
struct JSONReporter: PartwiseReporter {
  let report: Report

  init(report: Report) {
    self.report = report
  }

  let separator = ","

  var opening: TextBuffer { JSONText.opening(header, list: "plans") }

  func part(for plan: PlanReport) -> TextBuffer { JSONText.item(.object(members(of: plan))) }

  func closing(_ tally: Report.Tally) -> TextBuffer {
    JSONText.closing(
      isEmpty: tally.summary.plans == 0,
      [("summary", summary(tally.summary))]
    )
  }

  /// One plan, with what it was judged by.
  func line(_ plan: PlanReport) -> JSONText { .object(header + members(of: plan)) }

  private var header: [(String, JSONText)] {
    [
      ("schemaVersion", .int(1)),
      (
        "tool",
        .object([("name", .string(report.tool.name)), ("version", .string(report.tool.version))])
      ),
      (
        "pack",
        .object([
          ("id", .string(report.pack.id)), ("version", .string(report.pack.version)),
          ("digest", .string(report.pack.digest)),
        ])
      ),
    ]
  }

  private func members(of plan: PlanReport) -> [(String, JSONText)] {
    [
      ("path", .string(plan.file.path)),
      ("status", .string(plan.status.rawValue)),
      ("municipality", text(plan.municipality)),
      ("programme", text(plan.programme)),
      ("complete", .bool(plan.isComplete)),
      ("score", plan.score.map { score($0, without: plan.scoreWithoutDeviations ?? $0) } ?? .null),
      ("lessons", .array(plan.lessons.map(lesson))),
      ("findings", .items(plan.findings.count) { finding(plan.findings[$0], in: plan.file) }),
      ("deviations", .array(plan.deviations.map { deviation($0, in: plan.file) })),
      ("nextStep", plan.nextStep.map(nextStep) ?? .null),
      ("gaps", .array(plan.gaps.map(gap))),
    ]
  }

  private func score(_ score: Score, without: Score) -> JSONText {
    .object([
      ("low", points(score.total.low)),
      ("high", points(score.total.high)),
      ("basis", points(score.total.basis)),
      ("grade", score.grade.map(JSONText.double) ?? .null),
      ("band", text(score.band?[report.language])),
      (
        "withoutDeviations",
        .object([
          ("low", points(without.total.low)),
          ("grade", without.grade.map(JSONText.double) ?? .null),
        ])
      ),
    ])
  }

  private func deviation(_ deviation: Deviation, in file: SourceFile) -> JSONText {
    .object([
      ("rule", .string(deviation.rule)),
      ("reason", text(deviation.reason)),
      ("status", .string(deviation.status.rawValue)),
      ("item", text(deviation.item)),
      ("by", text(deviation.by)),
      ("until", text(deviation.until)),
      ("path", .string(deviation.path)),
      ("range", range(deviation.range, in: file)),
    ])
  }

  private func nextStep(_ step: NextStep) -> JSONText {
    .object([
      ("band", .string(step.band[report.language])),
      ("grade", .double(step.grade)),
      ("findings", .array(step.findings.map { .string($0.description) })),
    ])
  }

  /// A fact that would tell much, with the places to fill in.
  private func gap(_ gap: Gap) -> JSONText {
    .object([
      ("field", .string(gap.field)),
      ("paths", .array(gap.paths.map(JSONText.string))),
      ("rules", .array(gap.rules.map(JSONText.string))),
      ("narrowing", share(gap.narrowing)),
    ])
  }

  private func lesson(_ lesson: LessonScore) -> JSONText {
    .object([
      ("id", .string(lesson.id)),
      ("title", .string(lesson.title)),
      ("weight", .int(Int64(lesson.weight))),
      ("low", lesson.interval.map { share($0.low) } ?? .null),
      ("high", lesson.interval.map { share($0.high) } ?? .null),
      ("basis", lesson.interval.map { share($0.basis) } ?? .null),
    ])
  }

  private func finding(_ finding: Finding, in file: SourceFile) -> JSONText {
    .object([
      ("rule", .string(finding.rule)),
      ("lesson", text(finding.lesson)),
      ("kind", .string(finding.kind.rawValue)),
      ("severity", text(finding.severity?.rawValue)),
      ("title", .string(finding.title)),
      ("message", .string(finding.message)),
      ("why", text(finding.why)),
      ("remedy", text(finding.remedy)),
      ("effort", text(finding.effort?.rawValue)),
      ("path", .string(finding.path)),
      ("gain", points(finding.gain)),
      ("fingerprint", .string(finding.fingerprint.description)),
      ("setAside", .bool(finding.deviation != nil)),
      ("baseline", text(finding.baseline?.rawValue)),
      ("range", range(finding.range, in: file)),
      ("evidence", .array(finding.evidence.map { evidence($0, in: file) })),
      ("missing", .array(finding.missing.map(JSONText.string))),
      ("judgements", .array(finding.judgements.map(JSONText.string))),
      ("sources", .array(finding.citations.map(citation))),
    ])
  }

  private func evidence(_ evidence: Finding.Evidence, in file: SourceFile) -> JSONText {
    let location = evidence.range.map { file.location(of: $0.start) }
    return .object([
      ("expression", .string(evidence.expression)),
      ("value", JSONText(evidence.value)),
      ("path", .string(evidence.path)),
      ("line", location.map { .int(Int64($0.line)) } ?? .null),
      ("column", location.map { .int(Int64($0.column)) } ?? .null),
    ])
  }

  private func citation(_ citation: Citation) -> JSONText {
    .object([("document", .string(citation.document)), ("section", .string(citation.section))])
  }

  private func range(_ range: SourceRange, in file: SourceFile) -> JSONText {
    .object([
      ("start", location(file.location(of: range.start))),
      ("end", location(file.location(of: range.end))),
    ])
  }

  private func location(_ location: SourceLocation) -> JSONText {
    .object([("line", .int(Int64(location.line))), ("column", .int(Int64(location.column)))])
  }

  private func summary(_ summary: Report.Summary) -> JSONText {
    let members: [(String, Int)] = [
      ("plans", summary.plans), ("judged", summary.judged), ("partial", summary.partial),
      ("unreadable", summary.unreadable), ("skipped", summary.skipped),
      ("errors", summary.errors), ("warnings", summary.warnings), ("infos", summary.infos),
      ("hints", summary.hints), ("undetermined", summary.undetermined),
      ("strengths", summary.strengths),
    ]
    return .object(members.map { ($0, .int(Int64($1))) })
  }

  private func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// Points to the last one of a thousand million, so that gains add up to what was lost.
  private func points(_ share: Double) -> JSONText { .double((share * 1e9).rounded() / 1e9) }

  /// A share of points to four decimals, so that the text does not hang on the order of adding up.
  private func share(_ share: Double) -> JSONText { .double((share * 10000).rounded() / 10000) }
}
