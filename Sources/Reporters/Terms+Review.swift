import Lint

/// Words of the review of many plans.
extension Terms {
  func reviewTitle(_ count: Int) -> String {
    choose("Overzicht van \(plans(count))", "Review of \(plans(count))")
  }
  var reviewAdvice: String {
    choose(
      "Dit overzicht laat patronen zien. Het is geen ranglijst en geen oordeel over een gemeente.",
      "This review shows patterns. It is no ranking, and no verdict on a municipality."
    )
  }
  var inShort: String { choose("In het kort", "In short") }

  /// What became of every path.
  func account(_ account: Review.Account) -> String {
    var parts = [
      choose("\(account.judged) getoetst", "\(account.judged) checked"),
      choose("\(account.partial) deels te lezen", "\(account.partial) partly readable"),
      unreadablePlans(account.unreadable),
    ]
    if account.skipped > 0 { parts.append(skipped(account.skipped)) }
    return "\(plans(account.plans)): \(parts.joined(separator: ", "))."
  }

  /// The grades in a sentence or two: of a few the ends, of more the middle half.
  func grades(_ spread: Spread?) -> String {
    guard let spread else {
      return choose("Geen plan kreeg een rapportcijfer.", "No plan got a grade.")
    }
    let start = choose(
      "Er is een rapportcijfer voor \(plans(spread.count))",
      "There is a grade for \(plans(spread.count))"
    )
    func grade(_ share: Double) -> String { self.grade(Score.grade(share)) }
    switch spread.count {
    case 1: return "\(start): \(grade(spread.median))."
    case 2...3: return "\(start): \(grade(spread.least)) \(to) \(grade(spread.greatest))."
    default:
      let (low, high) = (grade(spread.lowerQuarter), grade(spread.upperQuarter))
      return start
        + choose(
          ". Het middelste is \(grade(spread.median)). De middelste helft zit tussen \(low) en \(high).",
          ". The median is \(grade(spread.median)); the middle half lies between \(low) and \(high)."
        )
    }
  }

  func mostMissed(_ lesson: String, _ count: Int) -> String {
    choose(
      "Deze les wordt het vaakst gemist: «\(lesson)», in \(plans(count)).",
      "The lesson most often missed: “\(lesson)”, in \(plans(count))."
    )
  }
  func mostFound(_ rule: String, _ count: Int) -> String {
    choose(
      "Dit komt het vaakst voor: «\(rule)», in \(plans(count)).",
      "Found most often: “\(rule)”, in \(plans(count))."
    )
  }
  func mostAbsent(_ field: String, _ count: Int) -> String {
    choose(
      "Dit veld ontbreekt het vaakst: «\(field)», in \(plans(count)).",
      "The field most often missing: “\(field)”, in \(plans(count))."
    )
  }

  var lessonsOfAll: String { choose("De lessen over alle plannen", "The lessons over all plans") }
  var lessonsOfAllLead: String {
    choose(
      "Elk staafje telt plannen: links die met 0 tot 10 procent, rechts die met 90 tot 100 procent. Geteld is wat zeker is behaald. Een plan telt bij een les mee als minstens de helft van die les te beoordelen is. Gemist betekent: ook als alles wat nog open staat goed blijkt, komt de les niet aan de helft. Die grens kozen wij.",
      "Each bar counts plans: on the left those with 0 to 10 percent, on the right those with 90 to 100 percent. What counts is what is certain. A plan counts for a lesson when at least half of that lesson could be judged. Missed means: even if all that is still open turns out well, the lesson does not reach half. That line is our choice."
    )
  }
  var spreadName: String { choose("Verdeling", "Distribution") }
  var middle: String { choose("Middelste", "Median") }
  var middleHalf: String { choose("Middelste helft", "Middle half") }
  var missedBy: String { choose("Gemist in", "Missed in") }
  var openIn: String { choose("Te weinig bekend", "Too little known") }
  func distribution(_ lesson: String) -> String {
    choose("Verdeling van «\(lesson)»", "Distribution of “\(lesson)”")
  }
  func tenths(_ spread: Spread) -> String {
    let parts = spread.tenths.enumerated().filter { $0.element > 0 }.map { index, count in
      choose(
        "\(plans(count)) van \(index * 10) tot \(index * 10 + 10)%",
        "\(plans(count)) from \(index * 10) to \(index * 10 + 10)%"
      )
    }
    return parts.joined(separator: ", ") + "."
  }
  var whoMisses: String { choose("Welke plannen een les missen", "Which plans miss a lesson") }
  func missedIn(_ lesson: String, _ count: Int) -> String { "\(lesson): \(plans(count))" }

