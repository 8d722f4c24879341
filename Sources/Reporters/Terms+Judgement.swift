import Lint

/// Words about gains, next steps and deviations.
extension Terms {
  /// What a gain in share of points is on the grade, which runs over nine points.
  func points(_ gain: Double) -> String {
    let hundredths = Int((gain * 900).rounded())
    guard hundredths > 0 else { return choose("minder dan 0,01 punt", "less than 0.01 point") }
    let decimals = hundredths % 100
    let figure = "\(hundredths / 100)\(choose(",", "."))\(decimals < 10 ? "0" : "")\(decimals)"
    return "\(figure) \(choose("punt", hundredths == 100 ? "point" : "points"))"
  }

  func effort(_ effort: Effort) -> String {
    switch effort {
    case .low: choose("kost weinig werk", "takes little work")
    case .medium: choose("kost wat werk", "takes some work")
    case .high: choose("kost veel werk", "takes much work")
    }
  }

  func kind(_ kind: Finding.Kind) -> String {
    switch kind {
    case .problem: choose("verbeterpunt", "to improve")
    case .strength: choose("sterk punt", "strength")
    case .undetermined: choose("nog niet te beoordelen", "cannot be judged yet")
    }
  }

  func status(_ status: Deviation.Status) -> String {
    switch status {
    case .used:
      choose("Geldt: dit gaat niet van het cijfer af.", "Holds: it costs no points.")
    case .unused:
      choose(
        "Niet nodig: deze regel vindt niets in het plan.",
        "Not needed: this rule finds nothing."
      )
    case .expired: choose("Verlopen: de einddatum is voorbij.", "Expired: its end date has passed.")
    case .unexplained:
      choose("Telt niet: er staat geen reden bij.", "Does not count: no reason is given.")
    case .unknown:
      choose("Telt niet: deze regel bestaat niet.", "Does not count: there is no such rule.")
    case .mandatory:
      choose(
        "Telt niet: deze regel wijst op een tegenspraak en die moet je oplossen.",
        "Does not count: this rule points at a contradiction, which must be solved."
      )
    }
  }

  /// What the next step leads to.
  func reaches(_ step: NextStep, in language: Language) -> String {
    let band = step.band[language]
    return choose(
      "Pak je deze \(step.findings.count == 1 ? "bevinding" : "\(step.findings.count) bevindingen") aan, dan wordt het \(grade(step.grade)): \(band).",
      "With \(step.findings.count == 1 ? "this finding" : "these \(step.findings.count) findings") mended the grade becomes \(grade(step.grade)): \(band)."
    )
  }

  var nextStep: String { choose("Volgende stap", "Next step") }
  var deviations: String { choose("Uitzonderingen", "Deviations") }
  var withoutDeviations: String { choose("zonder uitzonderingen", "without deviations") }
  var noReason: String { choose("geen reden genoemd", "no reason given") }
  var until: String { choose("tot", "until") }
}
