/// What a plan does, what it costs and how it is measured: the parts that grow with the number of activities.
extension PlanDraft {
  /// In whole thousands; the same wherever the activity is named.
  func budget(of activity: Int) -> Int {
    var random = SplitMix(seed: UInt64(activity) &* 0x9E37_79B9 ^ UInt64(place.utf8.count) << 32)
    return Int.random(in: 8...320, using: &random) * 1000
  }

  mutating func activity(_ number: Int) -> PlanTree {
    let (later, sooner) = (Int.random(in: 0...9, using: &random), random.oneIn(4) ? 6 : 0)
    let first = start.adding(months: min(later, max(0, start.months(until: end) - 8)))
    let last = sooner == 0 ? end : end.adding(months: 1 - sooner).dayBefore
    let euros = budget(of: number)
    let isNew = words("nieuw", "intensivering", "voortzetting")
    return .fields([
      "id": .scalar("a\(number)"),
      "naam": .scalar(
        PlanWords.activityStarts.picked(&random) + " " + PlanWords.activityEnds.picked(&random)
      ),
      "preventief": perhaps(yesOrNo()),
      "thema": perhaps(references("t", of: themeCount, atMost: 1).first),
      "vraagstukken": problemCount > 0 ? perhaps(references("v", of: problemCount)) : nil,
      "doelgroepen": perhaps(references("d", of: groupCount)),
      "bestedingsdoel": perhaps(
        words("bovenschools", "voorschools", "zorg-en-welzijn", "samenwerking", "thuiszitters")
      ),
      "aard": perhaps(isNew),
      "intentie": perhaps(words("tijdelijk", "structureel")),
      "pilot": isNew == .scalar("nieuw") ? perhaps(pilot()) : nil,
      "start": day(first),
      "eind": day(last),
      "budget": perhaps(amount(euros)),
      "dekking": perhaps(coverage(of: euros)),
      "uitvoerder": perhaps(partner()),
      "trekker": perhaps(role()),
      "bereik": perhaps(
        .fields([
          "aantal": quantity(20...900, step: 10),
          "eenheid": perhaps(words("leerlingen per schooljaar", "kinderen", "gezinnen per jaar")),
        ])
      ),
      "toeleiding": perhaps(
        some(
          of: ["outreachend", "via_school", "via_jgz", "via_wijkteam", "inschrijving"],
          atMost: 3
        )
      ),
      "inzet": perhaps(staff()),
      "toelichting": remark(),
    ])
  }

  private mutating func pilot() -> PlanTree {
    .fields([
      "criterium": words(
        "minder verwijzingen en een hoger welbevinden dan bij de nulmeting",
        "ten minste de helft van de scholen betaalt mee",
        "deelnemers blijven een heel jaar"
      ),
      "besluitdatum": perhaps(day(after: 14...40)),
    ])
  }

  private mutating func staff() -> PlanTree {
    .fields([
      "uren_per_week_per_locatie": quantity(4...24, step: 2),
      "locaties": quantity(1...9),
      "rol": words("uitvoerend", "adviserend", "coordinerend"),
      "dienstverband": perhaps(words("vast", "tijdelijk", "inhuur")),
    ])
  }

  /// The sources that pay for an activity; they add up to its budget, most of the time.
  private mutating func coverage(of euros: Int) -> PlanTree {
    let rest = random.oneIn(3) ? euros / 5000 * 1000 : 0
    let missing = random.oneIn(8) ? 2000 : 0
    let ids = sources.shuffled(using: &random).map { PlanWords.sources[$0].0 }
    var parts = [
      PlanTree.fields(["bron": .scalar(ids[0]), "bedrag": amount(euros - rest - missing)])
    ]
    if ids.count > 1, rest > 0 {
      parts.append(.fields(["bron": .scalar(ids[1]), "bedrag": amount(rest)]))
    }
    return .list(parts)
  }

  mutating func budget(activities count: Int) -> PlanTree {
    let remark = remark()
    var posts: [PlanTree] = []
    var total = 0
    for number in 1...count {
      let euros = budget(of: number)
      total += euros
      let post = PlanTree.fields([
        "soort": .scalar("activiteit"), "activiteit": .scalar("a\(number)"),
        "bedrag": amount(euros),
      ])
      posts += [perhaps(post)].compactMap { $0 }
    }
    for (kind, text, share) in [
      ("coordinatie", "projectleider en secretariaat", 20),
      ("monitoring", "metingen en evaluatie", 40), ("onvoorzien", "nieuwe vragen", 25),
    ] {
      let euros = total / share / 1000 * 1000
      let post = PlanTree.fields([
        "soort": .scalar(kind), "omschrijving": .scalar(text), "bedrag": amount(euros),
        "spelregels": kind == "onvoorzien"
          ? perhaps(words("college beslist na advies van de stuurgroep", "PM")) : nil,
      ])
      if let post = perhaps(post) {
        posts.append(post)
        total += euros
      }
    }
    // Totals come from another spreadsheet, and do not always follow the last change.
    let stated = random.oneIn(5) ? total + 15_000 : total
    return .fields([
      "totaal": amount(stated), "posten": .list(posts), "toelichting": remark,
    ])
  }

  mutating func monitoring(activities count: Int) -> PlanTree {
    let remark = remark()
    let indicators = (1...count).compactMap { number in perhaps(indicator(number)) }
    return .fields([
      "verandertheorie": perhaps(yesOrNo()),
      "verantwoordelijke": perhaps(role()),
      "cyclus": perhaps(
        .fields([
          "meten": .list([day(after: 6...12), day(after: 18...24)]),
          "bespreken": perhaps(.list([day(after: 12...16), day(after: 24...28)])),
          "bijstellen": perhaps(.list([day(after: 14...18)])),
        ])
      ),
      "belasting": perhaps(.fields(["vragenlijsten_per_school_per_jaar": quantity(1...4)])),
      "indicatoren": indicators.isEmpty ? nil : .list(indicators),
      "evaluaties": perhaps(
        .list([
          .fields(["soort": .scalar("tussentijds"), "datum": day(after: 12...20)]),
          .fields(["soort": .scalar("eind"), "datum": day(after: 28...46)]),
        ])
      ),
      "toelichting": remark,
    ])
  }

  private mutating func indicator(_ number: Int) -> PlanTree {
    let isCounted = !random.oneIn(4)
    let value = Int.random(in: 10...80, using: &random)
    let (first, last) = (day(after: 0...4), day(after: 20...46))
    return .fields([
      "id": .scalar("i\(number)"),
      "omschrijving": word(of: PlanWords.measures),
      "domein": perhaps(words("bereik", "kwaliteit", "opbrengst")),
      "soort": .scalar(isCounted ? "kwantitatief" : "kwalitatief"),
      "eenheid": perhaps(isCounted ? words("aantal", "procent") : .scalar("gespreksverslag")),
      "nulmeting": isCounted
        ? perhaps(.fields(["waarde": .scalar("\(value)"), "datum": first])) : nil,
      "streefwaarde": isCounted
        ? perhaps(.fields(["waarde": .scalar("\(value + 10)"), "datum": last])) : nil,
      "meetmomenten": perhaps(.list([day(after: 8...14), day(after: 20...26)])),
      "bron": perhaps(word(of: PlanWords.registers)),
      "activiteiten": perhaps(.list([.scalar("a\(number)")])),
      "uitsplitsing": perhaps(references("d", of: groupCount)),
    ])
  }
}

extension PlanTree {
  /// The only item of a list of one.
  fileprivate var first: PlanTree? {
    if case .list(let items) = self { items.first } else { nil }
  }
}