  var matrix: String { choose("Gemeenten en lessen", "Municipalities and lessons") }
  var matrixLead: String {
    choose(
      "De getallen zijn procenten. «35–60» betekent: 35 is zeker, 60 kan het worden. Vet en onderstreept: de les wordt gemist. Een streepje: de les gaat niet over dit plan. Cursief: er is te weinig bekend. De plannen staan op naam.",
      "The numbers are percents. “35–60” means: 35 is certain, 60 is possible. Bold and underlined: the lesson is missed. A dash: the lesson is not about this plan. Italic: too little is known. The plans stand by name."
    )
  }
  var matrixSort: String {
    choose(
      "Klik op een kolomkop om te sorteren.",
      "Select a column heading to sort."
    )
  }
  var municipality: String { choose("Gemeente", "Municipality") }
  var noGradeShort: String { choose("geen", "none") }
  var legend: String { choose("Kleur", "Colour") }

  var rulesOfAll: String { choose("Wat het vaakst voorkomt", "What is found most often") }
  var rulesOfAllLead: String {
    choose(
      "Deze regels vonden iets in de meeste plannen. Komt iets bijna overal voor? Dan ligt het misschien aan de uitvraag.",
      "These rules found something in most plans. Is something found nearly everywhere? Then perhaps the request for plans causes it."
    )
  }
  var plansNoun: String { choose("Plannen", "Plans") }
  var which: String { choose("Welke", "Which") }
  func inPlans(_ count: Int, of all: Int) -> String {
    choose("\(count)\u{A0}van\u{A0}\(all)", "\(count)\u{A0}of\u{A0}\(all)")
  }

  var sizeClasses: String { choose("Naar grootte van de gemeente", "By size of the municipality") }
  var sizeClassesLead: String {
    choose(
      "Per grootteklasse zie je de middelste score. Een klasse met minder dan vijf plannen staat er niet bij.",
      "For each size class you see the median score. A class with fewer than five plans is left out."
    )
  }
  /// What the classes leave out; nil for nothing.
  func leftOut(_ classes: SizeClasses) -> String? {
    var parts = classes.small.map { "\($0.name) (\($0.plans))" }
    if classes.unsaid > 0 {
      parts.append(
        choose("geen grootteklasse ingevuld", "no size class given") + " (\(classes.unsaid))"
      )
    }
    guard !parts.isEmpty else { return nil }
    return choose("Niet getoond: ", "Not shown: ") + parts.joined(separator: ", ") + "."
  }
  func sizeClass(_ group: SizeClasses.Group) -> String { "\(group.name) (\(group.plans))" }

  var outliers: String { choose("Plannen die opvallen", "Plans that stand apart") }
  var outliersLead: String {
    choose(
      "Deze plannen liggen ver van de andere. De regel: meer dan anderhalf keer de breedte van de middelste helft daarbuiten. Het is een reden om te kijken, meer niet. Een hoge score kan een goed voorbeeld zijn.",
      "These plans lie far from the others. The rule: more than one and a half times the width of the middle half outside of it. It is a reason to look and no more. A high score may be a good example."
    )
  }
  var noOutliers: String {
    choose(
      "Geen plan ligt ver van de andere. Met minder dan twaalf plannen kijken we hier niet naar.",
      "No plan lies far from the others. With fewer than twelve plans we do not look at this."
    )
  }
  func between(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (percent(max(0, range.lowerBound)), percent(min(1, range.upperBound)))
    return "\(low)–\(high)"
  }
  /// On what a plan stands apart, with where the others are.
  func apart(_ outlier: Outlier, _ lesson: String?) -> String {
    let side = outlier.isHigh ? higher : lower
    return choose(
      "\(lesson ?? total) \(percent(outlier.share)), \(side) dan de andere (\(between(outlier.fences)))",
      "\(lesson ?? total) \(percent(outlier.share)), \(side) than the others (\(between(outlier.fences)))"
    )
  }
  var apartOn: String { choose("Waarop", "On what") }
  var higher: String { choose("hoger", "higher") }
  var lower: String { choose("lager", "lower") }

