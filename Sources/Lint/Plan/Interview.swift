import SourceText

/// The questions with the answers so far, from which a plan is made.
///
/// An answer is held against the schema as a plan with only that answer would be, so that it is told as the check would.
package struct Interview: Sendable {
  /// What became of an answer.
  package enum Reply: Sendable {
    case accepted
    case skipped
    /// The question stays.
    case refused(ProblemWording)
  }

  private let schema: PlanSchema
  private let language: Language
  package let questions: [PlanQuestion]
  private var answers: [String: String] = [:]
  /// The place of the question that is asked now.
  package private(set) var index = 0

  /// An interview that has yet to begin.
  ///
  /// - Throws: what is wrong with the schema's questions.
  package init(schema: PlanSchema, language: Language) throws(QuestionError) {
    self.schema = schema
    self.language = language
    questions = try schema.questions()
  }

  /// What is asked now; nil at the end.
  package var question: PlanQuestion? {
    questions.indices.contains(index) ? questions[index] : nil
  }

  /// Whether any question was answered.
  package var hasAnswers: Bool { !answers.isEmpty }

  /// Takes a line as the answer to the question that is asked now; an empty one skips it.
  package mutating func answer(_ line: String) -> Reply {
    guard let question else { return .skipped }
    var typed = line.drop(while: \.isWhitespace)
    while typed.last?.isWhitespace == true { typed.removeLast() }
    let text = String(typed)
    guard !text.isEmpty else {
      index += 1
      return .skipped
    }
    guard !text.unicodeScalars.contains(where: AnswerNotation.isStray) else {
      return .refused(Self.strayKeys(in: language))
    }
    if let problem = problem(with: text, for: question) {
      return .refused(problem.wording(in: language))
    }
    answers[question.field] = text
    index += 1
    return .accepted
  }

  /// What arrow keys and broken characters leave in a line.
  private static func strayKeys(in language: Language) -> ProblemWording {
    switch language {
    case .nl:
      ProblemWording(
        message: "In je antwoord zitten tekens die je niet ziet, zoals van een pijltjestoets.",
        remedy: "Typ het antwoord opnieuw."
      )
    case .en:
      ProblemWording(
        message: "Your answer holds characters that cannot be seen, as of an arrow key.",
        remedy: "Type the answer again."
      )
    }
  }

  private func problem(with text: String, for question: PlanQuestion) -> PlanProblem? {
    let template = PlanTemplate(schema: schema, isMinimal: true, answers: [question.field: text])
    let file = SourceFile(path: "", bytes: Array(template.text.utf8))
    let path = "$." + question.field.replacing("[]", with: "[0]")
    return PlanReader(schema: schema).read(file).problems.first { $0.path == path }
  }

  /// The plan as far as it was told, with comments at what is still open.
  package var plan: String {
    PlanTemplate(schema: schema, isMinimal: false, answers: answers).text
  }
}
