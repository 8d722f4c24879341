package import SourceText
import YAML

/// What an earlier run found, read back from its JSON report or from a baseline.
package struct EarlierReport: Sendable {
  package struct Finding: Sendable {
    package var fingerprint: String
    package var rule: String
    /// Whether it is a problem that counts: no strength, nothing undetermined, not set aside.
    package var isCounted: Bool
    package var isSetAside: Bool
    package var severity: Severity?
    package var message: String
  }

  package struct Lesson: Sendable {
    package var id: String
    package var title: String
    package var low: Double?
  }

  package struct Plan: Sendable {
    package var path: String
    package var isReadable: Bool
    package var low: Double?
    package var grade: Double?
    package var lessons: [Lesson]
    package var findings: [Finding]
  }

  /// Everything that keeps a file from being used.
  package struct Failure: Error, Sendable {
    package let diagnostics: [Diagnostic]
  }

  package var path: String
  /// The hash of the pack that judged; nil when the file does not say.
  package var packDigest: String?
  package var plans: [Plan]

  /// Reads a file that `check --format json` or `--write-baseline` wrote.
  package static func read(
    _ file: SourceFile,
    language: Language
  ) -> Result<EarlierReport, Failure> {
    var reading = EarlierReading(file: file, language: language)
    let report = reading.report()
    guard let report, reading.diagnostics.isEmpty else {
      return .failure(Failure(diagnostics: reading.diagnostics))
    }
    return .success(report)
  }
}

/// The reading of one such file; JSON is YAML too, so that its places come for free.
private struct EarlierReading {
  let file: SourceFile
  let language: Language
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, language: Language) {
    self.file = file
    self.language = language
  }

  mutating func report() -> EarlierReport? {
    let result = Parser().parse(file)
    for problem in result.problems {
      let words = PlanProblem(problem, in: file).wording(in: language)
      complain(LocalizedText(nl: words.message, en: words.message), at: problem.range)
    }
    guard result.problems.isEmpty else { return nil }
    guard let root = result.root, root.mapping != nil, let version = root["schemaVersion"] else {
      complain(
        LocalizedText(
          nl: "Dit is geen rapport of nulmeting van plantoets.",
          en: "This is no report or baseline of plantoets."
        ),
        at: file.contentRange(ofLine: 1),
        help: LocalizedText(
          nl: "Maak er een met «plantoets check --format json» of «--write-baseline».",
          en: "Make one with “plantoets check --format json” or “--write-baseline”."
        )
      )
      return nil
    }
    guard version.text == "1" else {
      complain(
        LocalizedText(
          nl: "Deze versie (\(version.text ?? "?")) ken ik niet; ik lees versie 1.",
          en: "Version \(version.text ?? "?") is not known here; this reads version 1."
        ),
        at: version.range
      )
      return nil
    }
    let plans = items("plans", of: root).compactMap { plan($0) }
    return EarlierReport(
      path: file.path,
      packDigest: root["pack"]?["digest"]?.text,
      plans: plans
    )
  }

  private mutating func plan(_ node: Node) -> EarlierReport.Plan? {
    guard let path = text("path", of: node) else { return nil }
    let lessons = (node["lessons"]?.sequence ?? []).compactMap { lesson -> EarlierReport.Lesson? in
      guard let id = text("id", of: lesson) else { return nil }
      return EarlierReport.Lesson(
        id: id,
        title: lesson["title"]?.text ?? id,
        low: number("low", of: lesson)
      )
    }
    return EarlierReport.Plan(
      path: path,
      isReadable: node["status"]?.text != "unreadable",
      low: node["score"].flatMap { number("low", of: $0) },
      grade: node["score"].flatMap { number("grade", of: $0) },
      lessons: lessons,
      findings: items("findings", of: node).compactMap { finding($0) }
    )
  }

  private mutating func finding(_ node: Node) -> EarlierReport.Finding? {
    guard let fingerprint = text("fingerprint", of: node), let rule = text("rule", of: node) else {
      return nil
    }
    let isSetAside = node["setAside"]?.text == "true"
    let kind = node["kind"]?.text ?? "problem"
    return EarlierReport.Finding(
      fingerprint: fingerprint,
      rule: rule,
      isCounted: kind == "problem" && !isSetAside,
      isSetAside: isSetAside,
      severity: node["severity"]?.text.flatMap(Severity.init(rawValue:)),
      message: node["message"]?.text ?? ""
    )
  }

  private mutating func items(_ key: String, of node: Node) -> [Node] {
    guard let items = node[key]?.sequence else {
      complain(
        LocalizedText(nl: "Hier ontbreekt de lijst «\(key)».", en: "The list “\(key)” is missing."),
        at: node[key]?.range ?? start(of: node)
      )
      return []
    }
    return items
  }

  private mutating func text(_ key: String, of node: Node) -> String? {
    guard let text = node[key]?.text, !text.isEmpty else {
      complain(
        LocalizedText(nl: "Hier ontbreekt «\(key)».", en: "“\(key)” is missing here."),
        at: node[key]?.range ?? start(of: node)
      )
      return nil
    }
    return text
  }

  private mutating func number(_ key: String, of node: Node) -> Double? {
    switch node[key]?.resolved {
    case .int(let number)?: return Double(number)
    case .float(let number)?: return number
    case .null?, nil: return nil
    default:
      complain(
        LocalizedText(nl: "«\(key)» moet een getal zijn.", en: "“\(key)” must be a number."),
        at: node[key]?.range ?? start(of: node)
      )
      return nil
    }
  }

  private func start(of node: Node) -> SourceRange {
    SourceRange(node.range.start, node.range.start)
  }

  private mutating func complain(
    _ message: LocalizedText,
    at range: SourceRange,
    help: LocalizedText? = nil
  ) {
    diagnostics.append(
      Diagnostic(message[language], help: help?[language], file: file, range: range)
    )
  }
}
