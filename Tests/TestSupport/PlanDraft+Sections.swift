/// The parts of a plan that do not grow with the number of activities.
extension PlanDraft {
  mutating func origin() -> PlanTree {
    .fields([
      "soort": .scalar("fictief"), "volledig": .scalar(random.oneIn(12) ? "nee" : "ja"),
    ])
  }

  mutating func municipality() -> PlanTree {
    let inhabitants = Int.random(in: 8...230, using: &random) * 1000
    let size = inhabitants < 30_000 ? "klein" : inhabitants < 100_000 ? "middelgroot" : "groot"
    // Codes that no municipality has.
    let code = "GM9\(Int.random(in: 100...999, using: &random))"
    return .fields([
      "naam": .scalar(place),
      "cbs_code": perhaps(.scalar(code)),
      "inwonertal": perhaps(.scalar("\(inhabitants)")),
      "grootteklasse": perhaps(.scalar(size)),
    ])
  }

  mutating func programme() -> PlanTree {
    .fields([
      "naam": .scalar(
        "\(["Actieplan", "Plan", "Programma"].picked(&random)) \(place) \(start.year)-\(end.year)"
      ),
      "regeling": perhaps(
        words("npo-gemeenten", "npo-gemeenten", "kansrijke-wijk", "oab", "eigen")
      ),
      "looptijd": period(start, end),
      "status": perhaps(words("concept", "vastgesteld", "in_uitvoering")),
      "besluit": perhaps(
        .fields(["orgaan": words("college", "raad"), "datum": day(after: 0...5)])
      ),
    ])
  }

  mutating func analysis() -> PlanTree {
    let kinds = [
      ("schoolscan", "opbrengst van de scholen op hoofdlijnen"),
      ("cbs_achterstandsscore", "scores per vestiging"),
      ("jeugdmonitor_ggd", "welbevinden 4-18 jaar"),
      ("verzuimcijfers", "meldingen bij leerplicht"),
      ("enquete_jongeren", "ingevulde vragenlijsten vo"),
      ("gesprekken_scholen", "ronde langs schoolleiders en leraren"),
      ("wensenlijst_scholen", "wensen die scholen zelf indienden"),
    ]
    let sources = kinds.indices.chosen(Int.random(in: 1...7, using: &random), &random).map {
      index in
      PlanTree.fields([
        "soort": .scalar(kinds[index].0), "omschrijving": perhaps(.scalar(kinds[index].1)),
        "jaar": perhaps(.scalar("\(start.year - 1)")),
      ])
    }
    let problems = PlanWords.problems.indices.chosen(problemCount, &random).enumerated().map {
      PlanTree.fields([
        "id": .scalar("v\($0 + 1)"), "omschrijving": .scalar(PlanWords.problems[$1]),
        "aard": perhaps(words("structureel", "structureel", "tijdelijk")),
        "gedeeld_door": perhaps(somePartners(atMost: 3)),
      ])
    }
    let last = start.adding(months: Int.random(in: 1...4, using: &random)).dayBefore
    return .fields([
      "periode": perhaps(period(start, last)),
      "bronnen": perhaps(.list(sources)),
      "duiding": perhaps(.fields(["met": somePartners(atMost: 4), "datum": day(after: 1...4)])),
      "al_aanwezig_aanbod": perhaps(
        some(
          of: ["bijles door scholen zelf", "schoolmaatschappelijk werk vo", "weekendschool"],
          atMost: 3
        )
      ),
      "vraagstukken": .list(problems),
      "toelichting": remark(),
    ])
  }

  mutating func themes() -> PlanTree {
    .list(
      PlanWords.themes.indices.chosen(themeCount, &random).enumerated().map {
        .fields(["id": .scalar("t\($0 + 1)"), "naam": .scalar(PlanWords.themes[$1])])
      }
    )
  }

