import Lint

/// What stands out among the plans: classes, outliers, shared text, movement, and what could not be read.
extension ReviewPage {
  var sizeClasses: Markup {
    let groups = review.sizeClasses.groups
    guard !groups.isEmpty else { return [] }
    var rows = [
      DataTable.Row(
        header: "\(terms.gradeName)",
        cells: groups.map { $0.total.map { "\(terms.grade(Score.grade($0)))" } ?? "–" }
      )
    ]
    rows += review.lessons.indices.map { lesson in
      DataTable.Row(
        header: "\(review.title(ofLesson: lesson))",
        cells: groups.map { $0.lessons[lesson].map { "\(terms.percent($0))" } ?? "–" }
      )
    }
    return section(
      "grootte",
      terms.sizeClasses,
      lead: terms.sizeClassesLead,
      DataTable(columns: [terms.lesson] + groups.map(terms.sizeClass), rows: rows).markup,
      terms.leftOut(review.sizeClasses).map { .tag("p", class: "facts", "\($0)") } ?? []
    )
  }

  var outliers: Markup {
    let rows = review.outliersByPlan.map { group in
      DataTable.Row(
        header: link(group.plan),
        cells: [
          .tag(
            "ul",
            class: "seen",
            .group(group.outliers.map { .tag("li", "\(review.words($0, terms))") })
          )
        ]
      )
    }
    return section(
      "opvallend",
      terms.outliers,
      lead: rows.isEmpty ? terms.noOutliers : terms.outliersLead,
      rows.isEmpty ? [] : table([terms.municipality, terms.apartOn], rows)
    )
  }

  var overlaps: Markup {
    let groups = review.overlaps.groups
    let shown = groups.prefix(limits.rows).enumerated().map { index, overlap -> Markup in
      [
        .tag("h3", class: "level-3", "\(terms.group(index + 1, overlap.plans.count))"),
        .tag("p", "\(terms.sharedText(overlap))"), links(overlap.plans),
      ]
    }
    let rest = groups.count - shown.count
    let common = review.overlaps.common
    return section(
      "tekst",
      terms.overlaps,
      lead: groups.isEmpty ? terms.noOverlaps : terms.overlapsLead,
      .group(shown),
      rest > 0 ? .tag("p", class: "facts", "\(terms.moreInTable(rest))") : [],
      common >= 0.005 ? .tag("p", class: "facts", "\(terms.commonText(common))") : []
    )
  }

  var comparison: Markup {
    guard let comparison = review.comparison else { return [] }
    return section(
      "vorige",
      terms.sinceLast,
      lead: terms.moved(comparison),
      comparison.isSamePack ? [] : .tag("p", class: "notice", "\(terms.otherRules)"),
      movedLessons(comparison),
      movedPlans(comparison),
      comparison.new.isEmpty
        ? [] : fold(terms.newPlans(comparison.new.count), links(comparison.new)),
      comparison.gone.isEmpty
        ? [] : fold(terms.gonePlans(comparison.gone.count), gone(comparison.gone))
    )
  }

  private func movedLessons(_ comparison: ReviewComparison) -> Markup {
    var rows = comparison.lessons.map { lesson in
      DataTable.Row(
        header: "\(review.title(ofLesson: lesson.lesson))",
        cells: cells(lesson.median) + [
          "\(lesson.up)", "\(lesson.same)", "\(lesson.down)",
        ]
      )
    }
    let totals = comparison.plans.compactMap(\.total)
    let (up, down) = (totals.count(where: \.isUp), totals.count(where: \.isDown))
    rows.append(
      DataTable.Row(
        header: "\(terms.total)",
        cells: cells(comparison.median) + ["\(up)", "\(totals.count - up - down)", "\(down)"],
        isTotal: true
      )
    )
    let columns = [
      terms.lesson, terms.then, terms.now, terms.difference, terms.plansUp, terms.plansSame,
      terms.plansDown,
    ]
    return DataTable(columns: columns, rows: rows).markup
  }

  /// The plans whose total moved furthest.
  private func movedPlans(_ comparison: ReviewComparison) -> Markup {
    let moved = comparison.plans.compactMap { plan in
      plan.total.flatMap { $0.isUp || $0.isDown ? (plan: plan.plan, total: $0) : nil }
    }.sorted { left, right in
      let (far, near) = (abs(left.total.change), abs(right.total.change))
      return (near, left.plan) < (far, right.plan)
    }
    guard !moved.isEmpty else { return [] }
    let rows = moved.map { DataTable.Row(header: link($0.plan), cells: cells($0.total)) }
    let columns = [terms.municipality, terms.then, terms.now, terms.difference]
    return [.tag("h3", class: "level-3", "\(terms.movesMost)"), table(columns, rows)]
  }

  private func cells(_ movement: ReviewComparison.Movement?) -> [Markup] {
    guard let movement else { return ["–", "–", "–"] }
    return [
      "\(terms.percent(movement.from))", "\(terms.percent(movement.to))",
      "\(terms.change(movement))",
    ]
  }

  private func gone(_ plans: [EarlierReview.Plan]) -> Markup {
    let rest = plans.count - limits.plans
    let names = plans.prefix(limits.plans).map { plan -> Markup in
      .tag("li", dutch(plan.municipality ?? plan.path))
    }
    return .tag(
      "ul",
      class: "names",
      .group(names),
      rest > 0 ? .tag("li", "\(terms.moreInTable(rest))") : []
    )
  }

  var troubled: Markup {
    guard !review.troubled.isEmpty else { return [] }
    let rows = review.troubled.map { index in
      let plan = review.plans[index]
      return DataTable.Row(
        header: plan.page == nil ? .tag("code", "\(plan.path)") : link(index),
        cells: ["\(terms.status(plan.status))", plan.trouble.map { "\($0)" } ?? "–"]
      )
    }
    return section(
      "onleesbaar",
      terms.unreadPlans,
      lead: terms.unreadPlansLead,
      table([terms.plan, terms.outcome, terms.reason], rows)
    )
  }
}

extension Terms {
  fileprivate var outcome: String { choose("Uitkomst", "Outcome") }
  fileprivate func newPlans(_ count: Int) -> String {
    choose("Nieuw: \(plans(count))", "New: \(plans(count))")
  }
  fileprivate func gonePlans(_ count: Int) -> String {
    choose("Niet meer erbij: \(plans(count))", "No longer there: \(plans(count))")
  }
}
