import CEL
import JSONSchema
import SourceText

// What reading itself finds in a plan: wrong notations, and ids that lead nowhere.

extension PlanProblem.Kind {
  /// What is wrong with how a value is written; nil when nothing is.
  init?(_ reading: DutchFormat.Reading, of text: String, as format: DutchFormat) {
    switch reading {
    case .value: return nil
    case .wrong(let suggestions):
      self = .wrongNotation(format: format, text: text, suggestions: suggestions)
    case .noSuchDay(let last): self = .noSuchDay(text: text, last: last)
    case .suspicious(let suggestion):
      self = .suspiciousNumber(text: text, suggestion: suggestion)
    }
  }
}

extension PlanProblem {
  /// A reference to an id that no item of a list has; `list` is the list's path.
  init(
    unknownReference id: String,
    to list: String,
    among known: some Sequence<String>,
    at range: SourceRange,
    path: InstancePath
  ) {
    self.init(
      .unknownReference(
        id: id,
        list: String(list.dropFirst(2)),
        nearest: nearestName(to: id, among: known.sorted())
      ),
      at: range,
      path: path
    )
  }

  /// Items of a list, of the type with this name, that nothing refers to; the first id is at `range`.
  init(unused ids: [String], of type: String, in list: InstancePath, at range: SourceRange) {
    self.init(
      .unusedIDs(ids, list: String(list.description.dropFirst(2)), item: type),
      at: range,
      path: list
    )
  }
}
