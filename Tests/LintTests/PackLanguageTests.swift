import Lint
import TestSupport
import Testing

@Suite("The language of the rules")
struct PackLanguageTests {
  /// A Dutch text of the pack that reaches its readers.
  struct DutchText: Sendable, CustomTestStringConvertible {
    let place: String
    let text: String
    var testDescription: String { place }
  }

  /// All Dutch texts of the pack; those within the expressions of messages too.
  private static func texts() throws -> [DutchText] {
    let pack = try TestPack.load()
    var texts = pack.lessons.flatMap { lesson in
      [
        DutchText(place: "\(lesson.id) title", text: lesson.title.nl),
        DutchText(place: "\(lesson.id) description", text: lesson.description.nl),
      ]
    }
    for rule in pack.rules.map(\.rule) {
      texts += [
        DutchText(place: "\(rule.id) title", text: rule.title.nl),
        DutchText(place: "\(rule.id) message", text: rule.message.nl.text),
        DutchText(place: "\(rule.id) why", text: rule.why.nl),
        DutchText(place: "\(rule.id) remedy", text: rule.remedy?.nl ?? ""),
      ]
      texts += DutchProse.quoted(in: rule.message.nl.text).map {
        DutchText(place: "\(rule.id) message", text: $0)
      }
      texts += rule.parameters.map {
        DutchText(place: "\(rule.id) \($0.name)", text: $0.unit ?? "")
      }
    }
    return texts
  }

  @Test("no sentence has more than twenty words")
  func sentences() throws {
    for text in try Self.texts() {
      for sentence in DutchProse(text.text).sentences where sentence.count > 20 {
        Issue.record("\(text.place): \(sentence.count) words: \(sentence.joined(separator: " "))")
      }
    }
  }

  @Test("no word is one that many readers do not know or that keeps them at a distance")
  func words() throws {
    for text in try Self.texts() {
      let words = DutchProse(DutchProse.withoutNames(text.text)).words
      let joined = " " + words.joined(separator: " ") + " "
      for (avoided, instead) in Self.avoided where joined.contains(" \(avoided) ") {
        Issue.record("\(text.place): “\(avoided)”, better \(instead): \(text.text)")
      }
    }
  }

  @Test("the reader is addressed as je")
  func address() throws {
    for text in try Self.texts() {
      let words = Set(DutchProse(text.text).words)
      for word in ["u", "uw", "men", "gelieve"] where words.contains(word) {
        Issue.record("\(text.place): “\(word)”: \(text.text)")
      }
    }
  }

  @Test("no title, message or remedy blames the reader")
  func blame() throws {
    for text in try Self.texts() where !text.place.hasSuffix("why") {
      let words = Set(DutchProse(text.text).words)
      for word in [
        "fout", "fouten", "verkeerd", "verkeerde", "nalatig", "schuld", "gefaald", "verzuimd",
      ]
      where words.contains(word) {
        Issue.record("\(text.place): “\(word)”: \(text.text)")
      }
    }
  }

