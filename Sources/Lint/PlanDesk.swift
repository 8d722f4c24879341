import CEL
import SourceText

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
  /// How places are named that were asked for, by their number; empty until one is.
  private var spots: [Spot?] = []
  /// What was missing, each once; what is missing below one place hangs together.
  private var missing: [Missing] = []
  /// The last thing missing below each place; -1 for none.
  private var lastMissing: [Int32] = []

  /// How findings name a place.
  struct Spot {
    let path: String
    /// The path with ids or names for indexes.
    let identity: String
    /// What to underline.
    let range: SourceRange
  }

  private struct Missing {
    let trail: [String]
    let path: String
    /// The thing before it that is missing below the same place; -1 for none.
    let before: Int32
  }

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

extension PlanDesk {
  /// How findings name a place; many point at the same ones.
  func spot(_ origin: Origin) -> Spot {
    let number = Int(origin.rawValue)
    if spots.isEmpty { spots = Array(repeating: nil, count: plan.places.count) }
    if let known = spots[number] { return known }
    let spot = Spot(
      path: plan.places.path(of: origin),
      identity: plan.places.identity(of: origin),
      range: plan.places.highlight(of: origin, in: plan.file)
    )
    spots[number] = spot
    return spot
  }

  /// Things that are missing as numbers, each once.
  func numbers(of attributes: [Attribute]) -> [Int] {
    let numbers = attributes.map(number)
    return numbers.count > 1 ? numbers.uniqued() : numbers
  }

  private func number(of attribute: Attribute) -> Int {
    if lastMissing.isEmpty { lastMissing = Array(repeating: -1, count: plan.places.count) }
    let origin = attribute.origin ?? PlaceTable.root
    var number = lastMissing[Int(origin.rawValue)]
    while number >= 0 {
      let known = missing[Int(number)]
      if known.trail == attribute.trail { return Int(number) }
      number = known.before
    }
    let path = plan.places.path(of: attribute)
    let before = lastMissing[Int(origin.rawValue)]
    missing.append(Missing(trail: attribute.trail, path: path, before: before))
    lastMissing[Int(origin.rawValue)] = Int32(missing.count - 1)
    return missing.count - 1
  }

  /// The paths of all that was missing, by number.
  var missingPaths: [String] { missing.map(\.path) }

  /// The path to fill in.
  func path(ofMissing number: Int) -> String {
    missing[number].path
  }
}
