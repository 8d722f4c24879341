/// What generated plans are about; every place and every fact is invented.
enum PlanWords {
  static let placeStarts = [
    "Noorder", "Zuider", "Midden", "Nieuw", "Oud", "Elzen", "Braam", "Heide", "Kastanje", "Hoog",
    "Berk", "Linde", "Reiger", "Wilgen", "Molen", "Kraan", "Zand", "Veen", "Duin", "Brem",
  ]
  static let placeEnds = [
    "dam", "broek", "veen", "hout", "wolde", "stede", "kerke", "horst", "lo", "drecht", "meer",
    "burg", "zijl", "woude", "beek", "ëinde", "haven", "laar", "rade", "schoor",
  ]

  static let problems = [
    "kinderen lopen vaker sociaal-emotioneel vast",
    "de leesvaardigheid in de onderbouw blijft achter",
    "het verzuim in het vo is toegenomen", "leerlingen bewegen minder en ontmoeten elkaar minder",
    "ouders weten de weg naar hulp niet te vinden",
    "gezinnen hebben te weinig geld voor activiteiten",
    "jongeren vinden geen stage of leerwerkplek",
    "peuters met een ve-indicatie komen niet naar de opvang",
    "de overgang van po naar vo gaat stroef", "jongeren voelen zich vaker eenzaam of somber",
    "nieuwkomers leren te langzaam Nederlands", "het lerarentekort raakt vooral aandachtscholen",
  ]
  static let themes = [
    "Zorg en welzijn op school", "Taal en lezen", "Talent en beweging", "Ouders als partner",
    "Een goede start", "Soepele overgangen", "Jongeren aan zet", "Mentale gezondheid",
  ]
  static let groups = [
    ("leerlingen van scholen met een hoge achterstandsscore", "po"),
    ("peuters met een ve-indicatie", "voorschools"), ("leerlingen met beginnend verzuim", "vo"),
    ("alle leerlingen van 4 tot 12 jaar", "po"),
    ("kleuters met een taalachterstand", "vroegschools"),
    ("studenten zonder startkwalificatie", "mbo"), ("leerlingen in het speciaal onderwijs", "so"),
    ("nieuwkomers in de internationale schakelklas", "vo"),
  ]
  static let bounds = [
    "CBS-achterstandsscore", "indicatie door de JGZ", "meer dan 16 uur verzuim in 4 weken",
    "inschrijving op een school in de gemeente", "advies van het ondersteuningsteam",
  ]
  static let activityStarts = [
    "Jeugdondersteuners", "Jongerenwerk", "Taalcoaches", "Leesimpuls", "Beweegprogramma",
    "Huiswerkbegeleiding", "Schoolmaatschappelijk werk", "Zomerschool", "Ouderkamer", "Mentoren",
    "Weerbaarheidstraining", "Muziek en theater", "Techniekmiddagen", "Brugfunctionaris",
  ]
  static let activityEnds = [
    "op zes basisscholen", "in de voorschool", "met de bibliotheek", "na schooltijd", "in de wijk",
    "voor brugklassers", "bij de overstap naar het mbo", "op drie vo-scholen", "in de vakanties",
    "voor gezinnen die rondkomen van weinig", "voor groep 7 en 8", "in het dorpshuis",
  ]
  static let partners = [
    ("po", "Schoolbesturen po", "onderwijs-po", "bestuurlijk"),
    ("vo", "Besturen van de vo-scholen", "onderwijs-vo", "bestuurlijk"),
    ("swv", "Samenwerkingsverband", "samenwerkingsverband", "beleid"),
    ("opvang", "Kinderopvang", "kinderopvang", "uitvoerend"),
    ("jgz", "Jeugdgezondheidszorg", "jgz", "uitvoerend"),
    ("welzijn", "Welzijnsorganisatie", "welzijn", "uitvoerend"),
    ("bieb", "Bibliotheek", "bibliotheek", "uitvoerend"),
    ("sport", "Sportbedrijf", "sport", "uitvoerend"),
    ("leerplicht", "Leerplicht en doorstroom", "leerplicht", "uitvoerend"),
    ("cultuur", "Centrum voor de kunsten", "cultuur", "uitvoerend"),
    ("jeugdhulp", "Aanbieders van jeugdhulp", "jeugdhulp", "uitvoerend"),
    ("mbo", "Regionaal mbo", "mbo-hbo-universiteit", "bestuurlijk"),
    ("panel", "Jongerenpanel", "jongeren", "doelgroep"),
    ("ouders", "Ouderraden", "ouders", "doelgroep"),
  ]
  static let sources = [
    ("npo", "Specifieke uitkering NP Onderwijs", "incidenteel", "rijk"),
    ("oab", "Onderwijsachterstandenbudget", "structureel", "rijk"),
    ("jeugd", "Jeugdbudget van de gemeente", "structureel", "gemeente"),
    ("scholen", "Bijdrage van de schoolbesturen", "structureel", "school"),
    ("fonds", "Fonds voor jeugdparticipatie", "incidenteel", "fonds"),
    ("natura", "Uren van partners", "structureel", "partner"),
  ]
  static let roles = [
    "projectleider", "beleidsmedewerker onderwijs", "beleidsmedewerker jeugd", "coördinator jeugd",
    "onderzoeker", "jongerenwerker", "leesconsulent", "buurtsportcoach", "adviseur financiën",
  ]
  static let measures = [
    "kinderen die hulp krijgen", "leerlingen die zich prettig voelen op school",
    "leerlingen met meer dan 16 uur verzuim", "peuters die hun plek gebruiken",
    "leerlingen op of boven het referentieniveau lezen", "ouders die de weg naar hulp kennen",
    "jongeren die een stage vinden", "deelnemers die het aanbod een 7 of hoger geven",
  ]
  static let registers = [
    "registratie van de uitvoerder", "jeugdmonitor GGD", "leerplichtregistratie",
    "leerlingvolgsysteem", "enquête onder leerlingen", "groepsgesprekken",
  ]
  static let risks = [
    ("personeel", "ervaren krachten stappen over naar een andere werkgever"),
    ("planning", "de werving duurt langer dan we dachten"),
    ("financien", "een toegezegde bijdrage gaat niet door"),
    ("bereik", "de gezinnen die het meest hebben aan het aanbod, komen niet"),
    ("capaciteit", "scholen hebben te weinig tijd om mee te denken"),
    ("draagvlak", "partners zien het plan als iets van de gemeente alleen"),
    ("uitval-contactpersonen", "vaste contactpersonen wisselen van baan"),
  ]

