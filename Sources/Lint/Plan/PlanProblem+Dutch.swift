import YAML

extension PlanProblem {
  /// In Dutch at level B1, for officials: what is there, what was expected, what to do.
  var dutch: ProblemWording {
    /// «field», as the subject of a sentence.
    let subject = field.map { "«\($0.quotable)»" } ?? "Deze waarde"
    func meant(_ nearest: String?) -> String? { nearest.map { "Bedoelde je «\($0.quotable)»?" } }
    switch kind {
    case .unreadable(let reason):
      return .init(
        message: "Dit bestand is niet te lezen: \(reason).",
        remedy: "Kijk of het bestand bestaat en of je het mag openen."
      )
    case .otherDocument(let document):
      return .init(
        message: "Dit is \(document.dutch), geen plan in gewone tekst.",
        remedy: "Kopieer de tekst naar een plan. Maak een leeg plan met: plantoets init."
      )
    case .encoding(let character, let count):
      let guess = character.map { "Dit was vermoedelijk «\($0)»." } ?? "Dit teken is niet te lezen."
      return .init(
        message: "Dit bestand is niet opgeslagen als UTF-8. \(guess)" + Self.dutchRest(count),
        remedy: "Sla het bestand opnieuw op. Kies bij «Codering»: UTF-8."
      )
    case .pastedMark(.space, let count):
      return .init(
        message:
          "Hier staat een vaste spatie, bijvoorbeeld uit Word. Die is gelezen als gewone spatie."
          + Self.dutchRest(count),
        remedy: "Vervang vaste spaties door gewone spaties."
      )
    case .pastedMark(.dash, let count):
      return .init(
        message: "Voor dit onderdeel staat een lang streepje of bolletje, bijvoorbeeld uit Word. "
          + "Het is gelezen als «-»." + Self.dutchRest(count),
        remedy: "Zet een gewoon streepje met een spatie erachter: «- »."
      )
    case .pastedMark(.quote, let count):
      return .init(
        message: "Hier staan kromme aanhalingstekens, bijvoorbeeld uit Word. "
          + "Ze zijn gelezen als rechte." + Self.dutchRest(count),
        remedy: "Vervang ze door rechte aanhalingstekens: \"…\"."
      )
    case .syntax(let complaint): return complaint.dutch
    case .duplicateKey(let name, let line):
      return .init(
        message:
          "«\(name.quotable)» staat er twee keer, eerst op regel \(line). Alleen de eerste telt.",
        remedy: "Haal er één weg, of voeg ze samen."
      )
    case .severalDocuments:
      return .init(
        message: "Na «---» begint een tweede plan. Alleen het eerste is getoetst.",
        remedy: "Zet elk plan in een eigen bestand."
      )
    case .limit(let limit): return limit.dutch
    case .notAPlan:
      return .init(
        message: "Hier staat geen plan: er zijn geen velden zoals «gemeente:» en «programma:».",
        remedy: "Begin het bestand met «plantoets: 1» en zet daaronder de velden van het plan."
      )
    case .unknownField(let name, let nearest, let elsewhere, let known):
      return .init(
        message: "«\(name.quotable)» is hier geen bekend veld. Het telt niet mee in de toets.",
        remedy: Self.sentences(meant(nearest), Self.dutchPlace(name, elsewhere))
          ?? "Zet het in «toelichting», of kies uit: \(known.joined(separator: ", "))."
      )
    case .wrongShape(let expected, let found):
      return .init(
        message: "Bij \(field == nil ? "dit plan" : subject) hoort \(expected.dutch); "
          + "er staat \(found.dutch).",
        remedy: expected.dutchRemedy
      )
    case .unknownWord(let word, let allowed, let nearest):
      guard allowed.count <= 4 else {
        return .init(
          message: "\(subject) heeft vaste keuzes; «\(word.quotable)» hoort daar niet bij.",
          remedy: [meant(nearest), "Kies uit: \(allowed.joined(separator: ", "))."]
            .compactMap { $0 }.joined(separator: " ")
        )
      }
      return .init(
        message: "\(subject) moet \(allowed.joined(lastBy: "of")) zijn; "
          + "er staat «\(word.quotable)».",
        remedy: meant(nearest)
          ?? (allowed.count == 1 ? "Schrijf: \(allowed[0])." : "Kies één van deze woorden.")
      )
    case .missingField(let name):
      return .init(
        message: "Het veld «\(name)» ontbreekt" + (field.map { " bij «\($0.quotable)»." } ?? "."),
        remedy: "Vul «\(name):» in. Weet je het nog niet? Schrijf PM."
      )
    case .wrongNotation(let format, let text, let suggestions):
      return .init(
        message: "\(subject) moet \(format.dutch) zijn; er staat «\(text.quotable)».",
        remedy: suggestions.isEmpty
          ? "Schrijf bijvoorbeeld: \(format.example). Weet je het nog niet? Schrijf PM."
          : "Bedoel je \(suggestions.joined(lastBy: "of"))? Schrijf het zo."
      )
    case .noSuchDay(let text, let last):
      return .init(
        message: "Bij \(subject) staat «\(text.quotable)»; die dag bestaat niet.",
        remedy: "Bedoel je \(last)? Dat is de laatste dag van die maand."
      )
    case .suspiciousNumber(let text, let suggestion):
      return .init(
        message: "Bij \(subject) staat «\(text)». Een computer leest dat als getal met decimalen.",
        remedy: "Bedoel je \(suggestion)? Schrijf het zonder punt."
      )
    case .splitNumber(let text, let read):
      return .init(
        message: "De komma knipt «\(text)» in tweeën: binnen { } of [ ] scheidt een komma. "
          + "Alleen «\(read)» is gelezen.",
        remedy: "Bedoel je een getal met een komma? Schrijf het met een punt, of tussen \"…\"."
      )
    case .constraint(let complaint): return complaint.dutch(subject)
    case .schema(let words):
      return .init(
        message: "\(subject) past niet in het schema: \(words).",
        remedy: "Pas de waarde aan."
      )
    case .unknownReference(let id, let list, let nearest):
      return .init(
        message: "\(subject) verwijst naar «\(id.quotable)», maar dat staat niet bij «\(list)».",
        remedy: meant(nearest)
          ?? "Voeg «\(id.quotable)» toe bij «\(list)», of verbeter de verwijzing."
      )
    case .duplicateID(let id, let line):
      return .init(
        message: "De id «\(id.quotable)» is al gebruikt op regel \(line). Alleen de eerste telt.",
        remedy: "Geef elk onderdeel een eigen id."
      )
    case .unusedIDs(let ids, let list, _):
      let names = Self.shown(ids, rest: { "nog \($0)" }).joined(lastBy: "en")
      return .init(
        message: "Bij «\(list)» verwijst niets in het plan naar \(names).",
        remedy: "Klopt dat? Dan hoef je niets te doen. Verwijs er anders naar waar het hoort."
      )
    }
  }

