import Lint
import Reporters

/// What the interview of `plantoets init` says.
struct InterviewText {
  let language: Language
  let style: TextStyle

  func introduction(questions: Int) -> String {
    lines(
      choose(
        """
        Je krijgt \(questions) korte vragen. Dan staat er een begin van je plan.
        Weet je iets niet? Druk op Enter. Stoppen kan altijd met Ctrl-C: je antwoorden blijven bewaard.
        """,
        """
        You get \(questions) short questions. Then there is a start of your plan.
        Something you do not know? Press Enter. Stop any time with Ctrl-C: your answers are kept.
        """
      )
    )
  }

  /// A question with its reason and an example, and the sign to type behind.
  func question(_ question: PlanQuestion, number: Int, of count: Int) -> String {
    let label = "\(number)/\(count) "
    let margin = String(repeating: " ", count: label.count)
    let hint =
      question.choices.isEmpty
      ? choose("Bijvoorbeeld: \(question.example)", "For example: \(question.example)")
      : choose("Kies uit: ", "Choose from: ") + question.choices.joined(separator: ", ")
    let parts = [
      style.paint(label, .dim) + style.paint(folded(question.text[language], margin), .bold),
      margin + folded(question.reason[language], margin),
      margin + style.paint(folded(hint, margin), .dim),
    ]
    return "\n" + parts.joined(separator: "\n") + "\n> "
  }

  /// Why an answer cannot be, and what can.
  func refusal(_ wording: ProblemWording) -> String {
    style.paint(folded(wording.message + " " + wording.remedy, ""), .yellow) + "\n> "
  }

  /// What became of the plan when all was asked.
  func made(_ file: String) -> String {
    "\n"
      + lines(
        choose(
          """
          Je plan staat in \(file). Open het, en vul aan wat je weet. Uitleg staat erbij.
          Dit zegt de toets er nu van:
          """,
          """
          Your plan is in \(file). Open it, and add what you know. Explanations are in it.
          This is what the check says now:
          """
        )
      ) + "\n"
  }

  /// What became of the plan when the interview was broken off.
  func stopped(_ file: String, isKept: Bool) -> String {
    let text =
      isKept
      ? choose(
        "Gestopt. Wat je invulde, staat in \(file). Ga daar verder.",
        "Stopped. What you filled in is in \(file). Go on there."
      )
      : choose("Gestopt. Er is niets gemaakt.", "Stopped. Nothing was made.")
    return "\n\n" + text + "\n"
  }

  private func lines(_ text: String) -> String {
    text.split(separator: "\n").map { folded(String($0), "") + "\n" }.joined()
  }

  private func folded(_ text: String, _ margin: String) -> String {
    style.wrap(text, first: margin.count, indent: margin.count)
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