  mutating func groups() -> PlanTree {
    .list(
      PlanWords.groups.indices.chosen(groupCount, &random).enumerated().map {
        .fields([
          "id": .scalar("d\($0 + 1)"), "omschrijving": .scalar(PlanWords.groups[$1].0),
          "fase": perhaps(.list([.scalar(PlanWords.groups[$1].1)])),
          "omvang": perhaps(quantity(60...4800, step: 20)), "kwetsbaar": perhaps(yesOrNo()),
          "afbakening": perhaps(word(of: PlanWords.bounds)),
        ])
      }
    )
  }

  mutating func funding() -> PlanTree {
    let sources = sources.map { index in
      let (id, name, kind, origin) = PlanWords.sources[index]
      let isShared = ["school", "partner", "fonds"].contains(origin)
      return PlanTree.fields([
        "id": .scalar(id), "naam": .scalar(name), "karakter": perhaps(.scalar(kind)),
        "cofinanciering": perhaps(.scalar(isShared ? "ja" : "nee")),
        "herkomst": perhaps(.scalar(origin)),
        "partner": isShared ? perhaps(partner()) : nil,
        "vorm": isShared ? perhaps(words("geld", "in_natura")) : nil,
        "bedrag": perhaps(amount(Int.random(in: 20...1400, using: &random) * 1000)),
        "status": perhaps(words("bevestigd", "bevestigd", "toegezegd", "onzeker")),
        "eind": kind == "incidenteel" ? perhaps(day(end)) : nil,
      ])
    }
    return .fields([
      "bronnen": .list(sources),
      "verdeling": perhaps(
        .fields([
          "sleutel": words("naar_behoefte", "gemengd", "gelijk_per_leerling"),
          "criteria": perhaps(.list([.scalar("achterstandsscore"), .scalar("schoolscan")])),
        ])
      ),
      "uitbetaling_scholen": perhaps(words("declaratie", "subsidie", "inkoop_door_gemeente")),
      "toelichting": remark(),
    ])
  }

  mutating func planning() -> PlanTree {
    let kinds = ["samenwerking", "analyse", "keuze", "strategie", "voorbereiding"]
    var phases: [PlanTree] = []
    var first = start
    for kind in kinds {
      let next = first.adding(months: Int.random(in: 1...3, using: &random))
      phases += [
        perhaps(
          .fields(["soort": .scalar(kind), "start": day(first), "eind": day(next.dayBefore)])
        )
      ]
      .compactMap { $0 }
      first = next
    }
    for kind in ["uitvoering", "evaluatie", "borging"] {
      let from = kind == "uitvoering" ? first : end.adding(months: kind == "evaluatie" ? -8 : -4)
      phases += [perhaps(.fields(["soort": .scalar(kind), "start": day(from), "eind": day(end)]))]
        .compactMap { $0 }
    }
    return .fields([
      "fasen": phases.isEmpty ? nil : .list(phases),
      "bijstelmomenten": perhaps(.list([day(after: 12...16), day(after: 22...28)])),
      "aanvraagrondes": perhaps(.list([day(after: 6...9), day(after: 12...18)])),
      "toelichting": remark(),
    ])
  }

  mutating func cooperation() -> PlanTree {
    let partners = partners.map { index in
      let (id, name, domain, level) = PlanWords.partners[index]
      return PlanTree.fields([
        "id": .scalar(id), "naam": .scalar(name), "domein": perhaps(.scalar(domain)),
        "niveau": perhaps(.scalar(level)),
        "betrokken": perhaps(words("ja", "ja", "gedeeltelijk")),
        "gehoord": perhaps(yesOrNo()),
        "afspraak": random.oneIn(2)
          ? perhaps(
            .fields([
              "soort": words("subsidie", "convenant", "opdracht"),
              "bevat_doelen": perhaps(yesOrNo()),
              "eind": perhaps(day(end)),
            ])
          ) : nil,
      ])
    }
    return .fields([
      "kader": perhaps(
        some(
          of: ["Lokale Educatieve Agenda", "nota jeugd", "onderwijsachterstandenbeleid"],
          atMost: 3
        )
      ),
      "kader_opgesteld_met_partners": perhaps(yesOrNo()),
      "niveaus": perhaps(
        some(of: ["bestuurlijk", "beleid", "uitvoerend", "doelgroep"], atMost: 4)
      ),
      "interne_afdelingen": perhaps(
        some(of: ["onderwijs", "jeugd", "sport", "financiën"], atMost: 4)
      ),
      "overleg": perhaps(
        .list([
          .fields([
            "naam": words("LEA", "werkplaats jeugd", "kerngroep onderwijs en jeugd"),
            "bestaand": yesOrNo(), "keren_per_jaar": quantity(2...10),
          ])
        ])
      ),
      "partners": .list(partners),
      "toelichting": remark(),
    ])
  }

