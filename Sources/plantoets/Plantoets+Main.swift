import ArgumentParser
import Lint
import Reporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Plantoets {
  /// Runs what the command line asks for; what is wrong with it is told in the reader's language.
  static func main() {
    let arguments = CheckCommand.completed(Array(CommandLine.arguments.dropFirst()))
    do {
      // An option of `plantoets` itself would be taken from the commands below it.
      let isOnlyLanguage =
        arguments.count == 2 && arguments[0] == "--lang" && Language(rawValue: arguments[1]) != nil
      if arguments.isEmpty || isOnlyLanguage {
        let welcome = Welcome(
          language: language(of: arguments),
          style: Color.auto.outputStyle
        )
        return StandardOutput.write(welcome.render())
      }
      var command = try parsedAlone(arguments) ?? parseAsRoot(arguments)
      try command.run()
    } catch {
      Self.exit(end(error, arguments).rawValue)
    }
  }

  /// The command that comes first, read without those beside it, which takes half the time.
  ///
  /// Nil where that does not do: reading the arguments from the top then tells why.
  private static func parsedAlone(_ arguments: [String]) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }
      ),
      let parsed = try? command.parseAsRoot(Array(arguments.dropFirst())),
      // `--help` gives a command of its own.
      type(of: parsed) == command
    else { return nil }
    return parsed
  }

  /// Tells why a run ended, when that is not told yet, and gives its exit code.
  private static func end(_ error: any Error, _ arguments: [String]) -> ExitCode {
    if let code = error as? ExitCode { return code }
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    switch code {
    case .success: answer(text, arguments)
    case .validationFailure:
      let root = CommandPage.root
      let problem =
        UsageProblem(in: arguments, root: root)
        ?? UsageProblem(
          message: message(for: error),
          of: page(after: "Usage:", in: text, root),
          root: root
        )
      StandardError.write(problem.text(in: language(of: arguments)))
    default: StandardError.write("plantoets: \(message(for: error))")
    }
    return code
  }

  /// Prints what the parser answers by itself: help, the version, a script for a shell.
  private static func answer(_ text: String, _ arguments: [String]) {
    if text.hasPrefix("OVERVIEW:") {
      let page = page(after: "USAGE:", in: text, CommandPage.root)
      let style = Color.auto.outputStyle
      StandardOutput.write(HelpText(page, style: style).render())
    } else if text == version {
      StandardOutput.write(versionText(in: language(of: arguments)) + "\n")
    } else {
      StandardOutput.write(text + "\n")
    }
  }

  /// The command that a usage line of the parser is about.
  private static func page(after label: String, in text: String, _ root: CommandPage) -> CommandPage
  {
    let line = text.split(separator: "\n").last { $0.hasPrefix(label) }
    let words = (line ?? "").dropFirst(label.count).split(separator: " ")
    return words.dropFirst().first.flatMap { root.command($0) } ?? root
  }

  /// The language that a command line asks for, also when the rest of it is wrong.
  private static func language(of arguments: [String]) -> Language {
    let value = arguments.enumerated().compactMap { index, argument -> Substring? in
      if argument.hasPrefix("--lang=") { return argument.dropFirst(7) }
      guard argument == "--lang", index + 1 < arguments.count else { return nil }
      return arguments[index + 1][...]
    }.last
    return value.flatMap { Language(rawValue: String($0)) } ?? .nl
  }

  private static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}
