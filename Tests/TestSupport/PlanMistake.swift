/// A mistake that officials make in a plan's form.
enum PlanMistake: CaseIterable {
  case misspelledField
  case unknownField
  case missingName
  case danglingReference
  case wordOutsideChoices
  case suspiciousAmount
  case vagueDate
  case noSuchDay

  /// The plan with the mistake in one of its activities, counted from 0, or in its head.
  func made(in tree: PlanTree, activity: Int) -> PlanTree {
    let place: PlanTree.Path = [.key("activiteiten"), .index(activity)]
    switch self {
    case .misspelledField:
      return tree.removing(place + [.key("budget")]).setting("buget", to: "45000", at: place)
    case .unknownField: return tree.setting("kosten_per_kind", to: "350", at: place)
    case .missingName: return tree.removing([.key("gemeente"), .key("naam")])
    case .danglingReference: return tree.setting("thema", to: "t99", at: place)
    case .wordOutsideChoices: return tree.setting("aard", to: "vernieuwing", at: place)
    case .suspiciousAmount: return tree.setting("budget", to: "12.500", at: place)
    case .vagueDate: return tree.setting("eind", to: "medio 2024", at: place)
    case .noSuchDay: return tree.setting("eind", to: "2024-06-31", at: place)
    }
  }
}

extension PlanTree {
  fileprivate func setting(_ field: String, to text: String, at place: Path) -> PlanTree {
    changing(place) { item in
      guard case .map(var entries) = item else { return item }
      entries.removeAll { $0.key == field }
      entries.append(Entry(key: field, value: .scalar(text)))
      return .map(entries)
    }
  }
}
