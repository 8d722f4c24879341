import Lint
import Reporters

/// What `plantoets` says when nothing is asked of it.
struct Welcome {
  let language: Language
  let style: TextStyle

  /// Ends in a line end.
  func render() -> String {
    let (text, commands, more) = words
    let width = commands.map(\.0.count).max() ?? 0
    let lines = commands.map { command, purpose in
      let gap = String(repeating: " ", count: width - command.count + 3)
      return "  " + style.paint(command, .bold) + gap + purpose
    }
    let parts = [
      text.map { style.wrap($0, first: 0, indent: 0) }.joined(separator: "\n"),
      lines.joined(separator: "\n"),
      more,
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var words: (text: [String], commands: [(String, String)], more: String) {
    switch language {
    case .nl:
      (
        [
          """
          plantoets legt een plan van een gemeente naast de lessen van het Nationaal Programma \
          Onderwijs.
          """,
          "Je leest wat sterk is, wat beter kan, waarom, en wat je kunt doen. Het is advies.",
          "",
          "Probeer dit:",
        ],
        [
          ("plantoets init mijn-plan.yaml", "maak een plan"),
          ("plantoets check mijn-plan.yaml", "toets het plan"),
          ("plantoets explain looptijd-te-kort", "lees wat een regel vraagt, en waarom"),
        ],
        "Alle opdrachten en opties: plantoets --help"
      )
    case .en:
      (
        [
          """
          plantoets checks a municipality's plan against the lessons of the Dutch National \
          Education Programme.
          """,
          "It tells what is strong, what can be better, why, and what you can do. It is advice.",
          "",
          "Try this:",
        ],
        [
          ("plantoets init my-plan.yaml", "make a plan"),
          ("plantoets check my-plan.yaml", "check the plan"),
          ("plantoets explain looptijd-te-kort --lang en", "read what a rule asks, and why"),
        ],
        "All commands and options: plantoets --help"
      )
    }
  }
}
