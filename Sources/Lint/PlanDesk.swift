import CEL

/// A plan laid ready for judging: what all rules need of it, found once.
///
/// Serves one thread.
final class PlanDesk {
  let plan: Plan
  /// The day it is judged for; unknown when nobody says.
  let date: Value
  /// The facts of the scheme that pays for it; unknown when it names none.
  let scheme: Value
  /// The items of lists of the plan without those that are there twice, by the list's place.
  private var distinct: [Origin: [Value]] = [:]

  init(_ plan: Plan, date: Value?, pack: RulePack) {
    self.plan = plan
    self.date = date ?? plan.unknown("peildatum")
    scheme = plan.scheme.flatMap { pack.schemes[$0] } ?? plan.unknown("programma", "regeling")
  }

  /// The items of a list, each once; many rules go over the same lists.
  func subjects(_ value: Value, _ list: ListValue) -> [Value] {
    guard let origin = value.origin else { return list.elements.distinct }
    if let known = distinct[origin] { return known }
    let items = list.elements.distinct
    distinct[origin] = items
    return items
  }
}
