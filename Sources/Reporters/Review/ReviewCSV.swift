import Lint

/// A row per plan, for spreadsheets: score, every lesson, and what stands out.
struct ReviewCSV {
  private let review: Review
  private let terms: Terms
  /// On what plans stand apart.
  private let apart: [Int: String]
  /// The number of the group of plans that share text.
  private let groups: [Int: Int]

  init(review: Review) {
    let terms = Terms(language: review.language)
    self.review = review
    self.terms = terms
    apart = Dictionary(grouping: review.outliers, by: \.plan).mapValues { outliers in
      outliers.map { $0.lesson.map(review.title(ofLesson:)) ?? terms.total }
        .joined(separator: "; ")
    }
    var groups: [Int: Int] = [:]
    for (number, overlap) in review.overlaps.groups.enumerated() {
      for plan in overlap.plans { groups[plan] = number + 1 }
    }
    self.groups = groups
  }

  func render() -> String {
    CSVText(language: review.language).render([columns] + review.plans.indices.map(cells))
  }

  private var columns: [String] {
    let lessons = review.lessons.flatMap { lesson in
      [
        "\(lesson.title): \(terms.sure.lowercased())",
        "\(lesson.title): \(terms.atMost.lowercased())",
      ]
    }
    return terms.reviewColumns + lessons
  }

  private func cells(of index: Int) -> [String] {
    let plan = review.plans[index]
    let score = plan.score
    let lessons = review.lessons.indices.flatMap { lesson -> [String] in
      let interval = plan.lessons.indices.contains(lesson) ? plan.lessons[lesson] : nil
      return [percents(interval?.low), percents(interval?.high)]
    }
    return [
      plan.path, plan.municipality ?? "", plan.programme ?? "", plan.sizeClass ?? "",
      terms.status(plan.status), score?.grade.map(terms.grade) ?? "",
      percents(score?.total.low), percents(score?.total.high), percents(score?.total.basis),
      "\(plan.failed.count)", plan.failed.map(\.rule).joined(separator: " "),
      plan.missing.map(\.field).joined(separator: " "), apart[index] ?? "",
      groups[index].map { "\($0)" } ?? "", plan.trouble ?? "",
    ] + lessons
  }

  /// A share in percents with one decimal, without the sign, so that a spreadsheet can reckon with it.
  private func percents(_ share: Double?) -> String {
    share.map { terms.grade($0 * 100) } ?? ""
  }
}
