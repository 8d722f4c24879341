/// How a problem of form is told to the one who wrote the plan.
package struct ProblemWording: Sendable {
  /// What is there, and what was expected.
  package var message: String
  /// What to do.
  package var remedy: String
}

extension PlanProblem {
  /// The wording in a language.
  package func wording(in language: Language) -> ProblemWording {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  package func title(in language: Language) -> String {
    let title: LocalizedText =
      switch kind {
      case .unreadable: .init(nl: "Bestand niet te lezen", en: "File cannot be read")
      case .syntax: .init(nl: "De opmaak klopt niet", en: "The notation is broken")
      case .duplicateKey: .init(nl: "Veld staat er twee keer", en: "Field occurs twice")
      case .severalDocuments:
        .init(nl: "Meer dan één plan in dit bestand", en: "More than one plan")
      case .limit: .init(nl: "Het bestand is te groot", en: "The file is too large")
      case .notAPlan: .init(nl: "Dit is geen plan", en: "This is not a plan")
      case .unknownField: .init(nl: "Onbekend veld", en: "Unknown field")
      case .wrongShape: .init(nl: "Verkeerde vorm", en: "Wrong shape")
      case .unknownWord: .init(nl: "Onbekende waarde", en: "Unknown value")
      case .missingField: .init(nl: "Verplicht veld ontbreekt", en: "Required field missing")
      case .wrongNotation: .init(nl: "Verkeerde notatie", en: "Wrong notation")
      case .suspiciousNumber: .init(nl: "Getal met een verdachte punt", en: "Suspicious point")
      case .schema: .init(nl: "Past niet in het schema", en: "Does not fit the schema")
      case .unknownReference: .init(nl: "Verwijzing bestaat niet", en: "Reference does not exist")
      case .duplicateID: .init(nl: "Id staat er twee keer", en: "Id occurs twice")
      }
    return title[language]
  }

  private var dutch: ProblemWording {
    switch kind {
    case .unreadable(let reason):
      .init(
        message: "Dit bestand is niet te lezen: \(reason).",
        remedy: "Kijk of het bestand bestaat en of je het mag openen."
      )
    case .syntax(let complaint): complaint.dutch
    case .duplicateKey(let name, let line):
      .init(
        message: "«\(name)» staat er twee keer, eerst op regel \(line). Alleen de eerste telt.",
        remedy: "Haal er één weg, of voeg ze samen."
      )
    case .severalDocuments:
      .init(
        message: "Na «---» begint een tweede plan. Alleen het eerste is getoetst.",
        remedy: "Zet elk plan in een eigen bestand."
      )
    case .limit(.bytes(let limit)):
      .init(
        message: "Het bestand is groter dan \(limit) bytes.",
        remedy: "Splits het plan, of haal grote stukken tekst eruit."
      )
    case .limit(.depth(let limit)):
      .init(
        message: "Hier staan meer dan \(limit) lagen in elkaar.",
        remedy: "Kijk of alle haken sluiten. Maak het plan platter."
      )
    case .limit(.nodes(let limit)):
      .init(
        message: "Het plan heeft meer dan \(limit) onderdelen, verwijzingen met * meegeteld.",
        remedy: "Splits het plan, of gebruik minder verwijzingen met *."
      )
    case .notAPlan:
      .init(
        message: "Hier staat geen plan: er zijn geen velden zoals «gemeente:» en «programma:».",
        remedy: "Begin het bestand met «plantoets: 1» en zet daaronder de velden van het plan."
      )
    case .unknownField(let name, let nearest, let known):
      .init(
        message: "«\(name)» is hier geen bekend veld. Het telt niet mee in de toets.",
        remedy: nearest.map { "Bedoelde je «\($0)»?" }
          ?? "Zet het in «toelichting», of kies uit: \(known.joined(separator: ", "))."
      )
    case .wrongShape(let expected, let found):
      .init(
        message: "Hier hoort \(expected.dutch); er staat \(found.dutch).",
        remedy: expected.dutchRemedy
      )
    case .unknownWord(let word, let allowed, let nearest):
      .init(
        message: "«\(word)» is hier geen keuze. Kies uit: \(allowed.joined(separator: ", ")).",
        remedy: nearest.map { "Bedoelde je «\($0)»?" } ?? "Kies één van deze woorden."
      )
    case .missingField(let name):
      .init(message: "Het veld «\(name)» ontbreekt.", remedy: "Vul «\(name):» hier in.")
    case .wrongNotation(let format, let text, let suggestion):
      .init(
        message: "«\(text)» is geen \(format.dutch).",
        remedy: suggestion.map { "Bedoel je \($0)?" } ?? "Schrijf bijvoorbeeld: \(format.example)."
      )
    case .suspiciousNumber(let text, let suggestion):
      .init(
        message: "«\(text)» leest de computer als een getal met decimalen.",
        remedy: "Bedoel je \(suggestion)? Schrijf het zonder punt."
      )
    case .schema(let words):
      .init(message: "Dit past niet in het schema: \(words).", remedy: "Pas de waarde aan.")
    case .unknownReference(let id, let list, let nearest):
      .init(
        message: "«\(id)» verwijst nergens naar: het staat niet bij «\(list)».",
        remedy: nearest.map { "Bedoelde je «\($0)»?" }
          ?? "Voeg «\(id)» toe bij «\(list)», of verbeter de verwijzing."
      )
    case .duplicateID(let id, let line):
      .init(
        message: "De id «\(id)» is al gebruikt op regel \(line).",
        remedy: "Geef elk onderdeel een eigen id."
      )
    }
  }

  private var english: ProblemWording {
    switch kind {
    case .unreadable(let reason):
      .init(
        message: "This file cannot be read: \(reason).",
        remedy: "Check that it exists and that you may open it."
      )
    case .syntax(let complaint): complaint.english
    case .duplicateKey(let name, let line):
      .init(
        message: "“\(name)” occurs twice, first on line \(line). Only the first counts.",
        remedy: "Remove one, or merge them."
      )
    case .severalDocuments:
      .init(
        message: "A second plan begins after “---”. Only the first was checked.",
        remedy: "Put each plan in a file of its own."
      )
    case .limit(.bytes(let limit)):
      .init(message: "The file is larger than \(limit) bytes.", remedy: "Split the plan.")
    case .limit(.depth(let limit)):
      .init(
        message: "More than \(limit) levels stand inside each other here.",
        remedy: "Check that all brackets close, or make the plan flatter."
      )
    case .limit(.nodes(let limit)):
      .init(
        message: "The plan has more than \(limit) parts, those brought in by * included.",
        remedy: "Split the plan, or use * less."
      )
    case .notAPlan:
      .init(
        message: "There is no plan here: no fields like “gemeente:” and “programma:”.",
        remedy: "Begin the file with “plantoets: 1”, with the plan's fields below it."
      )
    case .unknownField(let name, let nearest, let known):
      .init(
        message: "“\(name)” is not a known field here. It does not count in the check.",
        remedy: nearest.map { "Did you mean “\($0)”?" }
          ?? "Put it in “toelichting”, or choose from: \(known.joined(separator: ", "))."
      )
    case .wrongShape(let expected, let found):
      .init(
        message: "Expected \(expected.english) here; found \(found.english).",
        remedy: expected.englishRemedy
      )
    case .unknownWord(let word, let allowed, let nearest):
      .init(
        message: "“\(word)” is not a choice here. Choose from: \(allowed.joined(separator: ", ")).",
        remedy: nearest.map { "Did you mean “\($0)”?" } ?? "Choose one of these words."
      )
    case .missingField(let name):
      .init(message: "The field “\(name)” is missing.", remedy: "Fill in “\(name):” here.")
    case .wrongNotation(let format, let text, let suggestion):
      .init(
        message: "“\(text)” is not \(format.english).",
        remedy: suggestion.map { "Did you mean \($0)?" } ?? "Write for example: \(format.example)."
      )
    case .suspiciousNumber(let text, let suggestion):
      .init(
        message: "A computer reads “\(text)” as a number with decimals.",
        remedy: "Did you mean \(suggestion)? Write it without the point."
      )
    case .schema(let words):
      .init(message: "This does not fit the schema: \(words).", remedy: "Change the value.")
    case .unknownReference(let id, let list, let nearest):
      .init(
        message: "“\(id)” refers to nothing: it is not among “\(list)”.",
        remedy: nearest.map { "Did you mean “\($0)”?" }
          ?? "Add “\(id)” to “\(list)”, or correct the reference."
      )
    case .duplicateID(let id, let line):
      .init(
        message: "The id “\(id)” was used before, on line \(line).",
        remedy: "Give each item an id of its own."
      )
    }
  }
}

extension PlanProblem.ExpectedShape {
  fileprivate var dutch: String {
    switch self {
    case .list: "een lijst"
    case .mapping: "een groepje velden"
    case .text: "één waarde"
    }
  }

