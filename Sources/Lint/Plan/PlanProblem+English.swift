import YAML

extension PlanProblem {
  /// In English, as plain as the Dutch.
  var english: ProblemWording {
    /// “field”, as the subject of a sentence.
    let subject = field.map { "“\($0.quotable)”" } ?? "This value"
    func meant(_ nearest: String?) -> String? { nearest.map { "Did you mean “\($0.quotable)”?" } }
    switch kind {
    case .unreadable(let reason):
      return .init(
        message: "This file cannot be read: \(reason).",
        remedy: "Check that it exists and that you may open it."
      )
    case .otherDocument(let document):
      return .init(
        message: "This is \(document.english), not a plan in plain text.",
        remedy: "Copy its text into a plan. Make an empty plan with: plantoets init."
      )
    case .encoding(let character, let count):
      let guess = character.map { "This was probably “\($0)”." } ?? "This character is lost."
      return .init(
        message: "This file was not saved as UTF-8. \(guess)" + Self.englishRest(count),
        remedy: "Save the file again with encoding UTF-8."
      )
    case .pastedMark(.space, let count):
      return .init(
        message: "There is a non-breaking space here, as from Word. It was read as a plain space."
          + Self.englishRest(count),
        remedy: "Replace non-breaking spaces by plain ones."
      )
    case .pastedMark(.dash, let count):
      return .init(
        message: "A long dash or bullet stands before this item, as from Word. It was read as “-”."
          + Self.englishRest(count),
        remedy: "Write a plain dash with a space behind it: “- ”."
      )
    case .pastedMark(.quote, let count):
      return .init(
        message: "There are curled quotes here, as from Word. They were read as straight ones."
          + Self.englishRest(count),
        remedy: "Replace them by straight quotes: \"…\"."
      )
    case .syntax(let complaint): return complaint.english
    case .duplicateKey(let name, let line):
      return .init(
        message: "“\(name.quotable)” occurs twice, first on line \(line). Only the first counts.",
        remedy: "Remove one, or merge them."
      )
    case .severalDocuments:
      return .init(
        message: "A second plan begins after “---”. Only the first was checked.",
        remedy: "Put each plan in a file of its own."
      )
    case .limit(let limit): return limit.english
    case .notAPlan:
      return .init(
        message: "There is no plan here: no fields like “gemeente:” and “programma:”.",
        remedy: "Begin the file with “plantoets: 1”, with the plan's fields below it."
      )
    case .unknownField(let name, let nearest, let elsewhere, let known):
      return .init(
        message: "“\(name.quotable)” is not a known field here. It does not count in the check.",
        remedy: Self.sentences(meant(nearest), Self.englishPlace(name, elsewhere))
          ?? "Put it in “toelichting”, or choose from: \(known.joined(separator: ", "))."
      )
    case .wrongShape(let expected, let found):
      return .init(
        message: "\(field == nil ? "This plan" : subject) must be \(expected.english); "
          + "found \(found.english).",
        remedy: expected.englishRemedy
      )
    case .unknownWord(let word, let allowed, let nearest):
      guard allowed.count <= 4 else {
        return .init(
          message: "\(subject) has fixed choices; “\(word.quotable)” is not one of them.",
          remedy: [meant(nearest), "Choose from: \(allowed.joined(separator: ", "))."]
            .compactMap { $0 }.joined(separator: " ")
        )
      }
      return .init(
        message: "\(subject) must be \(allowed.joined(lastBy: "or")); found “\(word.quotable)”.",
        remedy: meant(nearest)
          ?? (allowed.count == 1 ? "Write: \(allowed[0])." : "Choose one of these words.")
      )
    case .missingField(let name):
      return .init(
        message: "The field “\(name)” is missing" + (field.map { " in “\($0.quotable)”." } ?? "."),
        remedy: "Fill in “\(name):”. Not known yet? Write PM."
      )
    case .wrongNotation(let format, let text, let suggestions):
      return .init(
        message: "\(subject) must be \(format.english); found “\(text.quotable)”.",
        remedy: suggestions.isEmpty
          ? "Write for example: \(format.example). Not known yet? Write PM."
          : "Did you mean \(suggestions.joined(lastBy: "or"))? Write it like that."
      )
    case .noSuchDay(let text, let last):
      return .init(
        message: "\(subject) says “\(text.quotable)”; there is no such day.",
        remedy: "Did you mean \(last)? That is the last day of the month."
      )
    case .suspiciousNumber(let text, let suggestion):
      return .init(
        message: "\(subject) says “\(text)”. A computer reads that as a number with decimals.",
        remedy: "Did you mean \(suggestion)? Write it without the point."
      )
    case .splitNumber(let text, let read):
      return .init(
        message: "The comma cuts “\(text)” in two: it separates within { } or [ ]. "
          + "Only “\(read)” was read.",
        remedy: "If you mean decimals, write them behind a point, or put the number between \"…\"."
      )
    case .constraint(let complaint): return complaint.english(subject)
    case .schema(let words):
      return .init(
        message: "\(subject) does not fit the schema: \(words).",
        remedy: "Change the value."
      )
    case .unknownReference(let id, let list, let nearest):
      return .init(
        message: "\(subject) refers to “\(id.quotable)”, which is not among “\(list)”.",
        remedy: meant(nearest) ?? "Add “\(id.quotable)” to “\(list)”, or correct the reference."
      )
    case .duplicateID(let id, let line):
      return .init(
        message: "The id “\(id.quotable)” was used before, on line \(line). Only the first counts.",
        remedy: "Give each item an id of its own."
      )
    case .unusedIDs(let ids, let list, _):
      let names = Self.shown(ids, rest: { "\($0) more" }).joined(lastBy: "and")
      return .init(
        message: "Nothing in the plan refers to \(names) of “\(list)”.",
        remedy: "If that is right, leave it so. Else refer to it where it belongs."
      )
    }
  }

