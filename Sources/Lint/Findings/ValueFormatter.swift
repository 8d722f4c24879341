package import CEL

/// Writes values as people of a language do, in messages and evidence.
package struct ValueFormatter: Sendable {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func string(_ value: Value) -> String {
    switch value.kind {
    case .string(let text): return text
    case .bool(let flag): return yesNo(flag)
    case .int(let number): return "\(number)"
    case .uint(let number): return "\(number)"
    case .double(let number): return self.number(number)
    case .date(let date): return self.date(date)
    case .list(let list): return enumeration(list.elements.map(string))
    case .structure(let structure): return name(of: structure)
    case .unknown(let unknown):
      if unknown.isNotApplicable { return language == .nl ? "n.v.t." : "not applicable" }
      return language == .nl ? "onbekend" : "unknown"
    case .null: return language == .nl ? "niets" : "nothing"
    default: return "\(value)"
    }
  }

  /// A value without its place, for machines.
  package func plain(_ value: Value) -> PlainValue {
    switch value.kind {
    case .null, .unknown: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .uint(let number): Int64(exactly: number).map(PlainValue.int) ?? .double(Double(number))
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .date(let date): .string(date.description)
    case .list(let list): .list(list.elements.map(plain))
    case .structure(let structure): .string(name(of: structure))
    default: .string("\(value)")
    }
  }

  private func yesNo(_ flag: Bool) -> String {
    switch (language, flag) {
    case (.nl, true): "ja"
    case (.nl, false): "nee"
    case (.en, true): "yes"
    case (.en, false): "no"
    }
  }

  /// Whole numbers without decimals, others with a comma in Dutch.
  func number(_ number: Double) -> String {
    if let whole = Int64(exactly: number) { return "\(whole)" }
    let text = "\(number)"
    return language == .nl ? text.replacing(".", with: ",") : text
  }

  /// `a, b en c`.
  func enumeration(_ items: [String]) -> String {
    guard let last = items.last else { return language == .nl ? "niets" : "nothing" }
    guard items.count > 1 else { return last }
    let and = language == .nl ? " en " : " and "
    return items.dropLast().joined(separator: ", ") + and + last
  }

  /// What an item calls itself: its name, else its description, else its id, else its type.
  private func name(of structure: StructValue) -> String {
    for field in ["naam", "omschrijving", "soort", "rol", "id"] {
      if case .string(let text)? = structure[field]?.kind { return text }
    }
    return structure.type.name
  }

  private func date(_ date: DateInterval) -> String {
    let month = monthName(date.first.month)
    if date.first == date.last { return "\(date.first.day) \(month) \(date.first.year)" }
    let isYear =
      date.first.year == date.last.year && (date.first.month, date.first.day) == (1, 1)
      && (date.last.month, date.last.day) == (12, 31)
    if isYear { return "\(date.first.year)" }
    let isMonth = (date.first.year, date.first.month) == (date.last.year, date.last.month)
    if isMonth { return "\(month) \(date.first.year)" }
    return "\(date.first) / \(date.last)"
  }

  private func monthName(_ month: Int) -> String {
    let names: [String] =
      switch language {
      case .nl:
        [
          "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
          "oktober", "november", "december",
        ]
      case .en:
        [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ]
      }
    return names.indices.contains(month - 1) ? names[month - 1] : "\(month)"
  }
}
