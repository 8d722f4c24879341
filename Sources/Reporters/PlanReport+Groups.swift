import Lint

/// A field that the plan lacks, with the rules that wait for it.
struct MissingField {
  /// As the plan writes it, with `[…]` for the items of a list; a sentence when no field is missing.
  var name: String
  /// In how many places.
  var places: Int
  /// One finding of each rule, by rule id.
  var findings: [Finding]
}

extension PlanReport {
  /// The problems that count, those of each rule together, so that a reader meets its advice once.
  ///
  /// The gravest first, then by place.
  var problemGroups: [[Finding]] {
    Self.groups(of: findings.filter { $0.kind == .problem && $0.deviation == nil })
  }

  /// The problems that the plan sets aside, those of each rule together.
  var setAsideGroups: [[Finding]] {
    Self.groups(of: findings.filter { $0.kind == .problem && $0.deviation != nil })
  }

  private static func groups(of findings: [Finding]) -> [[Finding]] {
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in findings {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    let unsorted = order.map { rule -> (findings: [Finding], gravest: Severity) in
      let findings = groups[rule] ?? []
      return (findings, findings.gravest)
    }
    return unsorted.enumerated().sorted { left, right in
      let (gravest, other) = (left.element.gravest, right.element.gravest)
      return gravest == other ? left.offset < right.offset : gravest > other
    }.map(\.element.findings)
  }

  var strengths: [Finding] { findings.filter { $0.kind == .strength } }

  /// How many findings of a severity count.
  func count(_ severity: Severity) -> Int {
    findings.count {
      $0.kind == .problem && $0.deviation == nil && ($0.severity ?? .hint) == severity
    }
  }

  /// What could not be judged by the field that it waits for; the field that most rules wait for first.
  var missingFields: [MissingField] {
    var fields: [(name: String, paths: Set<String>, findings: [Finding])] = []
    var places: [String: Int] = [:]
    for finding in findings where finding.kind == .undetermined {
      for path in finding.missing.isEmpty ? [finding.message] : finding.missing {
        let name = Gap.field(of: path)
        let place = places[name] ?? fields.count
        if place == fields.count {
          places[name] = place
          fields.append((name, [], []))
        }
        fields[place].paths.insert(path)
        if !fields[place].findings.contains(where: { $0.rule == finding.rule }) {
          fields[place].findings.append(finding)
        }
      }
    }
    let unsorted = fields.map { field in
      MissingField(
        name: field.name.hasPrefix("$.") ? String(field.name.dropFirst(2)) : field.name,
        places: field.paths.count,
        findings: field.findings.sorted { $0.rule < $1.rule }
      )
    }
    return unsorted.enumerated().sorted { left, right in
      let (most, other) = (left.element.findings.count, right.element.findings.count)
      return most == other ? left.offset < right.offset : most > other
    }.map(\.element)
  }
}

extension Finding {
  /// What joins the title to what follows: nothing more where it ends as a question.
  var titleEnd: String { title.last.map("?!.".contains) == true ? " " : ": " }

  /// The title, and what is said under it.
  func titled(_ words: String) -> String { title + titleEnd + words }
}

extension Sequence<Finding> {
  /// The gravest severity among them.
  var gravest: Severity { compactMap(\.severity).max() ?? .hint }
}

extension PackSummary {
  /// A citation as people read it.
  func words(_ citation: Citation) -> String {
    let source = sources.first { $0.id == citation.document }
    return "\(source?.title ?? citation.document), «\(citation.section)»"
  }
}
