import CEL

/// Why a rule could not judge, told to the reader.
struct UndeterminedWording: Sendable {
  /// Why the first thing missing is not known; nil when nothing is missing.
  let reason: Reason?
  /// What went wrong inside the rule.
  let defect: String?
  let language: Language

  /// The message, with the paths to fill in.
  func message(missing: [String]) -> String {
    if let defect {
      return language == .nl
        ? "Deze regel kon niet rekenen: \(defect). Dat ligt aan de regel, niet aan je plan."
        : "This rule could not compute: \(defect). That is the rule's fault, not the plan's."
    }
    let paths = missing.joined(separator: ", ")
    guard !missing.isEmpty else {
      return language == .nl ? "Nog niet te beoordelen." : "Cannot be judged yet."
    }
    switch reason {
    case .imprecise?:
      return language == .nl
        ? "Nog niet te beoordelen. Maak de datum preciezer: \(paths)."
        : "Cannot be judged yet. Make the date more precise: \(paths)."
    case .unreadable?:
      return language == .nl
        ? "Nog niet te beoordelen. Verbeter eerst: \(paths)."
        : "Cannot be judged yet. Mend first: \(paths)."
    case .notReported?:
      return language == .nl
        ? "Niet te beoordelen. Het plan meldt niet: \(paths)."
        : "Cannot be judged. The plan does not report: \(paths)."
    default:
      return language == .nl
        ? "Nog niet te beoordelen. Vul in: \(paths)."
        : "Cannot be judged yet. Fill in: \(paths)."
    }
  }
}
