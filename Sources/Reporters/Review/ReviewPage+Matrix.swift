import Lint

/// The matrix of plans and lessons: a heat map whose every cell also says its number.
extension ReviewPage {
  var matrix: Markup {
    section(
      "plannen",
      terms.matrix,
      lead: terms.matrixLead,
      legend,
      // Shown by the script, without which it would do nothing.
      .tag(
        "div",
        class: "tools",
        with: ["hidden": ""],
        .tag("p", "\(terms.matrixSort)"),
        .tag(
          "p",
          .tag("label", with: ["for": "zoek"], "\(terms.search)"),
          .tag("input", with: ["id": "zoek", "type": "search", "autocomplete": "off"]),
          .tag("span", with: ["role": "status"])
        )
      ),
      .tag(
        "div",
        class: "matrix",
        with: ["role": "region", "tabindex": "0", "aria-labelledby": "plannen"],
        .tag(
          "table",
          with: ["id": "matrix"],
          .tag("caption", class: "unseen", "\(terms.matrix)"),
          .tag("thead", .tag("tr", .group(columns))),
          .tag("tbody", .group(names.order.map(row)))
        )
      )
    )
  }

  private var legend: Markup {
    let steps = (0..<5).map { step -> Markup in
      .tag("li", class: "c\(step)", "\(step * 20)–\(step * 20 + 20)")
    }
    return .tag(
      "ul",
      class: "legend",
      with: ["aria-label": terms.legend],
      .group(steps),
      .tag("li", class: "o", "\(terms.openIn.lowercased())"),
      .tag("li", class: "m", "\(terms.missed)")
    )
  }

  private var columns: [Markup] {
    let titles = [terms.gradeName] + review.lessons.map(\.title)
    return [.tag("th", with: ["scope": "col"], "\(terms.municipality)")]
      + titles.map { .tag("th", class: "lesson", with: ["scope": "col"], .tag("span", "\($0)")) }
  }

  private func row(_ index: Int) -> Markup {
    let plan = review.plans[index]
    let name = plan.page == nil ? dutch(names[index]) : link(index)
    let header = Markup.tag("th", with: ["scope": "row"], name)
    guard let score = plan.score else {
      let count = "\(review.lessons.count + 1)"
      return .tag(
        "tr",
        with: ["id": "p\(index)"],
        header,
        .tag("td", class: "unread", with: ["colspan": count], "\(terms.status(plan.status))")
      )
    }
    return .tag(
      "tr",
      with: ["id": "p\(index)"],
      header,
      grade(score),
      .group(review.lessons.indices.map { cell($0, of: plan) })
    )
  }

  /// The grade, or what the total can be where there is none.
  private func grade(_ score: Score) -> Markup {
    guard let grade = score.grade else {
      return .tag(
        "td",
        class: "o",
        "\(terms.noGradeShort) ",
        .tag("small", "\(terms.figures(score.total))%")
      )
    }
    return .tag("td", class: Self.step(score.total.low), "\(terms.grade(grade))")
  }

  private func cell(_ lesson: Int, of plan: PlanDigest) -> Markup {
    guard plan.lessons.indices.contains(lesson), let interval = plan.lessons[lesson] else {
      return .tag("td", "–")
    }
    let step = Review.counted(interval).map(Self.step) ?? "o"
    let isMissed = LessonOverview.isMissed(interval)
    return .tag("td", class: isMissed ? "\(step) m" : step, "\(terms.figures(interval))")
  }

  /// The class of a share's colour.
  private static func step(_ share: Double) -> String { "c\(min(4, max(0, Int(share * 5))))" }
}

extension Terms {
  fileprivate var search: String { choose("Zoek een gemeente", "Find a municipality") }
  fileprivate var missed: String { choose("gemist", "missed") }
}
