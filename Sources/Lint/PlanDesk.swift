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
  /// The items of lists of the plan without those that are there twice, with the list's place; few lists are judged.
  private var distinct: [(list: Origin, items: [Value])] = []
  /// What to underline at places that were asked for, by their number; empty until one is.
  private var ranges: [SourceRange?] = []
  /// Their paths, likewise.
  private var paths: [String?] = []
  /// Their paths with ids or names for indexes, likewise.
  private var identities: [String?] = []
  /// What was missing, each once; what is missing below one place hangs together.
  private var missing: [Missing] = []
  /// The last thing missing below each place; -1 for none.
  private var lastMissing: [Int32] = []

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
    // Looked at where they lie: a loop over the elements would copy each list on its way.
    for place in distinct.indices where distinct[place].list.rawValue == origin.rawValue {
      return distinct[place].items
    }
    let items = list.elements.distinct
    distinct.append((origin, items))
    return items
  }
}

// Findings name places, and many name the same ones.
extension PlanDesk {
  /// What to underline for a place.
  func range(of origin: Origin) -> SourceRange {
    known(in: &ranges, origin) { plan.places.highlight(of: origin, in: plan.file) }
  }

  /// The path to a place.
  func path(of origin: Origin) -> String {
    known(in: &paths, origin) { plan.places.path(of: origin) }
  }

  /// The path to a place with ids or names for indexes.
  func identity(of origin: Origin) -> String {
    known(in: &identities, origin) { plan.places.identity(of: origin) }
  }

  private func known<Answer>(
    in answers: inout [Answer?],
    _ origin: Origin,
    make: () -> Answer
  ) -> Answer {
    let number = Int(origin.rawValue)
    if answers.isEmpty { answers = Array(repeating: nil, count: plan.places.count) }
    if let known = answers[number] { return known }
    let answer = make()
    answers[number] = answer
    return answer
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
