package import CEL
package import SourceText

/// One plan, typed by the schema: what the rules judge.
package struct Plan: Sendable {
  package let file: SourceFile
  package let status: PlanReport.Status
  /// The plan as expressions see it; unknown when nothing could be read.
  package let value: Value
  package let places: PlaceTable
  /// What is wrong with its form, in the order of the text.
  package let problems: [PlanProblem]
  /// False when it says of itself that it does not tell all (`herkomst.volledig: nee`).
  package let isComplete: Bool
}

extension Plan {
  package var municipality: String? { text(at: ["gemeente", "naam"]) }

  package var programme: String? { text(at: ["programma", "naam"]) }

  /// The day for which the plan is judged, when it names one.
  package var referenceDate: Value? { value(at: ["peildatum"]) }

  /// The scheme that pays for it, as its id.
  package var scheme: String? { text(at: ["programma", "regeling"]) }

  /// The value that a chain of fields leads to; nil when it is absent.
  package func value(at path: [String]) -> Value? {
    var value = value
    for name in path {
      guard case .structure(let structure) = value.kind, let next = structure[name] else {
        return nil
      }
      value = next
    }
    return value
  }

  private func text(at path: [String]) -> String? {
    guard case .string(let text)? = value(at: path)?.kind else { return nil }
    return text
  }
}

extension Plan {
  /// An unknown for a field that is not there.
  func unknown(_ trail: String...) -> Value {
    Value(
      .unknown(
        UnknownSet([
          Attribute(
            origin: PlaceTable.root,
            trail: trail,
            reason: isComplete ? .absent : .notReported
          )
        ])
      )
    )
  }
}

extension StructValue {
  /// The value of a field; nil when it is absent or no field of the type.
  subscript(name: String) -> Value? {
    type.index(of: name).flatMap { slots.indices.contains($0) ? slots[$0] : nil }
  }
}
