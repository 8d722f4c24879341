import Lint
import Reporters

/// The help of a command, for a terminal; in Dutch, as the texts of the options are.
struct HelpText {
  private let page: CommandPage
  private let style: TextStyle
  /// The column at which explanations begin.
  private let column = 26

  init(_ page: CommandPage, style: TextStyle) {
    self.page = page
    self.style = style
  }

  /// Ends in a line end.
  func render() -> String {
    var parts = [style.wrap(page.abstract, first: 0, indent: 0)]
    parts.append(heading("Gebruik") + " " + page.usage(in: .nl))
    parts += paragraphs(page.discussion)
    parts += table("Opdrachten", page.commands.map { ($0.word, $0.abstract) })
    let values = page.arguments.filter { $0.kind == .positional }
    parts += table("Waarden", values.map { ($0.synopsis, $0.explanation) })
    let options = page.arguments.filter { $0.kind != .positional }
    parts += table("Opties", options.map { ($0.synopsis, $0.explanation) })
    if !page.commands.isEmpty {
      parts.append(
        style.wrap("Meer over een opdracht: plantoets help <opdracht>", first: 0, indent: 0)
      )
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func heading(_ title: String) -> String {
    style.paint(title + ":", .bold)
  }

  /// Folds paragraphs; lines that begin with two spaces stay as they are.
  private func paragraphs(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("  ") ? String(line) : style.wrap(String(line), first: 0, indent: 0)
    }
    return [lines.joined(separator: "\n")]
  }

  private func table(_ title: String, _ rows: [(name: String, text: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let lines = rows.map { row in
      let name = "  " + row.name
      let room = column - name.count
      let gap =
        room > 1
        ? String(repeating: " ", count: room) : "\n" + String(repeating: " ", count: column)
      return name + gap + style.wrap(row.text, first: column, indent: column)
    }
    return [heading(title) + "\n" + lines.joined(separator: "\n")]
  }
}

extension CommandPage.Argument {
  /// What it is for, the words to choose from and what holds without it.
  var explanation: String {
    var sentences = [abstract]
    if !values.isEmpty { sentences.append("Kies uit: \(values.joined(separator: ", ")).") }
    if let value = defaultValue { sentences.append("Standaard: \(value).") }
    return sentences.joined(separator: " ")
  }
}
