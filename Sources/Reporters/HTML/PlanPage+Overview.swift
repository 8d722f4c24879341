import Lint

/// A plan as a row among others.
extension PlanPage {
  /// Grade, share that could be judged, problems, and rules that wait.
  var overviewCells: [Markup] {
    guard let score = plan.score, hasScore else {
      return ["\(terms.notRead)", "–", "\(problemCount)", "–"]
    }
    let grade = score.grade.map { grade in
      let band = score.band.map { ", \($0[report.language])" } ?? ""
      return "\(terms.grade(grade))\(band)"
    }
    return [
      "\(grade ?? terms.noGrade)", "\(terms.percent(score.total.basis))", "\(problemCount)",
      "\(plan.findings.count { $0.kind == .undetermined })",
    ]
  }

  private var problemCount: Int {
    plan.findings.count { $0.kind == .problem && $0.deviation == nil }
  }
}