  /// First and second halves of sentences for free text; `*` becomes the place.
  static let sentenceStarts = [
    "In * merken we dat", "Scholen en partners vertelden ons dat",
    "Uit de cijfers van * blijkt dat",
    "Tijdens de gesprekken viel op dat", "De werkgroep kwam tot de conclusie dat",
    "Ouders én leerlingen gaven aan dat", "We gaan ervan uit dat",
    "Het college vindt het belangrijk dat",
    "In de eerste maanden bleek al dat", "De Lokale Educatieve Agenda van * noemt ook dat",
  ]
  static let sentenceEnds = [
    "kinderen eerder hulp krijgen als de school en het wijkteam elkaar kennen",
    "lezen met plezier op jonge leeftijd later veel verschil maakt",
    "losse projecten weinig opleveren als niemand ze daarna overneemt",
    "de drempel voor gezinnen in de buitenwijken en de kleine kernen hoog is",
    "het aanbod van partners groot is, maar dat niemand het hele overzicht heeft",
    "er goede ideeën zijn bij jongeren zelf; zij willen vroeg worden betrokken",
    "vaste gezichten op school belangrijker zijn dan een nieuwe methode",
    "we met elkaar één taal nodig hebben voor wat we willen bereiken",
    "de druk op leraren hoog is, dus dat nieuw aanbod werk uit handen moet nemen",
    "we na twee jaar willen weten wat er echt is veranderd, en voor wie",
    "de coördinatie bij één persoon moet liggen (met een vaste vervanger)",
    "financiële zekerheid na afloop nu al aandacht vraagt: anders stopt het te vroeg",
  ]
}
