import JSONSchema
import YAML

/// A question to put to somebody who starts a plan, as the schema's `x-vragen` has it.
///
/// The schema lists them in the order in which they are asked: first what the plan is, then what the rules wait for.
package struct PlanQuestion: Sendable {
  /// What it fills in, as `activiteiten[].budget`.
  package let field: String
  package let text: LocalizedText
  /// Why it is asked, in a sentence.
  package let reason: LocalizedText
  /// An answer that could be given.
  package let example: String
  /// The words to choose from; empty where the answer is free.
  package let choices: [String]
}

extension PlanSchema {
  /// The annotation at the schema's root that lists the questions.
  static let questionsKeyword = "x-vragen"

  /// The questions, in their order.
  ///
  /// - Throws: what is wrong with the first that cannot be asked.
  package func questions() throws(QuestionError) -> [PlanQuestion] {
    let list = schema[schema.root].annotation(Self.questionsKeyword)
    var questions: [PlanQuestion] = []
    for node in list?.sequence ?? [] { questions.append(try question(node)) }
    return questions
  }

  private func question(_ node: Node) throws(QuestionError) -> PlanQuestion {
    let field = node["veld"]?.text ?? ""
    guard let id = subschema(of: field) else {
      throw QuestionError(
        "\(Self.questionsKeyword) asks for “\(field)”, which is no field of a plan"
      )
    }
    guard let text = node["vraag"].flatMap(LocalizedText.init),
      let reason = node["waarom"].flatMap(LocalizedText.init), let example = node["voorbeeld"]?.text
    else {
      throw QuestionError(
        """
        \(Self.questionsKeyword) needs “vraag” and “waarom” in nl and en, and a “voorbeeld”, \
        for “\(field)”
        """
      )
    }
    let subschema = schema.effective(id)
    let words =
      subschema.format == DutchFormat.yesNo.rawValue
      ? ["ja", "nee"] : (subschema.allowedValues ?? []).compactMap(\.text)
    return PlanQuestion(
      field: field,
      text: text,
      reason: reason,
      example: example,
      choices: words
    )
  }
}

/// What keeps a schema's questions from being asked, in words for who wrote the schema.
package struct QuestionError: Error, Sendable {
  package let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension LocalizedText {
  /// A mapping with a text for each language.
  fileprivate init?(_ node: Node) {
    guard let nl = node["nl"]?.text, let en = node["en"]?.text else { return nil }
    self.init(nl: nl, en: en)
  }
}
