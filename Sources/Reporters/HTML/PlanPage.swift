import Lint
import SourceText

/// What the report says of one plan, from the outcome down to how it came about.
///
/// The whole document when it is the only plan; else an article, with its headings one level lower.
struct PlanPage {
  /// How much is shown of one rule, so that a page stays small and can be read.
  struct Limits {
    /// Findings with the lines of the plan.
    var inFull = 6
    /// Findings after those, a line each.
    var inShort = 60
  }

  let report: Report
  let plan: PlanReport
  /// The plan's problems, by rule.
  let problemGroups: [[Finding]]
  let missingFields: [MissingField]
  let terms: Terms
  /// Begins all ids of this plan.
  let prefix: String
  let limits: Limits
  private let isAlone: Bool

  init(report: Report, index: Int, limits: Limits = Limits()) {
    self.report = report
    plan = report.plans[index]
    problemGroups = plan.problemGroups
    missingFields = plan.missingFields
    terms = Terms(language: report.language)
    prefix = "plan-\(index + 1)"
    isAlone = report.plans.count == 1
    self.limits = limits
  }

  /// What the plan is called, else whose it is, else its path.
  var name: String {
    plan.programme ?? plan.municipality.map(terms.planOf) ?? plan.file.path
  }

  var content: Markup {
    let parts: [Markup] = [
      opening, contents, nextStep, lessons, improvements, strengths, gaps, deviations, account,
      provenance,
    ]
    guard !isAlone else { return [header, .group(parts)] }
    return .tag(
      "article",
      class: "one-of-many",
      with: ["id": prefix, "aria-labelledby": "\(prefix)-naam"],
      header,
      .group(parts)
    )
  }

  private var header: Markup {
    .tag(
      "header",
      class: "sheet opening",
      .tag("p", class: "kicker", "\(isAlone ? terms.checkedBy(report.pack.title) : terms.plan)"),
      heading(1, id: "naam", dutch(name)),
      .tag(
        "p",
        class: "sub",
        plan.municipality.map { [dutch($0), " · "] } ?? [],
        .tag("code", "\(plan.file.path)")
      ),
      isAlone ? .tag("p", class: "about", "\(terms.advice)") : []
    )
  }

  /// The sections below, to jump to.
  private var contents: Markup {
    let sections: [(String, String, Bool)] = [
      ("stap", terms.nextStep, hasNextStep),
      ("lessen", terms.lessons, hasScore),
      ("beter", terms.improvements, true),
      ("sterk", terms.strengths, !plan.strengths.isEmpty),
      ("open", terms.undetermined, !missingFields.isEmpty),
      ("uitzonderingen", terms.deviations, !plan.deviations.isEmpty),
      ("cijfer", terms.account, hasScore),
      ("herkomst", terms.provenance, true),
    ]
    let items: [Markup] = sections.filter(\.2).map { id, title, _ in
      .tag("li", .tag("a", with: ["href": "#\(prefix)-\(id)"], "\(title)"))
    }
    return .tag(
      "nav",
      class: "sheet contents",
      with: ["aria-label": isAlone ? terms.contents : "\(terms.contents): \(name)"],
      .tag("ul", .group(items))
    )
  }

  var hasScore: Bool { plan.score != nil && plan.status != .unreadable }

  /// A section with its heading.
  func section(_ id: String, _ title: String, _ content: Markup...) -> Markup {
    .tag(
      "section",
      class: "sheet part",
      heading(2, id: id, "\(title)"),
      .group(content)
    )
  }

  /// A heading; level 1 is that of the plan's name.
  func heading(
    _ level: Int,
    id: String? = nil,
    _ content: Markup
  ) -> Markup {
    let name = "h\(min(6, isAlone ? level : level + 1))"
    guard let id else { return .tag(name, class: "level-\(level)", content) }
    return .tag(name, class: "level-\(level)", with: ["id": "\(prefix)-\(id)"], content)
  }

  /// Words of the plan or of a source, which are Dutch in any report.
  func dutch(_ words: String) -> Markup {
    guard report.language != .nl else { return .text(words) }
    return .tag("span", with: ["lang": "nl"], .text(words))
  }

  /// The interval in words, as `40% tot 62%`.
  func figures(_ interval: ScoreInterval) -> String {
    let (low, high) = (terms.percent(interval.low), terms.percent(interval.high))
    return low == high ? low : "\(low) \(terms.to) \(high)"
  }
}
