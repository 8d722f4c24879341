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
      case .unreadable, .otherDocument:
        .init(nl: "Bestand niet te lezen", en: "File cannot be read")
      case .encoding: .init(nl: "Oude codering", en: "Old encoding")
      case .pastedMark: .init(nl: "Teken uit Word", en: "Character from Word")
      case .syntax: .init(nl: "De opmaak klopt niet", en: "The notation is broken")
      case .duplicateKey: .init(nl: "Veld staat er twee keer", en: "Field occurs twice")
      case .severalDocuments:
        .init(nl: "Meer dan één plan in dit bestand", en: "More than one plan")
      case .limit(.findings), .constraint(.tooManyMistakes):
        .init(nl: "Te veel bevindingen", en: "Too many findings")
      case .limit: .init(nl: "Het bestand is te groot", en: "The file is too large")
      case .notAPlan: .init(nl: "Dit is geen plan", en: "This is not a plan")
      case .unknownField: .init(nl: "Onbekend veld", en: "Unknown field")
      case .wrongShape: .init(nl: "Verkeerde vorm", en: "Wrong shape")
      case .unknownWord: .init(nl: "Onbekende waarde", en: "Unknown value")
      case .missingField: .init(nl: "Verplicht veld ontbreekt", en: "Required field missing")
      case .wrongNotation, .splitNumber: .init(nl: "Verkeerde notatie", en: "Wrong notation")
      case .noSuchDay: .init(nl: "Deze dag bestaat niet", en: "No such day")
      case .suspiciousNumber: .init(nl: "Getal met een verdachte punt", en: "Suspicious point")
      case .constraint, .schema:
        .init(nl: "Waarde past niet", en: "Value does not fit")
      case .unknownReference: .init(nl: "Verwijzing bestaat niet", en: "Reference does not exist")
      case .duplicateID: .init(nl: "Id staat er twee keer", en: "Id occurs twice")
      case .unusedIDs: .init(nl: "Id wordt nergens gebruikt", en: "Id is not used")
      }
    return title[language]
  }
}

extension PlanProblem {
  /// The sentences that there are, behind each other; nil when there are none.
  static func sentences(_ sentences: String?...) -> String? {
    let known = sentences.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " ")
  }
}

extension String {
  /// The text as it can stand in a sentence: on one line, without what cannot be seen, and not too long.
  var quotable: String {
    let limit = 60
    if utf8.count <= limit, utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return self }
    var text = ""
    for character in unicodeScalars.lazy.map(Character.init).prefix(limit + 1) {
      let isSeen =
        !character.isNewline
        && character.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
      text += isSeen ? String(character) : character.isNewline || character == "\t" ? " " : ""
    }
    return text.unicodeScalars.count > limit
      ? String(text.unicodeScalars.prefix(limit)) + "…" : text
  }
}

extension [String] {
  /// `a, b of c`: the last two joined by a word.
  func joined(lastBy word: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " " + word + " " + last
  }

  /// All of them in one text; nil when there are none.
  func joinedOrNil(by separator: String) -> String? {
    isEmpty ? nil : joined(separator: separator)
  }
}

extension DutchFormat {
  /// How a value of this kind is written.
  var example: String {
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
