import Lint

/// A manual in the language of man(7), in Dutch as the help is.
struct ManualPage {
  private let page: CommandPage
  private let date: String

  /// The manual of a program with all its commands; the date is that of its release.
  init(_ page: CommandPage, date: String) {
    self.page = page
    self.date = date
  }

  /// Ends in a line end.
  func render() -> String {
    var lines = [
      ".TH PLANTOETS 1 \"\(date)\" \"plantoets \(Plantoets.version)\" \"Handleiding van plantoets\"",
      ".SH NAAM",
      "plantoets \\- toetst plannen van gemeenten voor onderwijs en jeugd",
      ".SH OVERZICHT",
    ]
    for command in page.commands {
      lines += [
        "." + (command.word == page.commands.first?.word ? "B" : "br\n.B") + " "
          + line(command.name)
      ]
      lines += text(String(command.usage(in: .nl).dropFirst(command.name.count + 1)))
    }
    lines += [".SH BESCHRIJVING"] + text(page.abstract) + discussion(page.discussion)
    lines += [".SH OPDRACHTEN"]
    for command in page.commands {
      lines += [".SS " + line(command.name)] + text(command.abstract)
      lines += discussion(command.discussion) + arguments(of: command)
    }
    lines += [".SH OPTIES"] + arguments(of: page)
    lines += [".SH OMGEVING", ".TP", ".B NO_COLOR"] + text("Zet kleur in de uitvoer uit.")
    lines += [".SH BESTANDEN", ".TP", ".B .plantoets.yaml"]
    lines += text("Instellingen. Zij gelden voor de plannen in de map en in alle mappen daaronder.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func arguments(of command: CommandPage) -> [String] {
    command.arguments.filter { $0.names.last != "--help" || command.name == page.name }
      .flatMap { argument in
        [".TP", ".B " + line(argument.synopsis)] + text(argument.explanation)
      }
  }

  /// Paragraphs; what is indented is an example and stays as it is.
  private func discussion(_ text: String) -> [String] {
    var lines: [String] = []
    var isExample = false
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let begins = row.hasPrefix("  ")
      if begins != isExample { lines.append(begins ? ".EX" : ".EE") }
      isExample = begins
      lines += isExample ? [escaped(row)] : row.isEmpty ? [] : [".PP"] + self.text(String(row))
    }
    return isExample ? lines + [".EE"] : lines
  }

  /// Running text, in lines of at most 76 bytes as the formatter counts them: `é` is `\[u00E9]` there.
  private func text(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let word = escaped(word)
      if let last = lines.last, Self.length(last) + 1 + Self.length(word) <= 76 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.map(guarded)
  }

  private static func length(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
  }

  /// Text behind a macro on the same line.
  private func line(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// Text as it is: no sign of it steers the formatter, and a hyphen can be copied.
  private func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  private func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
