import Lint
import SourceText
import TestSupport
import Testing
import YAML

@Suite("The questions of plantoets init")
struct InterviewTests {
  /// An answer that cannot be, and what is said of it.
  struct Refusal: CustomTestStringConvertible {
    let field: String
    let answer: String
    let said: String

    init(_ field: String, _ answer: String, _ said: String) {
      (self.field, self.answer, self.said) = (field, answer, said)
    }

    var testDescription: String { "\(field): \(answer)" }
  }

  private let pack: RulePack

  init() throws {
    pack = try TestPack.load()
  }

  /// An interview that has come to the question of a field; those before it are skipped.
  private func interview(at field: String) throws -> Interview {
    var interview = try Interview(schema: pack.schema, language: .nl)
    while let question = interview.question, question.field != field { _ = interview.answer("") }
    return interview
  }

  private func read(_ text: String) -> Plan {
    PlanReader(schema: pack.schema).read(SourceFile(path: "plan.yaml", text: text))
  }

  private func basis(of interview: Interview) throws -> Double {
    let report = Linter(pack: pack, language: .nl).report(read(interview.plan))
    let score = try #require(report.score)
    return score.total.basis
  }

  @Test func `the examples are answers that can be given, and tell enough to judge half the plan`()
    throws
  {
    var interview = try Interview(schema: pack.schema, language: .nl)
    #expect(interview.questions.count == 10)
    let before = try basis(of: interview)
    for question in interview.questions {
      guard case .accepted = interview.answer(question.example) else {
        Issue.record("\(question.field) refuses its own example")
        return
      }
    }
    #expect(interview.question == nil)
    #expect(read(interview.plan).problems.isEmpty)
    let after = try basis(of: interview)
    #expect(before < 0.25 && after > 0.5, "\(before) to \(after)")
  }

  @Test func `every question is for a field that a rule reads, but for the name above the report`()
    throws
  {
    let read = pack.rules.flatMap(\.pathsRead)
    for question in try pack.schema.questions() where question.field != "gemeente.naam" {
      // A rule that looks at a list's items is served by the first field of one.
      let list = question.field.split(separator: "[").first.map(String.init) ?? ""
      let isRead = read.contains { $0 == question.field || $0.hasPrefix(list + "[]") || $0 == list }
      #expect(isRead, "\(question.field)")
    }
  }

  @Test(arguments: [
    Refusal("gemeente.naam", "Assen\u{1B}[A", "Typ het antwoord opnieuw."),
    Refusal("gemeente.naam", "Ass\u{FFFD}n", "Typ het antwoord opnieuw."),
    Refusal("programma.regeling", "npo", "npo-gemeenten"),
    Refusal("programma.looptijd.start", "31-02-2025", "die dag bestaat niet"),
    Refusal("programma.looptijd.start", "augustus 2025", "Bedoel je 2025-08?"),
    Refusal("doelgroepen[].kwetsbaar", "misschien", "moet ja of nee zijn"),
    Refusal("begroting.totaal", "12.500", "Bedoel je 12500?"),
    Refusal("begroting.totaal", "veel", "moet een bedrag"),
  ])
  func `an answer that cannot be is refused as the check would, and asked again`(row: Refusal)
    throws
  {
    var interview = try interview(at: row.field)
    guard case .refused(let wording) = interview.answer(row.answer) else {
      Issue.record("accepted")
      return
    }
    #expect((wording.message + " " + wording.remedy).contains(row.said), "\(wording)")
    #expect(interview.question?.field == row.field)
    #expect(!interview.hasAnswers)
  }

  @Test(arguments: ["PM", "onbekend", "n.v.t."])
  func `who does not know yet may say so`(word: String) throws {
    for question in try pack.schema.questions() {
      var interview = try interview(at: question.field)
      guard case .accepted = interview.answer(word) else {
        Issue.record("\(question.field) refuses \(word)")
        continue
      }
    }
  }

  @Test(arguments: [
    "Taal: te laag # in groep 3", "- streepje", "it's", "\"aanhalingstekens\"", "2021", "true",
    "null", "~", "{haak", "[1]", "a\\b", "één \u{201C}mooi\u{201D} plan", "*ster", "eindigt met:",
    "50% minder", "@thuis", "? vraag", "1e5", "Sint-Jan's–dorp", "a, b",
  ])
  func `any text comes back from the plan as it was typed`(answer: String) throws {
    var interview = try interview(at: "probleemanalyse.vraagstukken[].omschrijving")
    guard case .accepted = interview.answer(answer) else {
      Issue.record("refused")
      return
    }
    let file = SourceFile(path: "plan.yaml", text: interview.plan)
    let item = Parser().parse(file).root?["probleemanalyse"]?["vraagstukken"]?.sequence?.first
    #expect(item?["id"]?.text == "v1")
    #expect(item?["omschrijving"]?.text == answer)
    #expect(read(interview.plan).problems.isEmpty)
  }

  @Test func `an interview in which all is skipped leaves the template as it is`() throws {
    var interview = try Interview(schema: pack.schema, language: .nl)
    while interview.question != nil { _ = interview.answer(" ") }
    #expect(!interview.hasAnswers)
    #expect(interview.plan == PlanTemplate(schema: pack.schema, isMinimal: false).text)
  }

  @Test func `what is still open can be filled in by taking its number sign away`() throws {
    var interview = try Interview(schema: pack.schema, language: .nl)
    for question in interview.questions { _ = interview.answer(question.example) }
    for text in [interview.plan, PlanTemplate(schema: pack.schema, isMinimal: false).text] {
      let open = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.contains(/^ *# [^ ]/)
          ? String(line) : String(line.replacing("#", with: "", maxReplacements: 1))
      }
      let result = Parser().parse(SourceFile(path: "", text: open.joined(separator: "\n")))
      #expect(result.problems.isEmpty)
      let sections = result.root?.mapping?.compactMap { $0.key.text } ?? []
      #expect(sections.contains("risicos") && sections.contains("activiteiten"))
      #expect(result.root?["monitoring"]?["verandertheorie"] != nil)
    }
  }

  @Test(arguments: [
    (
      "{veld: gemeente.nam, vraag: {nl: a, en: b}, waarom: {nl: a, en: b}, voorbeeld: c}",
      "“gemeente.nam”"
    ),
    ("{veld: gemeente.naam, vraag: {nl: a}, waarom: {nl: a, en: b}, voorbeeld: c}", "in nl and en"),
    ("{veld: gemeente.naam, vraag: {nl: a, en: b}, waarom: {nl: a, en: b}}", "“voorbeeld”"),
  ])
  func `a question that cannot be asked is told to the author of the pack`(
    question: String,
    said: String
  ) throws {
    let schema = """
      {"x-vragen": [\(question)], type: object, properties: {gemeente: {type: object, properties: {naam: {type: string}}}}}
      """
    var texts = SmallPack.texts([])
    let index = try #require(texts.firstIndex { $0.path == "plan.schema.json" })
    texts[index].text = schema
    let files = texts.map { SourceFile(path: $0.path, text: $0.text) }
    let pack = try PackLoader.load(files).get()
    let error = #expect(throws: QuestionError.self) { try pack.schema.questions() }
    #expect(error?.message.contains(said) == true)
  }
}