  @Test("titles are short, and neither title nor other text shouts")
  func titles() throws {
    let pack = try TestPack.load()
    for rule in pack.rules.map(\.rule) {
      #expect(DutchProse(rule.title.nl).sentences.joined().count <= 10, "\(rule.id)")
      for text in [rule.title, rule.why] + (rule.remedy.map { [$0] } ?? []) {
        for words in [text.nl, text.en] { #expect(!words.contains("!"), "\(rule.id)") }
      }
      #expect(!rule.title.nl.hasSuffix(".") && !rule.title.en.hasSuffix("."), "\(rule.id)")
    }
  }

  /// Words of officials, each with what people say; after the lists of Bureau Taal and the government's own for B1.
  private static let avoided = [
    ("aangaande", "over"), ("aanvang", "begin"), ("aanvangen", "beginnen"),
    ("abusievelijk", "per ongeluk"), ("achten", "vinden"), ("actoren", "de mensen"),
    ("additioneel", "extra"), ("additionele", "extra"), ("adequaat", "goed"), ("adequate", "goede"),
    ("alsmede", "en ook"), ("alvorens", "voordat"), ("aldus", "zo"), ("ambtshalve", "zelf"),
    ("behoudens", "behalve"), ("benadrukken", "zeggen"), ("benodigde", "wat nodig is"),
    ("betreffende", "over"), ("bewerkstelligen", "zorgen voor"), ("bovengenoemde", "die"),
    ("bovenstaande", "die"), ("casu quo", "of"), ("commitment", "belofte"), ("conform", "volgens"),
    ("consequenties", "gevolgen"), ("continueren", "doorgaan met"), ("continuering", "doorgaan"),
    ("continuïteit", "doorgaan"), ("creëren", "maken"), ("cruciaal", "heel belangrijk"),
    ("cruciale", "heel belangrijke"), ("daadwerkelijk", "echt"), ("daar waar", "waar"),
    ("daarenboven", "ook"), ("deficiënties", "wat mist"), ("derhalve", "daarom"),
    ("desalniettemin", "toch"), ("desbetreffende", "die"), ("desgewenst", "als je wilt"),
    ("dient te", "moet"), ("dienen te", "moeten"), ("discrepantie", "verschil"),
    ("discontinuïteit", "stoppen"), ("doelstelling", "doel"), ("doelstellingen", "doelen"),
    ("door middel van", "met"), ("draagvlak", "steun"), ("dusdanig", "zo"), ("echter", "maar"),
    ("effectueren", "uitvoeren"), ("essentieel", "heel belangrijk"),
    ("essentiële", "heel belangrijke"), ("evenals", "en ook"), ("eveneens", "ook"),
    ("evident", "duidelijk"), ("expliciet", "duidelijk"), ("faciliteren", "helpen"),
    ("fluctuaties", "schommelingen"), ("frictie", "wrijving"), ("fysiek", "echt"),
    ("gaarne", "graag"), ("gedurende", "tijdens"), ("gelet op", "door"), ("generiek", "algemeen"),
    ("genereren", "opleveren"), ("geïmplementeerd", "ingevoerd"), ("gerealiseerd", "gemaakt"),
    ("gezien het feit", "omdat"), ("governance", "besturen"), ("hetgeen", "wat"),
    ("hieromtrent", "hierover"), ("identificeren", "noemen"), ("impact", "gevolg"),
    ("implementatie", "invoering"), ("implementeren", "invoeren"), ("implicaties", "gevolgen"),
    ("impliciet", "zonder het te zeggen"), ("in het kader van", "voor"), ("in relatie tot", "bij"),
    ("in samenspraak met", "samen met"), ("inclusief", "met"), ("indien", "als"),
    ("indicatief", "ongeveer"), ("initieel", "eerst"), ("initiëren", "beginnen"),
    ("integraal", "als geheel"), ("integrale", "hele"), ("interventie", "hulp"),
    ("interventies", "hulp"), ("inventariseren", "op een rij zetten"), ("inzake", "over"),
    ("jegens", "tegen"), ("kwalitatief", "in woorden"), ("kwalitatieve", "in woorden"),
    ("kwantitatief", "in cijfers"), ("kwantitatieve", "in cijfers"), ("legitimeren", "uitleggen"),
    ("mede", "ook"), ("met betrekking tot", "over"), ("met name", "vooral"),
    ("methodiek", "manier"), ("middels", "met"), ("mitigeren", "kleiner maken"), ("mits", "als"),
    ("momenteel", "nu"), ("naar aanleiding van", "door"), ("namelijk", "want"),
    ("nochtans", "toch"), ("normatief", "volgens de norm"), ("omtrent", "over"),
    ("onderhavige", "deze"), ("ongeacht", "hoe dan ook"), ("operationaliseren", "uitwerken"),
    ("optimaal", "zo goed mogelijk"), ("optimaliseren", "beter maken"), ("overigens", "ook"),
    ("participeren", "meedoen"), ("per heden", "vanaf nu"), ("perspectief", "uitzicht"),
    ("pilaren", "delen"), ("potentieel", "mogelijk"), ("potentiële", "mogelijke"),
    ("prioritair", "eerst"), ("prioriteren", "kiezen wat eerst komt"),
    ("problematiek", "problemen"), ("problematieken", "problemen"), ("realisatie", "maken"),
    ("realiseren", "maken"), ("reeds", "al"), ("ressorteren", "vallen onder"),
    ("resulteren", "leiden"), ("significant", "duidelijk"), ("significante", "duidelijke"),
    ("stakeholder", "wie erbij hoort"), ("stakeholders", "wie erbij horen"),
    ("substantieel", "groot"), ("substantiële", "grote"), ("synergie", "samen meer doen"),
    ("systematisch", "steeds op dezelfde manier"), ("ten aanzien van", "over"),
    ("ten behoeve van", "voor"), ("ten dele", "deels"), ("ten gevolge van", "door"),
    ("ten gunste van", "voor"), ("ten tijde van", "tijdens"), ("teneinde", "om"),
    ("tenzij", "behalve als"), ("ter bevordering van", "voor"), ("ter zake", "hierover"),
    ("terzake", "hierover"), ("tevens", "ook"), ("thans", "nu"), ("tot op heden", "tot nu"),
    ("transitie", "overgang"), ("trachten", "proberen"), ("uiterst", "heel"),
    ("verantwoordelijkheid dragen", "zorgen voor"), ("vigerende", "geldende"),
    ("voornoemde", "die"),
    ("voorts", "ook"), ("vooralsnog", "voorlopig"), ("voorzien in", "zorgen voor"),
    ("waarborgen", "zorgen dat het blijft"), ("wenselijk", "goed"),
    ("wijze", "manier"), ("zodoende", "zo"), ("zorgdragen", "zorgen"), ("zulks", "dit"),
  ]
}
