/// What is wrong with a deviation, with its wording.
enum DeviationProblem {
  case unknown(nearest: String?)
  case mandatory
  case unexplained
  case expired
  case unused
  /// It is for an item that the plan does not have.
  case unknownItem(String)
  /// It has an end, and nobody says for which day the plan is judged.
  case unknownEnd

  /// The id under which it is reported, like a rule's.
  var rule: String {
    switch self {
    case .unknown: "uitzondering-onbekend"
    case .mandatory: "uitzondering-kan-niet"
    case .unexplained: "uitzondering-zonder-reden"
    case .expired, .unknownEnd: "uitzondering-verlopen"
    case .unused, .unknownItem: "uitzondering-ongebruikt"
    }
  }

  /// Nil for what could not be judged.
  var severity: Severity? {
    switch self {
    case .unknown, .mandatory, .unexplained, .expired, .unknownItem: .warning
    case .unused: .info
    case .unknownEnd: nil
    }
  }

  var title: LocalizedText {
    switch self {
    case .unknown:
      .init(nl: "Uitzondering op een onbekende regel", en: "Deviation from an unknown rule")
    case .mandatory:
      .init(nl: "Van deze regel kun je niet afwijken", en: "This rule cannot be set aside")
    case .unexplained: .init(nl: "Uitzondering zonder reden", en: "Deviation without a reason")
    case .expired, .unknownEnd:
      .init(nl: "Uitzondering is verlopen", en: "Deviation has expired")
    case .unused, .unknownItem:
      .init(nl: "Uitzondering wordt niet gebruikt", en: "Deviation is not used")
    }
  }

  func wording(of deviation: Deviation, in language: Language) -> ProblemWording {
    switch language {
    case .nl: dutch(deviation)
    case .en: english(deviation)
    }
  }

  private func dutch(_ deviation: Deviation) -> ProblemWording {
    let rule = deviation.rule
    return switch self {
    case .unknown(let nearest):
      .init(
        message: "Er is geen regel «\(rule)». Deze uitzondering doet niets.",
        remedy: nearest.map { "Bedoelde je «\($0)»?" }
          ?? "Neem de naam van de regel over uit het rapport."
      )
    case .mandatory:
      .init(
        message: "«\(rule)» wijst op een fout of tegenspraak. Daarvan kun je niet afwijken.",
        remedy: "Los de tegenspraak op en haal deze uitzondering weg."
      )
    case .unexplained:
      .init(
        message: "De uitzondering op «\(rule)» heeft geen reden. Zij telt daarom niet.",
        remedy: "Schrijf bij «reden:» waarom deze les hier niet past."
      )
    case .expired:
      .init(
        message:
          "De uitzondering op «\(rule)» gold tot \(deviation.until ?? "") en telt niet meer.",
        remedy: "Kijk of de reden nog klopt. Geef dan een nieuwe datum, of haal haar weg."
      )
    case .unused:
      .init(
        message: "De regel «\(rule)» vindt hier niets. De uitzondering is niet nodig.",
        remedy: "Haal de uitzondering weg."
      )
    case .unknownItem(let item):
      .init(
        message: "De uitzondering geldt voor «\(item)», maar dat staat niet in het plan.",
        remedy: "Zet bij «waar:» de id van het onderdeel, of haal «waar:» weg."
      )
    case .unknownEnd:
      .init(
        message: """
          Niet te beoordelen of de uitzondering op «\(rule)» nog geldt. \
          Zij loopt tot \(deviation.until ?? ""). Vul in: $.peildatum.
          """,
        remedy: "Vul «peildatum:» in, of toets met --peildatum."
      )
    }
  }

  private func english(_ deviation: Deviation) -> ProblemWording {
    let rule = deviation.rule
    return switch self {
    case .unknown(let nearest):
      .init(
        message: "There is no rule “\(rule)”. This deviation does nothing.",
        remedy: nearest.map { "Did you mean “\($0)”?" }
          ?? "Take the name of the rule from the report."
      )
    case .mandatory:
      .init(
        message: "“\(rule)” points at a mistake or contradiction. It cannot be set aside.",
        remedy: "Solve the contradiction and remove this deviation."
      )
    case .unexplained:
      .init(
        message: "The deviation from “\(rule)” has no reason, so it does not count.",
        remedy: "Write behind “reden:” why this lesson does not fit here."
      )
    case .expired:
      .init(
        message:
          "The deviation from “\(rule)” held until \(deviation.until ?? "") and counts no longer.",
        remedy: "See whether the reason still holds; then give a new date, or remove it."
      )
    case .unused:
      .init(
        message: "The rule “\(rule)” finds nothing here. The deviation is not needed.",
        remedy: "Remove the deviation."
      )
    case .unknownItem(let item):
      .init(
        message: "The deviation is for “\(item)”, which is not in the plan.",
        remedy: "Put the item's id behind “waar:”, or remove “waar:”."
      )
    case .unknownEnd:
      .init(
        message: """
          Cannot be judged whether the deviation from “\(rule)” still holds. \
          It runs until \(deviation.until ?? ""). Fill in: $.peildatum.
          """,
        remedy: "Fill in “peildatum:”, or check with --peildatum."
      )
    }
  }
}
