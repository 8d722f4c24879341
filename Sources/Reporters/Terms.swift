import Lint

/// The words of reports themselves, in the reader's language.
struct Terms {
  let language: Language

  func choose(_ nl: String, _ en: String) -> String {
    language == .nl ? nl : en
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: choose("fout", "error")
    case .warning: choose("waarschuwing", "warning")
    case .info: choose("aandachtspunt", "info")
    case .hint: choose("tip", "hint")
    }
  }

  func count(_ severity: Severity, _ count: Int) -> String {
    switch severity {
    case .error: quantity(count, nl: ("fout", "fouten"), en: ("error", "errors"))
    case .warning:
      quantity(count, nl: ("waarschuwing", "waarschuwingen"), en: ("warning", "warnings"))
    case .info: quantity(count, nl: ("aandachtspunt", "aandachtspunten"), en: ("info", "infos"))
    case .hint: quantity(count, nl: ("tip", "tips"), en: ("hint", "hints"))
    }
  }

  func plans(_ count: Int) -> String {
    quantity(count, nl: ("plan", "plannen"), en: ("plan", "plans"))
  }

  func rules(_ count: Int) -> String {
    quantity(count, nl: ("regel wacht", "regels wachten"), en: ("rule waits", "rules wait"))
  }

  private func quantity(_ count: Int, nl: (String, String), en: (String, String)) -> String {
    let words = language == .nl ? nl : en
    return "\(count) \(count == 1 ? words.0 : words.1)"
  }

  /// A number with one decimal.
  func grade(_ grade: Double) -> String {
    let tenths = Int((grade * 10).rounded())
    return "\(tenths / 10)\(choose(",", "."))\(tenths % 10)"
  }

  /// A share in whole percents.
  func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// A share in percents with one decimal.
  func tenths(_ share: Double) -> String { "\(grade(share * 100))%" }

  var seen: String { choose("gezien", "seen") }
  var why: String { choose("waarom", "why") }
  var remedy: String { choose("wat je kunt doen", "what you can do") }
  var source: String { choose("bron", "source") }
  var ownThreshold: String {
    choose("drempel is een keuze van plantoets", "threshold is a choice of plantoets")
  }
  var worth: String { choose("levert op", "brings") }
  var known: String { choose("bekend", "known") }
  var line: String { choose("regel", "line") }
  var absent: String { choose("niet ingevuld", "not filled in") }
  var lessons: String { choose("Lessen", "Lessons") }
  var total: String { choose("Totaal", "Total") }
  var gradeName: String { choose("Rapportcijfer", "Grade") }
  var to: String { choose("tot", "to") }
  var judged: String { choose("te beoordelen", "could be judged") }
  var notApplicable: String { choose("niet van toepassing", "not applicable") }
  var undetermined: String { choose("Nog niet te beoordelen", "Cannot be judged yet") }
  var waitFor: String { choose("op", "for") }
  var strengths: String { choose("Sterk in dit plan", "Strong in this plan") }
  var noFindings: String {
    choose("Geen verbeterpunten gevonden.", "Nothing to improve was found.")
  }
  var unreadable: String {
    choose(
      "Dit plan is niet getoetst, omdat het niet te lezen is.",
      "This plan was not checked, because it could not be read."
    )
  }
  var partial: String {
    choose(
      "Een deel van dit plan is niet te lezen. De rest is getoetst.",
      "Part of this plan could not be read; the rest was checked."
    )
  }
  var advice: String {
    choose(
      "Deze toets is advies. De lessen komen uit documenten van 2022 en 2023.",
      "This check is advice. The lessons come from documents of 2022 and 2023."
    )
  }
  func readMore(about rule: String) -> String {
    choose(
      "Meer over een regel: plantoets explain \(rule)",
      "More about a rule: plantoets explain \(rule)"
    )
  }
  func more(_ count: Int) -> String { choose("en nog \(count)", "and \(count) more") }
  func skipped(_ count: Int) -> String {
    count == 1
      ? choose("1 ander YAML-bestand overgeslagen", "1 other YAML file skipped")
      : choose("\(count) andere YAML-bestanden overgeslagen", "\(count) other YAML files skipped")
  }
  func unreadablePlans(_ count: Int) -> String {
    choose("\(count) niet te lezen", "\(count) unreadable")
  }
}