  /// The first few names, quoted, and how many more there are.
  static func shown(_ names: [String], rest: (Int) -> String) -> [String] {
    let shown = names.prefix(5).map { "«\($0.quotable)»" }
    return names.count > 5 ? shown + [rest(names.count - 5)] : shown
  }

  private static func dutchRest(_ count: Int) -> String {
    switch count {
    case ...1: ""
    case 2: " Zo staat er nog één in het bestand."
    default: " Zo staan er nog \(count - 1) in het bestand."
    }
  }

  /// Where a field does belong.
  private static func dutchPlace(_ name: String, _ sections: [String]) -> String? {
    let name = Notation.bare(name)
    switch sections {
    case [""]: return "«\(name)» hoort helemaal links te staan, zonder spaties ervoor."
    case _ where sections.isEmpty || sections.count > 3 || sections.contains(""): return nil
    default:
      let places = sections.map { "«\($0)»" }.joined(lastBy: "of")
      return "«\(name)» hoort bij \(places). Zet het daar."
    }
  }
}

extension PlanProblem.LimitComplaint {
  fileprivate var dutch: ProblemWording {
    switch self {
    case .bytes(let limit):
      .init(
        message: "Het bestand is groter dan \(limit) bytes.",
        remedy: "Haal grote stukken tekst eruit. Of verhoog de grens met --limit bytes=…"
      )
    case .depth(let limit):
      .init(
        message: "Hier staan meer dan \(limit) lagen in elkaar.",
        remedy: "Kijk of alle haken sluiten. Of verhoog de grens met --limit depth=…"
      )
    case .nodes(let limit):
      .init(
        message: "Het plan heeft meer dan \(limit) onderdelen, verwijzingen met * meegeteld.",
        remedy: "Gebruik minder verwijzingen met *. Of verhoog de grens met --limit nodes=…"
      )
    case .findings(let limit):
      .init(
        message: "Dit plan geeft meer dan \(limit) bevindingen. De rest is weggelaten.",
        remedy: "Verbeter eerst deze. Of verhoog de grens met --limit findings=…"
      )
    }
  }
}

extension PlanProblem.ConstraintComplaint {
  fileprivate func dutch(_ subject: String) -> ProblemWording {
    switch self {
    case .tooSmall(let text, let minimum):
      .init(
        message: "\(subject) moet \(minimum) of meer zijn; er staat «\(text.quotable)».",
        remedy: "Controleer het getal."
      )
    case .tooLarge(let text, let maximum):
      .init(
        message: "\(subject) mag hooguit \(maximum) zijn; er staat «\(text.quotable)».",
        remedy: "Controleer het getal."
      )
    case .empty: .init(message: "\(subject) is leeg.", remedy: "Vul het in, of schrijf PM.")
    case .pattern(let text, let example):
      .init(
        message: "\(subject) heeft een andere vorm dan «\(text.quotable)».",
        remedy: example.map { "Schrijf bijvoorbeeld: \($0)." }
          ?? "Gebruik letters, cijfers, streepjes en punten, zonder spaties."
      )
    case .repeatedItem(let text):
      .init(
        message:
          "\(subject) noemt \(text.map { "«\($0.quotable)»" } ?? "dit onderdeel") twee keer.",
        remedy: "Haal er één weg."
      )
    case .tooManyMistakes(let limit):
      .init(
        message: "Dit plan heeft meer dan \(limit) fouten. De rest is niet bekeken.",
        remedy: "Verbeter eerst deze."
      )
    }
  }
}

extension PlanProblem.DocumentKind {
  fileprivate var dutch: String {
    switch self {
    case .zip: "een Word-, Excel- of zipbestand"
    case .pdf: "een pdf"
    case .richText: "een bestand met opmaak (rtf)"
    case .oldOffice: "een oud Word- of Excelbestand"
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
}

extension DutchFormat {
  fileprivate var dutch: String {
    switch self {
    case .yesNo: "ja of nee"
    case .amount: "een bedrag in euro's"
    case .count: "een heel getal"
    case .number: "een getal"
    case .percentage: "een percentage"
    case .date: "een datum"
    case .schoolYear: "een schooljaar"
    case .municipalityCode: "een gemeentecode van het CBS"
    }
  }
}