  fileprivate var dutchRemedy: String {
    switch self {
    case .list: "Zet een streepje voor elk onderdeel, of gebruik [a, b]."
    case .mapping: "Zet de velden ingesprongen onder elkaar, als «naam: waarde»."
    case .text: "Schrijf één woord, getal of zin achter de dubbele punt."
    }
  }

  fileprivate var english: String {
    switch self {
    case .list: "a list"
    case .mapping: "a group of fields"
    case .text: "one value"
    }
  }

  fileprivate var englishRemedy: String {
    switch self {
    case .list: "Put a dash before each item, or use [a, b]."
    case .mapping: "Write the fields indented below each other, as “name: value”."
    case .text: "Write one word, number or sentence behind the colon."
    }
  }
}

extension DutchFormat {
  fileprivate var dutch: String {
    switch self {
    case .yesNo: "ja of nee"
    case .amount: "bedrag in euro's"
    case .count: "heel getal"
    case .number: "getal"
    case .percentage: "percentage"
    case .date: "datum"
    case .schoolYear: "schooljaar"
    case .municipalityCode: "gemeentecode van het CBS"
    }
  }

  fileprivate var english: String {
    switch self {
    case .yesNo: "“ja” or “nee”"
    case .amount: "an amount in euros"
    case .count: "a whole number"
    case .number: "a number"
    case .percentage: "a percentage"
    case .date: "a date"
    case .schoolYear: "a school year"
    case .municipalityCode: "a CBS municipality code"
    }
  }

  fileprivate var example: String {
    switch self {
    case .yesNo: "ja"
    case .amount: "250000"
    case .count: "120"
    case .number: "0.5"
    case .percentage: "25%"
    case .date: "2025-07-31"
    case .schoolYear: "2024-2025"
    case .municipalityCode: "GM0106"
    }
  }
}