  mutating func participation() -> PlanTree {
    .list(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        .fields([
          "groep": words("jongeren", "ouders", "leerlingen", "professionals"),
          "vorm": words("enquête", "panel", "gesprekken op school", "idee-avond"),
          "aantal": perhaps(quantity(12...600, step: 4)),
          "momenten": perhaps(
            some(of: ["analyse", "keuze", "uitvoering", "evaluatie"], atMost: 4)
          ),
          "terugkoppeling": perhaps(yesOrNo()),
        ])
      }
    )
  }

  mutating func organisation() -> PlanTree {
    .fields([
      "capaciteit": perhaps(
        .list(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            .fields(["rol": role(), "fte": words("0.2", "0.5", "0,4", "1")])
          }
        )
      ),
      "contactpersonen": perhaps(
        .list(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            .fields(["rol": role(), "vervanger": perhaps(role())])
          }
        )
      ),
      "externe_ondersteuning": perhaps(.fields(["ingezet": words("ja", "nee")])),
      "toelichting": remark(),
    ])
  }

  mutating func continuation(activities count: Int) -> PlanTree {
    let covered = (1...count).prefix(6).compactMap { number in
      perhaps(
        .fields([
          "activiteit": .scalar("a\(number)"),
          "bron": words("jeugdbudget gemeente", "schoolbesturen po", "nog te zoeken"),
          "karakter": perhaps(words("structureel", "structureel", "incidenteel")),
          "bedrag_per_jaar": perhaps(amount(budget(of: number) / 3000 * 1000)),
          "status": perhaps(words("bevestigd", "toegezegd", "onzeker")),
        ])
      )
    }
    return .fields([
      "vervolgbesluit": perhaps(
        .fields(["orgaan": words("raad", "college"), "datum": day(after: 10...44)])
      ),
      "dekking_na_afloop": covered.isEmpty ? nil : .list(covered),
      "afbouwscenario": perhaps(prose(1...1)),
      "samenwerking": perhaps(
        .fields(["structuur": words("LEA", "jongerentafel"), "doorlopend": yesOrNo()])
      ),
      "kennis": perhaps(
        words("werkwijze en contacten staan in een handboek", "bij de projectleider")
      ),
      "toelichting": remark(),
    ])
  }

  mutating func accountability() -> PlanTree {
    .fields([
      "sisa": yesOrNo(), "doelen_apart": perhaps(yesOrNo()),
      "vorm": perhaps(some(of: ["cijfers", "verhaal"], atMost: 2)),
      "aan_raad": perhaps(.list([day(after: 10...15), day(after: 22...27)])),
    ])
  }

  mutating func risks() -> PlanTree {
    .list(
      PlanWords.risks.indices.chosen(Int.random(in: 1...6, using: &random), &random).map {
        .fields([
          "soort": .scalar(PlanWords.risks[$0].0), "omschrijving": .scalar(PlanWords.risks[$0].1),
          "maatregel": perhaps(
            words(
              "afspraak met besturen over inzet uit eigen regio",
              "start per school zodra het kan",
              "elk kwartaal bespreken in de kerngroep"
            )
          ),
          "opgetreden": perhaps(words("nee", "nee", "ja")),
          "status": perhaps(words("beheerst", "in_aanpak", "open")),
        ])
      }
    )
  }
}
