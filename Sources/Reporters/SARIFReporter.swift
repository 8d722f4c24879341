import Lint
import SourceText

/// SARIF 2.1.0, which code hosts and viewers of findings read.
///
/// Problems are results of kind `fail`, what could not be judged `open`; strengths, `pass`, come on request.
struct SARIFReporter {
  private let report: Report
  private let terms: Terms
  private let includesStrengths: Bool
  /// The rules of all results, in the order in which these first name them.
  private let rules: [String]

  init(report: Report, includesStrengths: Bool) {
    self.report = report
    self.includesStrengths = includesStrengths
    terms = Terms(language: report.language)
    rules = report.plans.flatMap(\.findings)
      .filter { includesStrengths || $0.kind != .strength }
      .map(\.rule).uniqued()
  }

  func render() -> String {
    JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).indented + "\n"
  }

  private var run: JSONText {
    let isWhole = report.summary.unreadable == 0
    return .object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string(report.tool.name)),
              ("version", .string(report.tool.version)),
              ("language", .string(report.language.rawValue)),
              ("rules", .array(rules.map(descriptor))),
              (
                "properties",
                .object([
                  ("pack", .string(report.pack.id)),
                  ("packVersion", .string(report.pack.version)),
                  ("packDigest", .string(report.pack.digest)),
                ])
              ),
            ])
          )
        ])
      ),
      ("language", .string(report.language.rawValue)),
      ("columnKind", .string("unicodeCodePoints")),
      ("invocations", .array([.object([("executionSuccessful", .bool(isWhole))])])),
      ("artifacts", .array(report.plans.map(artifact))),
      ("results", .array(report.plans.indices.flatMap(results))),
    ])
  }

  /// SARIF 2.1.0, section 3.24.
  private func artifact(_ plan: PlanReport) -> JSONText {
    var properties: [(String, JSONText)] = [("status", .string(plan.status.rawValue))]
    if let name = plan.municipality { properties.append(("municipality", .string(name))) }
    if let score = plan.score {
      properties += [("low", share(score.total.low)), ("high", share(score.total.high))]
      if let grade = score.grade { properties.append(("grade", .double(grade))) }
    }
    return .object([
      ("location", .object([("uri", .string(Self.uri(plan.file.path)))])),
      ("length", .int(Int64(plan.file.bytes.count))),
      ("encoding", .string("UTF-8")),
      ("sourceLanguage", .string("yaml")),
      ("hashes", .object([("fnv1a64", .string(digest(of: plan)))])),
      ("properties", .object(properties)),
    ])
  }

  private func digest(of plan: PlanReport) -> String {
    String(Hash.digest(of: plan.file.bytes).drop { $0 != ":" }.dropFirst())
  }

  private func results(ofPlan index: Int) -> [JSONText] {
    let plan = report.plans[index]
    return plan.findings.filter { includesStrengths || $0.kind != .strength }
      .map { result($0, in: plan.file, at: index) }
  }

  /// SARIF 2.1.0, section 3.27.
  private func result(_ finding: Finding, in file: SourceFile, at index: Int) -> JSONText {
    var members: [(String, JSONText)] = [
      ("ruleId", .string(finding.rule)),
      ("ruleIndex", .int(Int64(rules.firstIndex(of: finding.rule) ?? -1))),
      ("kind", .string(kind(of: finding))),
      ("level", .string(level(of: finding))),
      ("message", message(finding.message)),
      (
        "locations",
        .array([
          .object([
            ("physicalLocation", physicalLocation(finding.range, in: file, at: index)),
            (
              "logicalLocations",
              .array([.object([("fullyQualifiedName", .string(finding.path))])])
            ),
          ])
        ])
      ),
    ]
    let related = relatedLocations(of: finding, in: file, at: index)
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    members.append(
      ("partialFingerprints", .object([("plantoets/v1", .string(finding.fingerprint.description))]))
    )
    if let deviation = finding.deviation {
      members.append(("suppressions", suppressions(deviation)))
    }
    if let state = finding.baseline { members.append(("baselineState", .string(state.rawValue))) }
    members.append(("properties", properties(of: finding)))
    return .object(members)
  }

  /// SARIF 2.1.0, section 3.27.9.
  private func kind(of finding: Finding) -> String {
    switch finding.kind {
    case .problem: "fail"
    case .strength: "pass"
    case .undetermined: "open"
    }
  }

  /// SARIF 2.1.0, section 3.27.10: only what fails has a level.
  private func level(of finding: Finding) -> String {
    finding.kind == .problem ? Self.level(finding.severity ?? .hint) : "none"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, .hint: "note"
    }
  }

  private func properties(of finding: Finding) -> JSONText {
    var members: [(String, JSONText)] = []
    if let lesson = finding.lesson { members.append(("lesson", .string(lesson))) }
    if let severity = finding.severity { members.append(("severity", .string(severity.rawValue))) }
    if let effort = finding.effort { members.append(("effort", .string(effort.rawValue))) }
    if let remedy = finding.remedy { members.append(("remedy", .string(remedy))) }
    members.append(("gain", share(finding.gain)))
    if !finding.missing.isEmpty {
      members.append(("missing", .array(finding.missing.map(JSONText.string))))
    }
    return .object(members)
  }

  /// SARIF 2.1.0, section 3.35: the plan itself says that it deviates, and why.
  private func suppressions(_ deviation: Deviation) -> JSONText {
    .array([
      .object([
        ("kind", .string("inSource")),
        ("status", .string("accepted")),
        ("justification", .string(deviation.reason ?? terms.noReason)),
      ])
    ])
  }

  private func relatedLocations(
    of finding: Finding,
    in file: SourceFile,
    at index: Int
  ) -> [JSONText] {
    let rows = finding.evidence.compactMap { row in row.range.map { (row, $0) } }
    return rows.enumerated().map { number, row in
      .object([
        ("id", .int(Int64(number + 1))),
        ("physicalLocation", physicalLocation(row.1, in: file, at: index)),
        ("message", message("\(row.0.path.dropFirst(2)) = \(row.0.shown)")),
      ])
    }
  }

  /// SARIF 2.1.0, section 3.29.
  private func physicalLocation(
    _ range: SourceRange,
    in file: SourceFile,
    at index: Int
  ) -> JSONText {
    let start = file.location(of: range.start)
    let end = file.location(of: range.end)
    return .object([
      (
        "artifactLocation",
        .object([("uri", .string(Self.uri(file.path))), ("index", .int(Int64(index)))])
      ),
      (
        "region",
        .object([
          ("startLine", .int(Int64(start.line))), ("startColumn", .int(Int64(start.column))),
          ("endLine", .int(Int64(end.line))), ("endColumn", .int(Int64(end.column))),
        ])
      ),
    ])
  }

  /// SARIF 2.1.0, section 3.11.5: braces are doubled; a bracket that would make a link is set apart.
  private func message(_ text: String) -> JSONText {
    let literal = TerminalText.visible(text).replacing("{", with: "{{").replacing("}", with: "}}")
    return .object([("text", .string(literal.replacing("](", with: "] (")))])
  }

  /// A path as a relative reference, or an absolute one with its scheme (RFC 3986).
  static func uri(_ path: String) -> String {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let encoded = path.utf8.map { byte -> String in
      if allowed.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  private func share(_ share: Double) -> JSONText { .double((share * 10000).rounded() / 10000) }
}

/// Rules, with their help.
extension SARIFReporter {
  /// SARIF 2.1.0, section 3.49; a finding about the plan's form tells of itself.
  private func descriptor(_ id: String) -> JSONText {
    guard let rule = report.pack.rules.first(where: { $0.id == id }) else { return form(id) }
    var members: [(String, JSONText)] = [
      ("id", .string(id)),
      ("shortDescription", .object([("text", .string(rule.title))])),
      ("fullDescription", .object([("text", .string(rule.why))])),
      (
        "help",
        .object([("text", .string(help(rule))), ("markdown", .string(markdownHelp(rule)))])
      ),
    ]
    if let severity = rule.severity {
      members.append(
        ("defaultConfiguration", .object([("level", .string(Self.level(severity)))]))
      )
    }
    members.append(
      (
        "properties",
        .object([
          ("lesson", .string(rule.lesson)), ("weight", .int(Int64(rule.weight))),
          ("mandatory", .bool(rule.isMandatory)), ("tags", .array([.string(rule.lesson)])),
        ])
      )
    )
    return .object(members)
  }

  private func form(_ id: String) -> JSONText {
    let title = report.plans.flatMap(\.findings).first { $0.rule == id }?.title ?? id
    return .object([
      ("id", .string(id)), ("shortDescription", .object([("text", .string(title))])),
    ])
  }

  private func help(_ rule: RuleSummary) -> String {
    ([rule.why, rule.remedy].compactMap { $0 }
      + rule.citations.map { "\(terms.source): \(report.pack.words($0))" })
      .joined(separator: "\n")
  }

  private func markdownHelp(_ rule: RuleSummary) -> String {
    var parts = [
      "**\(MarkdownText.escaped(rule.title))**", MarkdownText.escaped(rule.why),
    ]
    if let remedy = rule.remedy {
      parts.append("**\(capitalised(terms.remedy))**\n\n\(MarkdownText.escaped(remedy))")
    }
    let thresholds = rule.thresholds.map { threshold in
      let unit = threshold.unit.map { " " + $0 } ?? ""
      let basis = threshold.basis == .judgement ? " (\(terms.ownChoice))" : ""
      return "- \(MarkdownText.escaped("\(threshold.name): \(threshold.value)\(unit)"))\(basis)"
    }
    if !thresholds.isEmpty {
      parts.append("**\(terms.thresholdsTitle)**\n\n\(thresholds.joined(separator: "\n"))")
    }
    let sources = rule.citations.map { "- \(MarkdownText.escaped(report.pack.words($0)))" }
    if !sources.isEmpty {
      parts.append("**\(terms.sources)**\n\n\(sources.joined(separator: "\n"))")
    }
    return parts.joined(separator: "\n\n")
  }

  private func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
