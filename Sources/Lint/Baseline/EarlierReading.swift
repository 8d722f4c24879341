import SourceText
import YAML

/// The reading of one such file; JSON is YAML too, so that its places come for free.
struct EarlierReading {
  let file: SourceFile
  let language: Language
  private(set) var diagnostics: [Diagnostic] = []

  /// Reports are ours, and may be of ten thousands of plans.
  private static let limits = YAML.Limits(bytes: 1_000_000_000, depth: 64, nodes: 100_000_000)

  init(file: SourceFile, language: Language) {
    self.file = file
    self.language = language
  }

  mutating func report() -> EarlierReport? {
    guard let root = root() else { return nil }
    let plans = items("plans", of: root).compactMap { plan($0) }
    return EarlierReport(
      path: file.path,
      packDigest: root["pack"]?["digest"]?.text,
      plans: plans
    )
  }

  /// What stands in the file, when it is of the version that is read here.
  private mutating func root() -> Node? {
    let result = Parser(limits: Self.limits).parse(file)
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
    return root
  }

  mutating func review() -> EarlierReview? {
    guard let root = root() else { return nil }
    let nodes = items("plans", of: root)
    let plans = nodes.compactMap { reviewed($0) }
    // A baseline has the same form, but nothing to compare with.
    if diagnostics.isEmpty, !nodes.isEmpty, !nodes.contains(where: { $0["score"] != nil }) {
      complain(
        LocalizedText(nl: "Hier staan geen scores in.", en: "There are no scores in this."),
        at: file.contentRange(ofLine: 1),
        help: LocalizedText(
          nl: "Maak een overzicht met «plantoets review --format json».",
          en: "Make a review with “plantoets review --format json”."
        )
      )
    }
    return EarlierReview(packDigest: root["pack"]?["digest"]?.text, plans: plans)
  }

  private mutating func reviewed(_ node: Node) -> EarlierReview.Plan? {
    guard let path = text("path", of: node) else { return nil }
    var lessons: [String: Double] = [:]
    for lesson in node["lessons"]?.sequence ?? [] {
      guard let id = text("id", of: lesson), let low = number("low", of: lesson),
        number("basis", of: lesson) ?? 1 >= Score.leastBasis
      else { continue }
      lessons[id] = low
    }
    return EarlierReview.Plan(
      path: path,
      municipality: node["municipality"]?.string,
      programme: node["programme"]?.string,
      low: node["score"].flatMap { number("low", of: $0) },
      grade: node["score"].flatMap { number("grade", of: $0) },
      lessons: lessons
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

extension Node {
  /// A text; nil for what is null in JSON, and for what is no text.
  fileprivate var string: String? {
    if case .null? = resolved { return nil }
    return text
  }
}
