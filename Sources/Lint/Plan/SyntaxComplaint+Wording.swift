extension SyntaxComplaint {
  var dutch: ProblemWording {
    switch self {
    case .tab:
      .init(
        message: "Hier staat een tab. Inspringen moet met spaties.",
        remedy: "Vervang de tab door twee spaties."
      )
    case .indentation:
      .init(
        message: "Deze regel springt anders in dan de regels erboven.",
        remedy: "Laat velden van hetzelfde onderdeel recht onder elkaar beginnen."
      )
    case .colonInText:
      .init(
        message: "Hier staat een dubbele punt midden in een tekst.",
        remedy: "Zet de hele tekst tussen aanhalingstekens: \"…\"."
      )
    case .dashInText:
      .init(
        message: "Achter de dubbele punt staat een streepje. Een lijst begint op een nieuwe regel.",
        remedy: "Zet het streepje op de volgende regel, of zet de tekst tussen \"…\"."
      )
    case .curledQuote:
      .init(
        message:
          "Hier staan kromme aanhalingstekens, bijvoorbeeld uit Word. YAML kent alleen rechte.",
        remedy: "Vervang ze door rechte aanhalingstekens: \"…\"."
      )
    case .textBehindQuote:
      .init(
        message: "Achter het tweede aanhalingsteken staat nog tekst.",
        remedy: "Zet de hele tekst tussen \"…\". Gebruik daarbinnen enkele aanhalingstekens."
      )
    case .textBehindBracket:
      .init(
        message: "Achter de sluithaak staat nog tekst.",
        remedy: "Zet de hele tekst tussen aanhalingstekens: \"…\"."
      )
    case .textBehindBlockMark:
      .init(
        message: "Achter | of > mag op dezelfde regel geen tekst staan.",
        remedy: "Begin de tekst op de volgende regel, ingesprongen."
      )
    case .unclosedQuote:
      .init(
        message: "Er gaat een aanhalingsteken open dat niet meer sluit.",
        remedy: "Zet een aanhalingsteken aan het eind van de tekst."
      )
    case .unclosedBracket:
      .init(
        message: "Tussen deze haken klopt iets niet: er mist een komma of een sluithaak.",
        remedy: "Zet komma's tussen de onderdelen, en sluit elke [ met ] en elke { met }."
      )
    case .reservedCharacter(let character):
      .init(
        message: "Een waarde mag niet beginnen met \(character.map { "«\($0)»" } ?? "dit teken").",
        remedy: "Zet de tekst tussen aanhalingstekens: \"…\"."
      )
    case .badEscape:
      .init(
        message: "De schuine streep \\ heeft hier geen betekenis.",
        remedy: "Gebruik enkele aanhalingstekens: '…'."
      )
    case .missingColon:
      .init(
        message: "Achter de naam van dit veld mist een dubbele punt.",
        remedy: "Schrijf «naam: waarde», met een spatie achter de dubbele punt."
      )
    case .strayText:
      .init(
        message: "Deze tekst hoort bij geen veld, en is niet gelezen.",
        remedy: "Zet er een # voor, of zet de tekst bij «toelichting»."
      )
    case .tag(let name):
      .init(
        message: "«\(name.quotable)» begint met een uitroepteken. Dat heeft hier geen betekenis.",
        remedy: "Haal het weg, of zet de tekst tussen aanhalingstekens: \"…\"."
      )
    case .notUTF8:
      .init(
        message: "Hier staat een teken in een oude codering (geen UTF-8).",
        remedy: "Sla het bestand opnieuw op met codering UTF-8."
      )
    case .controlCharacter(let count):
      .init(
        message: "Hier staat een onzichtbaar teken. Het is gelezen als een spatie."
          + (count > 1 ? " Zo staan er \(count) in het bestand." : ""),
        remedy: "Haal het teken weg. Typ de tekst zo nodig opnieuw."
      )
    case .unknownAlias(let name):
      .init(
        message: "«*\(name)» verwijst naar een stuk dat er niet is.",
        remedy: "Zet de tekst tussen aanhalingstekens als je geen verwijzing bedoelt."
      )
    case .recursiveAlias(let name):
      .init(
        message: "«*\(name)» verwijst naar zichzelf.",
        remedy: "Haal deze verwijzing weg."
      )
    case .badMerge:
      .init(
        message: "Achter «<<» hoort een groepje velden.",
        remedy: "Haal «<<» weg, of verwijs naar een groepje velden."
      )
    case .other(let words):
      .init(
        message: "De opmaak (YAML) klopt hier niet: \(words).",
        remedy: "Kijk naar deze regel en de regel erboven: inspringen, haken, aanhalingstekens."
      )
    }
  }

  var english: ProblemWording {
    switch self {
    case .tab:
      .init(
        message: "There is a tab here. Indentation must be spaces.",
        remedy: "Replace the tab by two spaces."
      )
    case .indentation:
      .init(
        message: "This line is indented differently from the lines above.",
        remedy: "Let fields of the same part begin right below each other."
      )
    case .colonInText:
      .init(
        message: "There is a colon in the middle of a text here.",
        remedy: "Put the whole text between quotes: \"…\"."
      )
    case .dashInText:
      .init(
        message: "A dash stands behind the colon. A list begins on a new line.",
        remedy: "Put the dash on the next line, or the text between \"…\"."
      )
    case .curledQuote:
      .init(
        message: "There are curled quotes here, as from Word. YAML knows only straight ones.",
        remedy: "Replace them by straight quotes: \"…\"."
      )
    case .textBehindQuote:
      .init(
        message: "There is still text behind the second quote.",
        remedy: "Put the whole text between \"…\", with single quotes inside."
      )
    case .textBehindBracket:
      .init(
        message: "There is still text behind the closing bracket.",
        remedy: "Put the whole text between quotes: \"…\"."
      )
    case .textBehindBlockMark:
      .init(
        message: "No text may stand behind | or > on the same line.",
        remedy: "Begin the text on the next line, indented."
      )
    case .unclosedQuote:
      .init(
        message: "A quote opens here that never closes.",
        remedy: "Put a quote at the end of the text."
      )
    case .unclosedBracket:
      .init(
        message:
          "Something is wrong between these brackets: a comma or closing bracket is missing.",
        remedy: "Put commas between the items, and close each [ with ] and each { with }."
      )
    case .reservedCharacter(let character):
      .init(
        message: "A value cannot begin with \(character.map { "“\($0)”" } ?? "this character").",
        remedy: "Put the text between quotes: \"…\"."
      )
    case .badEscape:
      .init(
        message: "The backslash has no meaning here.",
        remedy: "Use single quotes: '…'."
      )
    case .missingColon:
      .init(
        message: "A colon is missing behind the name of this field.",
        remedy: "Write “name: value”, with a space behind the colon."
      )
    case .strayText:
      .init(
        message: "This text belongs to no field, and was not read.",
        remedy: "Put a # before it, or put the text in “toelichting”."
      )
    case .tag(let name):
      .init(
        message: "“\(name.quotable)” begins with an exclamation mark, which means nothing here.",
        remedy: "Remove it, or put the text between quotes: \"…\"."
      )
    case .notUTF8:
      .init(
        message: "There is a character in an old encoding here (not UTF-8).",
        remedy: "Save the file again with encoding UTF-8."
      )
    case .controlCharacter(let count):
      .init(
        message: "There is an invisible character here. It was read as a space."
          + (count > 1 ? " There are \(count) in the file." : ""),
        remedy: "Remove it; type the text again if needed."
      )
    case .unknownAlias(let name):
      .init(
        message: "“*\(name)” refers to a part that does not exist.",
        remedy: "Put the text between quotes if you mean no reference."
      )
    case .recursiveAlias(let name):
      .init(message: "“*\(name)” refers to itself.", remedy: "Remove this reference.")
    case .badMerge:
      .init(
        message: "A group of fields belongs behind “<<”.",
        remedy: "Remove “<<”, or refer to a group of fields."
      )
    case .other(let words):
      .init(
        message: "The notation (YAML) is broken here: \(words).",
        remedy: "Look at this line and the one above: indentation, brackets, quotes."
      )
    }
  }
}
