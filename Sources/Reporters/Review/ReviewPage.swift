import Lint

/// The review as a page: one file, complete without its script, which only sorts and searches.
///
/// Keeps to WCAG 2.2 AA, as the page of a plan does.
struct ReviewPage {
  /// How much is shown, so that a page of ten thousand plans can still be read.
  struct Limits {
    /// Plans in a list.
    var plans = 40
    /// Rows of a table, but for the matrix, which holds every plan.
    var rows = 40
  }

  let review: Review
  let terms: Terms
  let names: PlanNames
  let titles: [String: String]
  let limits: Limits

  init(review: Review, limits: Limits = Limits()) {
    self.review = review
    self.limits = limits
    terms = Terms(language: review.language)
    names = PlanNames(review)
    titles = review.ruleTitles
  }

  func render() -> String {
    "<!DOCTYPE html>\n"
      + Markup.tag("html", with: ["lang": review.language.rawValue], head, body).render(as: .html)
  }

  private var title: String { terms.reviewTitle(review.account.plans) }

  private var head: Markup {
    .tag(
      "head",
      .tag("meta", with: ["charset": "utf-8"]),
      .tag("meta", with: ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag("meta", with: ["name": "color-scheme", "content": "light dark"]),
      .tag(
        "meta",
        with: ["name": "generator", "content": "\(review.tool.name) \(review.tool.version)"]
      ),
      .tag("title", "\(title)"),
      .style(StyleSheet.rules),
      .style(ReviewStyle.rules)
    )
  }

  private var body: Markup {
    .tag(
      "body",
      .tag("a", class: "skip", with: ["href": "#inhoud"], "\(terms.skipToContent)"),
      .tag(
        "main",
        with: ["id": "inhoud"],
        header,
        contents,
        comparison,
        matrix,
        lessons,
        rules,
        fields,
        sizeClasses,
        outliers,
        overlaps,
        troubled
      ),
      .tag(
        "footer",
        class: "sheet",
        .tag("p", "\(terms.reviewAdvice) \(terms.advice) \(terms.thresholds)"),
        .tag(
          "p",
          "\(terms.madeWith(review.tool, review.pack)) ",
          .tag("code", "\(review.pack.digest)")
        )
      ),
      .script(MatrixScript.code)
    )
  }

  private var header: Markup {
    .tag(
      "header",
      class: "sheet opening",
      .tag("p", class: "kicker", "\(terms.checkedBy(review.pack.title))"),
      .tag("h1", class: "level-1", "\(title)"),
      .tag("p", class: "about", "\(terms.reviewAdvice)"),
      .tag("ul", class: "brief", with: ["aria-label": terms.inShort], .group(brief))
    )
  }

  /// What stands out most, in a few sentences.
  private var brief: [Markup] {
    var sentences = [
      terms.account(review.account), terms.grades(review.total),
    ]
    if let lesson = review.lessons.max(by: { $0.missed.count < $1.missed.count }),
      !lesson.missed.isEmpty
    {
      sentences.append(terms.mostMissed(lesson.title, lesson.missed.count))
    }
    if let rule = review.rules.first(where: { $0.lesson != nil }) {
      sentences.append(terms.mostFound(rule.title, rule.plans.count))
    }
    if let field = review.fields.first {
      sentences.append(terms.mostAbsent(field.field, field.plans))
    }
    return sentences.map { .tag("li", "\($0)") }
  }

  /// The sections below, to jump to.
  private var contents: Markup {
    let sections: [(String, String, Bool)] = [
      ("vorige", terms.sinceLast, review.comparison != nil),
      ("plannen", terms.matrix, true),
      ("lessen", terms.lessonsOfAll, true),
      ("regels", terms.rulesOfAll, !review.rules.isEmpty),
      ("velden", terms.fieldsOfAll, !review.fields.isEmpty),
      ("grootte", terms.sizeClasses, !review.sizeClasses.groups.isEmpty),
      ("opvallend", terms.outliers, true),
      ("tekst", terms.overlaps, true),
      ("onleesbaar", terms.unreadPlans, !review.troubled.isEmpty),
    ]
    return .tag(
      "nav",
      class: "sheet contents",
      with: ["aria-label": terms.contents],
      .tag(
        "ul",
        .group(
          sections.filter(\.2).map { id, title, _ in
            .tag("li", .tag("a", with: ["href": "#\(id)"], "\(title)"))
          }
        )
      )
    )
  }

  /// A section with its heading and what to know before reading it.
  func section(_ id: String, _ title: String, lead: String, _ content: Markup...) -> Markup {
    .tag(
      "section",
      class: id == "plannen" ? "sheet part wide" : "sheet part",
      .tag("h2", class: "level-2", with: ["id": id], "\(title)"),
      .tag("p", class: "lead", "\(lead)"),
      .group(content)
    )
  }

  /// A plan's name, leading to its own page, else to its row.
  func link(_ plan: Int) -> Markup {
    let page = review.plans[plan].page ?? "#p\(plan)"
    return .tag("a", with: ["href": page], dutch(names[plan]))
  }

  /// The names of plans in a list, of many the first ones.
  func links(_ plans: [Int]) -> Markup {
    let rest = plans.count - limits.plans
    return .tag(
      "ul",
      class: "names",
      .group(plans.prefix(limits.plans).map { .tag("li", link($0)) }),
      rest > 0 ? .tag("li", "\(terms.moreInTable(rest))") : []
    )
  }

  /// A list to unfold.
  func fold(_ title: String, _ content: Markup) -> Markup {
    .tag("details", .tag("summary", "\(title)"), content)
  }

  /// The first rows of a table, and how many there are more.
  func table(_ columns: [String], _ rows: [DataTable.Row]) -> Markup {
    let rest = rows.count - limits.rows
    return [
      DataTable(columns: columns, rows: Array(rows.prefix(limits.rows))).markup,
      rest > 0 ? .tag("p", class: "facts", "\(terms.moreInTable(rest))") : [],
    ]
  }

  /// Words of a plan, which are Dutch in any review.
  func dutch(_ words: String) -> Markup {
    guard review.language != .nl else { return .text(words) }
    return .tag("span", with: ["lang": "nl"], .text(words))
  }
}
