import Lint
import Reporters

/// What `check --watch` says below each report.
struct WatchText {
  let language: Language
  let style: TextStyle

  /// Which files changed, and what that did to the plans.
  func changes(_ files: [String], from earlier: Report, to later: Report) -> String {
    let comparison = Comparison(from: EarlierReport(earlier), to: EarlierReport(later))
    let text = ComparisonText(comparison, language: language, style: style)
    return heading(files)
      + (text.renderChanges()
        ?? choose("De uitkomst is hetzelfde gebleven.", "The outcome stayed the same.") + "\n")
  }

  /// Which files changed, when a plan can no longer be read whole and so cannot be compared.
  func broken(_ files: [String]) -> String {
    heading(files)
      + choose(
        "Een plan is nu niet helemaal te lezen. Als dat is hersteld, zie je wat er is veranderd.",
        "A plan cannot be read whole now. Once that is mended, you see what has changed."
      ) + "\n"
  }

  /// What is waited for, and how to end it.
  var waiting: String {
    "\n"
      + style.paint(
        choose(
          "Ik toets opnieuw als er iets verandert. Stoppen: Ctrl-C.",
          "I check again when something changes. To stop: Ctrl-C."
        ),
        .dim
      ) + "\n"
  }

  private func heading(_ files: [String]) -> String {
    let shown = files.prefix(3).joined(separator: ", ")
    let rest =
      files.count > 3 ? choose(" en nog \(files.count - 3)", " and \(files.count - 3) more") : ""
    let title = choose("Veranderd: ", "Changed: ")
    return "\n" + style.paint(title + shown + rest, .bold) + "\n"
  }

  private func choose(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
