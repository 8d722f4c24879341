import Lint

/// The lessons and the rules over all plans.
extension ReviewPage {
  var lessons: Markup {
    let most = review.lessons.compactMap { $0.spread?.tenths.max() }.max() ?? 0
    let rows = review.lessons.map { lesson in
      DataTable.Row(
        header: "\(lesson.title)",
        cells: [
          lesson.spread.map { drawing($0, of: lesson, most: most) } ?? "–",
          lesson.spread.map { "\(terms.percent($0.median))" } ?? "–",
          lesson.spread.map { spread in
            "\(terms.percent(spread.lowerQuarter)) \(terms.to) \(terms.percent(spread.upperQuarter))"
          } ?? "–",
          "\(terms.plans(lesson.missed.count))", "\(terms.plans(lesson.open))",
        ]
      )
    }
    let missed = review.lessons.filter { !$0.missed.isEmpty }
      .sorted { ($1.missed.count, $0.id) < ($0.missed.count, $1.id) }
    return section(
      "lessen",
      terms.lessonsOfAll,
      lead: terms.lessonsOfAllLead,
      DataTable(
        columns: [
          terms.lesson, terms.spreadName, terms.middle, terms.middleHalf, terms.missedBy,
          terms.openIn,
        ],
        rows: rows
      ).markup,
      missed.isEmpty
        ? []
        : [
          .tag("h3", class: "level-3", "\(terms.whoMisses)"),
          .group(
            missed.map { fold(terms.missedIn($0.title, $0.missed.count), links($0.missed)) }
          ),
        ]
    )
  }

  private func drawing(_ spread: Spread, of lesson: LessonOverview, most: Int) -> Markup {
    DistributionDrawing(
      spread: spread,
      most: most,
      id: "verdeling-\(lesson.id)",
      title: terms.distribution(lesson.title),
      description: terms.tenths(spread)
    ).markup
  }

  var rules: Markup {
    guard !review.rules.isEmpty else { return [] }
    let lessons = Dictionary(
      review.lessons.map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first }
    )
    let rows = review.rules.map { rule in
      DataTable.Row(
        header: ["\(rule.title) ", .tag("code", "\(rule.id)")],
        cells: [
          "\(rule.lesson.flatMap { lessons[$0] } ?? terms.form)",
          fold(
            terms.inPlans(rule.plans.count, of: review.plans.count),
            links(rule.plans)
          ),
        ]
      )
    }
    return section(
      "regels",
      terms.rulesOfAll,
      lead: terms.rulesOfAllLead,
      table([terms.ruleName, terms.lesson, terms.plansNoun], rows)
    )
  }

  /// The titles of rules, of many the first ones.
  private func waiting(_ rules: [String]) -> String {
    let shown = rules.prefix(4).map { titles[$0] ?? $0 }
    let rest = rules.count - shown.count
    return (rest > 0 ? shown + [terms.more(rest)] : shown).joined(separator: "; ")
  }

  var fields: Markup {
    guard !review.fields.isEmpty else { return [] }
    let rows = review.fields.map { field in
      DataTable.Row(
        header: .tag("code", with: ["lang": "nl"], "\(field.field)"),
        cells: [
          "\(terms.inPlans(field.plans, of: review.plans.count))",
          "\(waiting(field.rules))",
        ]
      )
    }
    return section(
      "velden",
      terms.fieldsOfAll,
      lead: terms.fieldsOfAllLead,
      table([terms.missingFact, terms.plansNoun, terms.waitingRules], rows)
    )
  }
}