  private static func englishRest(_ count: Int) -> String {
    switch count {
    case ...1: ""
    case 2: " There is one more in the file."
    default: " There are \(count - 1) more in the file."
    }
  }

  /// Where a field does belong.
  private static func englishPlace(_ name: String, _ sections: [String]) -> String? {
    let name = Notation.bare(name)
    switch sections {
    case [""]: return "“\(name)” belongs at the far left, without spaces before it."
    case _ where sections.isEmpty || sections.count > 3 || sections.contains(""): return nil
    default:
      let places = sections.map { "“\($0)”" }.joined(lastBy: "or")
      return "“\(name)” belongs in \(places). Put it there."
    }
  }
}

extension PlanProblem.LimitComplaint {
  fileprivate var english: ProblemWording {
    switch self {
    case .bytes(let limit):
      .init(
        message: "The file is larger than \(limit) bytes.",
        remedy: "Take large texts out, or raise the limit with --limit bytes=…"
      )
    case .depth(let limit):
      .init(
        message: "More than \(limit) levels stand inside each other here.",
        remedy: "Check that all brackets close, or raise the limit with --limit depth=…"
      )
    case .nodes(let limit):
      .init(
        message: "The plan has more than \(limit) parts, those brought in by * included.",
        remedy: "Use * less, or raise the limit with --limit nodes=…"
      )
    case .findings(let limit):
      .init(
        message: "This plan has more than \(limit) findings. The rest is left out.",
        remedy: "Mend these first, or raise the limit with --limit findings=…"
      )
    }
  }
}

extension PlanProblem.ConstraintComplaint {
  fileprivate func english(_ subject: String) -> ProblemWording {
    switch self {
    case .tooSmall(let text, let minimum):
      .init(
        message: "\(subject) must be \(minimum) or more; found “\(text.quotable)”.",
        remedy: "Check the number."
      )
    case .tooLarge(let text, let maximum):
      .init(
        message: "\(subject) must be at most \(maximum); found “\(text.quotable)”.",
        remedy: "Check the number."
      )
    case .empty: .init(message: "\(subject) is empty.", remedy: "Fill it in, or write PM.")
    case .pattern(let text, let example):
      .init(
        message: "\(subject) is not written like “\(text.quotable)”.",
        remedy: example.map { "Write for example: \($0)." }
          ?? "Use letters, digits, dashes and points, without spaces."
      )
    case .repeatedItem(let text):
      .init(
        message: "\(subject) names \(text.map { "“\($0.quotable)”" } ?? "this item") twice.",
        remedy: "Remove one."
      )
    case .tooManyMistakes(let limit):
      .init(
        message: "This plan has more than \(limit) mistakes. The rest was not looked at.",
        remedy: "Mend these first."
      )
    }
  }
}

extension PlanProblem.DocumentKind {
  fileprivate var english: String {
    switch self {
    case .zip: "a Word, Excel or zip file"
    case .pdf: "a PDF"
    case .richText: "a file with layout (RTF)"
    case .oldOffice: "an old Word or Excel file"
    }
  }
}

extension PlanProblem.ExpectedShape {
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
}
