import Lint

/// A report to print and to read in a council: one file, without scripts or anything from elsewhere.
///
/// Keeps to WCAG 2.2 AA: landmarks, headings in order, tables with headers, no meaning by colour alone.
struct HTMLReporter {
  private let report: Report
  private let terms: Terms
  /// The page that this one belongs to, as seen from here.
  private let home: String?

  init(report: Report, home: String? = nil) {
    self.report = report
    self.home = home
    terms = Terms(language: report.language)
  }

  func render() -> String {
    "<!DOCTYPE html>\n"
      + Markup.tag("html", with: ["lang": report.language.rawValue], head, body).render(as: .html)
  }

  private var pages: [PlanPage] {
    report.plans.indices.map { PlanPage(report: report, index: $0) }
  }

  private var title: String {
    guard report.plans.count == 1, let page = pages.first else {
      return terms.reportOfPlans(report.plans.count)
    }
    return "\(terms.reportOf) \(page.name)"
  }

  private var head: Markup {
    .tag(
      "head",
      .tag("meta", with: ["charset": "utf-8"]),
      .tag(
        "meta",
        with: ["name": "viewport", "content": "width=device-width, initial-scale=1"]
      ),
      .tag("meta", with: ["name": "color-scheme", "content": "light dark"]),
      .tag(
        "meta",
        with: ["name": "generator", "content": "\(report.tool.name) \(report.tool.version)"]
      ),
      .tag("title", "\(title)"),
      .style(StyleSheet.rules)
    )
  }

  private var body: Markup {
    let pages = pages
    return .tag(
      "body",
      .tag("a", class: "skip", with: ["href": "#inhoud"], "\(terms.skipToContent)"),
      home.map { home in
        .tag(
          "nav",
          class: "sheet back",
          with: ["aria-label": terms.backToReview],
          .tag("a", with: ["href": home], "← \(terms.backToReview)")
        )
      } ?? [],
      pages.count == 1 ? [] : overviewHeader,
      .tag(
        "main",
        with: ["id": "inhoud"],
        pages.count == 1 ? [] : overview(pages),
        .group(pages.map(\.content))
      ),
      footer
    )
  }

  private var overviewHeader: Markup {
    .tag(
      "header",
      class: "sheet opening",
      .tag("p", class: "kicker", "\(terms.checkedBy(report.pack.title))"),
      .tag("h1", class: "level-1", "\(title)"),
      .tag("p", class: "about", "\(terms.advice)")
    )
  }

  /// A table of all plans, when there are several.
  private func overview(_ pages: [PlanPage]) -> Markup {
    let columns = [
      terms.plan, terms.gradeName, terms.judgedShare, terms.improvements, terms.undetermined,
    ]
    return .tag(
      "section",
      class: "sheet part",
      .tag("h2", class: "level-2", "\(terms.overview)"),
      DataTable(
        caption: nil,
        columns: columns,
        rows: pages.map { page in
          DataTable.Row(
            header: .tag("a", with: ["href": "#\(page.prefix)"], page.dutch(page.name)),
            cells: page.overviewCells
          )
        }
      ).markup
    )
  }

  private var footer: Markup {
    .tag(
      "footer",
      class: "sheet",
      .tag("p", "\(terms.madeWith(report.tool, report.pack))")
    )
  }
}
