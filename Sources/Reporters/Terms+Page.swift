import Lint

/// Words of the reports that are read as a page: HTML and Markdown.
extension Terms {
  var reportOf: String { choose("Toets van", "Check of") }
  func reportOfPlans(_ count: Int) -> String {
    choose("Toets van \(count) plannen", "Check of \(count) plans")
  }
  var skipToContent: String { choose("Naar de inhoud", "Skip to content") }
  func checkedBy(_ pack: String) -> String {
    choose("Toets · \(pack)", "Check · \(pack)")
  }
  var contents: String { choose("In dit rapport", "In this report") }
  var overview: String { choose("Overzicht", "Overview") }
  var findings: String { choose("Bevindingen", "Findings") }
  var plan: String { choose("Plan", "Plan") }
  var lesson: String { choose("Les", "Lesson") }
  var noGrade: String { choose("Geen rapportcijfer", "No grade") }
  func planOf(_ municipality: String) -> String {
    choose("Plan van \(municipality)", "Plan of \(municipality)")
  }
  var tellsNotAll: String {
    choose(
      "Dit plan zegt van zichzelf dat het niet alles meldt. Een cijfer zou dan niet eerlijk zijn.",
      "This plan says of itself that it does not tell all. A grade would then not be fair."
    )
  }
  var tooLittleJudged: String {
    choose(
      "Minder dan de helft is te beoordelen. Dat is te weinig voor een cijfer.",
      "Less than half could be judged. That is too little for a grade."
    )
  }
  var notRead: String { choose("Niet te lezen", "Unreadable") }
  var improvements: String { choose("Wat beter kan", "What could be better") }
  var form: String { choose("De vorm van het plan", "The form of the plan") }
  var formLead: String {
    choose(
      "Dit gaat over hoe het bestand is ingevuld. Wat niet te lezen is, telt niet mee in het cijfer.",
      "This is about how the file is filled in. What cannot be read does not count in the grade."
    )
  }
  var mostGain: String {
    choose("Hiermee win je het meest.", "This is where most is to be gained.")
  }
  var lessonsLead: String {
    choose(
      "Donker is zeker behaald. Licht is nog niet te beoordelen. Een les die dubbel telt, weegt twee keer zo zwaar.",
      "Dark is certain. Light cannot be judged yet. A lesson that counts double weighs twice as much."
    )
  }
  func counts(_ weight: Int) -> String {
    weight == 2
      ? choose("telt dubbel", "counts double") : choose("telt \(weight)×", "counts \(weight)×")
  }
  func basis(_ share: String) -> String {
    choose("\(share) van het plan is te beoordelen.", "\(share) of the plan could be judged.")
  }
  func interval(_ low: String, _ high: String) -> String {
    choose(
      "Als wat ontbreekt goed blijkt, wordt het hoogstens \(high).",
      "If what is missing turns out well, it becomes \(high) at most."
    )
  }
  func gradeWithoutDeviations(_ grade: String) -> String {
    choose("Zonder de uitzonderingen is het \(grade).", "Without the deviations it is \(grade).")
  }
  func noun(_ severity: Severity, _ count: Int) -> String {
    self.count(severity, count).drop { $0 != " " }.dropFirst().description
  }
  func strengthNoun(_ count: Int) -> String {
    count == 1 ? choose("sterk punt", "strength") : choose("sterke punten", "strengths")
  }
  var undeterminedNoun: String { choose("nog niet te beoordelen", "cannot be judged yet") }
  var ruleName: String { choose("Toetsregel", "Rule") }
  var ownChoice: String { choose("eigen drempel", "own threshold") }
  var planLines: String { choose("Regels uit het plan", "Lines of the plan") }
  var gapsLead: String {
    choose(
      "Vul dit aan. Dan kan plantoets ook deze regels beoordelen. Weet je het nog niet? Schrijf dan «PM».",
      "Fill this in, and plantoets can judge these rules too. Not known yet? Then write «PM»."
    )
  }
  var openWorldLead: String {
    choose(
      "Dit plan zegt van zichzelf dat het niet alles meldt. Wat het niet meldt, telt daarom niet als fout.",
      "This plan says of itself that it does not tell all. What it does not tell therefore does not count against it."
    )
  }
  var missingFact: String { choose("Wat ontbreekt", "What is missing") }
  var waitingRules: String { choose("Wat erop wacht", "What waits for it") }
  var deviationsLead: String {
    choose(
      "Pas toe of leg uit: het plan zet deze regels zelf opzij, met een reden.",
      "Comply or explain: the plan itself sets these rules aside, with a reason."
    )
  }
  var reason: String { choose("Reden", "Reason") }
  var agreed: String { choose("Afgesproken", "Agreed") }
  var consequence: String { choose("Gevolg", "Consequence") }
  var setAside: String {
    choose("Dit is daardoor opzij gezet:", "This is thereby set aside:")
  }
  var account: String { choose("Hoe het cijfer ontstaat", "How the grade comes about") }
  var accountLead: String {
    choose(
      "Elke regel kijkt naar de onderdelen waarover hij gaat. Het deel dat in orde is, telt. Een les is het gewogen gemiddelde van zijn regels, het totaal dat van de lessen. Lessen waarover niets te zeggen is, doen niet mee.",
      "Each rule looks at the items it is about. The share that is in order counts. A lesson is the weighted mean of its rules, the total that of the lessons. Lessons about which nothing can be said do not take part."
    )
  }
  func formula(_ share: String, _ grade: String) -> String {
    choose("Rapportcijfer: 1 + 9 × \(share) = \(grade).", "Grade: 1 + 9 × \(share) = \(grade).")
  }
  var weight: String { choose("Telt", "Weight") }
  var sure: String { choose("Zeker", "Certain") }
  var atMost: String { choose("Hoogstens", "At most") }
  var judgedShare: String { choose("Te beoordelen", "Judged") }
  var ledger: String {
    choose("Waar de punten blijven", "Where the points go")
  }
  var found: String { choose("Gevonden", "Found") }
  var openShort: String { choose("Open", "Open") }
  var offTheGrade: String { choose("Scheelt", "Costs") }
  var provenance: String { choose("Verantwoording", "Provenance") }
  var program: String { choose("programma", "program") }
  var packName: String { choose("regelpakket", "rule pack") }
  var sources: String { choose("Bronnen", "Sources") }
  var thresholdsTitle: String { choose("Drempels", "Thresholds") }
  func cut(_ count: Int) -> String {
    choose(
      "Dit past niet helemaal in een bericht. Weggelaten: \(count) bevindingen. Het hele rapport krijg je met «plantoets check --format html».",
      "This does not fit in one comment. Left out: \(count) findings. For the whole report run “plantoets check --format html”."
    )
  }
  var thresholds: String {
    choose(
      "De bronnen noemen bijna geen getallen. Drempels die plantoets zelf koos, staan er als eigen drempel bij.",
      "The sources name almost no numbers. Thresholds that plantoets chose are shown as its own."
    )
  }
  func madeWith(_ tool: Report.Tool, _ pack: PackSummary) -> String {
    choose(
      "Gemaakt met \(tool.name) \(tool.version), regelpakket \(pack.id) \(pack.version).",
      "Made with \(tool.name) \(tool.version), rule pack \(pack.id) \(pack.version)."
    )
  }
}