  var overlaps: String { choose("Plannen met dezelfde tekst", "Plans with the same text") }
  var overlapsLead: String {
    choose(
      "In deze plannen is minstens de helft van de tekst gelijk. Werkten deze gemeenten samen? Of gebruikten ze hetzelfde voorbeeld? Dat kan heel goed zijn. Vraag het ze.",
      "In these plans at least half of the text is the same. Did these municipalities work together? Or did they use the same example? That can be a very good thing. Ask them."
    )
  }
  var noOverlaps: String {
    choose("Geen plannen delen de helft van hun tekst.", "No plans share half of their text.")
  }
  func commonText(_ share: Double) -> String {
    choose(
      "Los daarvan staat \(percent(share)) van alle tekst in meer dan de helft van de plannen. Dat lijkt op een sjabloon en telt hier niet mee.",
      "Apart from that, \(percent(share)) of all text stands in more than half of the plans. That looks like a template and does not count here."
    )
  }
  func sharedText(_ overlap: Overlap) -> String {
    let (least, most) = (percent(overlap.shares.lowerBound), percent(overlap.shares.upperBound))
    let range = least == most ? least : "\(least) \(to) \(most)"
    let sections = overlap.sections.joined(separator: ", ")
    return choose(
      "ongeveer \(range) gelijk, vooral in \(sections)",
      "about \(range) the same, mostly in \(sections)"
    )
  }
  func group(_ number: Int, _ count: Int) -> String {
    choose("Groep \(number): \(plans(count))", "Group \(number): \(plans(count))")
  }

  var fieldsOfAll: String { choose("Wat het vaakst ontbreekt", "What is missing most often") }
  var fieldsOfAllLead: String {
    choose(
      "Zonder deze gegevens kon plantoets niet alles beoordelen. Zet deze vragen in het volgende sjabloon.",
      "Without these facts plantoets could not judge everything. Ask for them in the next template."
    )
  }

  var sinceLast: String { choose("Sinds de vorige ronde", "Since the last round") }
  func moved(_ comparison: ReviewComparison) -> String {
    let totals = comparison.plans.compactMap(\.total)
    let (up, down) = (totals.count(where: \.isUp), totals.count(where: \.isDown))
    return choose(
      "In beide rondes: \(plans(comparison.plans.count)). Hoger: \(up). Lager: \(down). Gelijk: \(totals.count - up - down).",
      "In both rounds: \(plans(comparison.plans.count)). Higher: \(up). Lower: \(down). The same: \(totals.count - up - down)."
    )
  }
  var otherRules: String {
    choose(
      "De regels zijn tussendoor veranderd. Een verschil kan daarvan komen.",
      "The rules have changed in between; a difference may come from that."
    )
  }
  func newPlans(_ names: String, _ count: Int) -> String {
    choose("Nieuw (\(count)): \(names).", "New (\(count)): \(names).")
  }
  func gonePlans(_ names: String, _ count: Int) -> String {
    choose("Niet meer erbij (\(count)): \(names).", "No longer there (\(count)): \(names).")
  }
  var then: String { choose("Toen", "Then") }
  var now: String { choose("Nu", "Now") }
  var difference: String { choose("Verschil", "Difference") }
  var plansUp: String { choose("Hoger", "Higher") }
  var plansSame: String { choose("Gelijk", "The same") }
  var plansDown: String { choose("Lager", "Lower") }
  /// A difference in percent points, with its sign.
  func change(_ movement: ReviewComparison.Movement) -> String {
    let points = Int((movement.to * 100).rounded()) - Int((movement.from * 100).rounded())
    return points > 0 ? "+\(points)" : points < 0 ? "−\(-points)" : "0"
  }
  var movesMost: String { choose("Plannen die het meest bewogen", "Plans that moved most") }

  var unreadPlans: String {
    choose("Niet of niet helemaal te lezen", "Not readable, or not all of it")
  }
  var unreadPlansLead: String {
    choose(
      "De andere plannen zijn gewoon getoetst. Vraag deze gemeenten om een nieuw bestand.",
      "The other plans were checked as usual. Ask these municipalities for a new file."
    )
  }
  func status(_ status: PlanReport.Status) -> String {
    switch status {
    case .judged: choose("getoetst", "checked")
    case .partial: choose("deels te lezen", "partly readable")
    case .unreadable: choose("niet te lezen", "unreadable")
    }
  }
  var reviewColumns: [String] {
    switch language {
    case .nl:
      [
        "bestand", "gemeente", "programma", "grootteklasse", "status", "rapportcijfer",
        "zeker (%)", "hoogstens (%)", "te beoordelen (%)", "aantal regels dat iets vond",
        "regels die iets vonden", "ontbrekende velden", "valt op bij", "groep met dezelfde tekst",
        "niet te lezen omdat",
      ]
    case .en:
      [
        "file", "municipality", "programme", "size class", "status", "grade", "certain (%)",
        "at most (%)", "judged (%)", "number of rules that found something",
        "rules that found something", "missing fields", "stands apart on",
        "group with the same text", "unreadable because",
      ]
    }
  }
  var backToReview: String { choose("Naar het overzicht", "To the review") }
  func moreInTable(_ count: Int) -> String {
    choose(
      "en nog \(count); ze staan allemaal in csv en json",
      "and \(count) more; all of them are in csv and json"
    )
  }
}
