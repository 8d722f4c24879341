import CEL
package import Lint
package import SourceText

/// The two ways of reading a plan side by side: whenever the quick one answers, both must give the same.
package struct PlanComparison {
  /// Whether the quick reading vouches for the plan.
  package let isSound: Bool
  /// The first thing in which the two differ; nil when they do not, or when the quick one gives up.
  package let difference: String?

  package init(_ reader: PlanReader, _ file: SourceFile) {
    guard let quick = reader.readSound(file) else {
      (isSound, difference) = (false, nil)
      return
    }
    isSound = true
    difference = Self.difference(quick, reader.readThoroughly(file))
  }

  private static func difference(_ quick: Plan, _ thorough: Plan) -> String? {
    let problems = (quick.problems.map(show), thorough.problems.map(show))
    guard problems.0 == problems.1 else { return "problems \(problems.0) for \(problems.1)" }
    guard quick.file.bytes == thorough.file.bytes else { return "bytes" }
    guard quick.status == thorough.status else { return "status \(thorough.status)" }
    guard quick.isComplete == thorough.isComplete else { return "completeness" }
    guard quick.places.count == thorough.places.count else {
      return "\(quick.places.count) places for \(thorough.places.count)"
    }
    for number in 0..<quick.places.count {
      let origin = Origin(rawValue: Int32(number))
      let (left, right) = (show(origin, in: quick), show(origin, in: thorough))
      guard left == right else { return "place \(left) for \(right)" }
    }
    let (left, right) = (show(quick.value), show(thorough.value))
    guard left != right else { return nil }
    let start = zip(left, right).prefix { $0 == $1 }.count
    return "value \(left.dropFirst(start).prefix(80)) for \(right.dropFirst(start).prefix(80))"
  }

  private static func show(_ problem: PlanProblem) -> String {
    "\(problem.kind) at \(problem.path), \(problem.range)"
  }

  private static func show(_ origin: Origin, in plan: Plan) -> String {
    let places = plan.places
    return "\(places.path(of: origin)) \(places.identity(of: origin)) \(places.range(of: origin)) "
      + "\(places.highlight(of: origin, in: plan.file))"
  }

  /// All that a value holds, its origins and what is not known included.
  private static func show(_ value: Value?) -> String {
    guard let value else { return "absent" }
    let origin = value.origin.map { "@\($0.rawValue) " } ?? ""
    switch value.kind {
    case .structure(let structure):
      let slots = structure.slots.map(show).joined(separator: ", ")
      let place = structure.origin.map { "\($0.rawValue)" } ?? "nowhere"
      return "\(origin)\(structure.type.name) at \(place) open \(structure.isOpen) {\(slots)}"
    case .list(let list):
      let items = list.elements.map(show).joined(separator: ", ")
      return "\(origin)[\(items)] and \(list.rest.map { "\($0)" } ?? "no more")"
    case .map(let map):
      let entries = map.entries.map { "\(show($0.key)): \(show($0.value))" }
      return "\(origin){\(entries.joined(separator: ", "))}"
    default: return "\(origin)\(value.kind)"
    }
  }
}
