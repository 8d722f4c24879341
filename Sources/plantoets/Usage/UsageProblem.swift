import Lint
import SourceText

/// What is wrong with a command line, before it is worded.
struct UsageProblem {
  enum Kind {
    /// `path` says whether a file or folder of that name is there.
    case unknownCommand(String, nearest: String?, isPath: Bool)
    /// An option before the command it may belong to.
    case optionBeforeCommand(option: String, command: String)
    /// `owners` are the commands that do have it.
    case unknownOption(String, nearest: String?, owners: [String])
    case missingValue(of: CommandPage.Argument)
    case wrongValue(String, of: CommandPage.Argument)
    case valueForFlag(String, flag: String)
    case extraValues([String])
    case missing(CommandPage.Argument)
    case unknownShell
    /// Said by a command itself, or by the parser in words that are not known here.
    case other(String)
  }

  let kind: Kind
  /// The command that was called.
  let page: CommandPage

  /// A mistake in where the command stands, which the parser only sees as a word too many.
  init?(in arguments: [String], root: CommandPage) {
    guard let first = arguments.first else { return nil }
    page = root
    if first.hasPrefix("---") { return nil }
    if first.hasPrefix("-"), first != "-" {
      let isForAll = ["-h", "--help", "--version"].contains(first)
      guard let command = arguments.dropFirst().first(where: { root.command($0) != nil }),
        !isForAll, !first.hasPrefix("--generate-completion-script")
      else { return nil }
      kind = .optionBeforeCommand(option: first, command: command)
      return
    }
    guard root.command(first) == nil else { return nil }
    kind = .unknownCommand(
      first,
      nearest: nearestName(to: first, among: root.commands.map(\.word)),
      isPath: first == "-" || (try? FileTree.kind(of: first)) != nil
    )
  }

  /// What the parser complains of, read back from its English words: it has no other way to tell.
  init(message: String, of page: CommandPage, root: CommandPage) {
    self.page = page
    kind = Self.kind(of: message, page, root)
  }

  private static func kind(of message: String, _ page: CommandPage, _ root: CommandPage) -> Kind {
    if let match = message.wholeMatch(of: /Unknown option '(.+?)'(\..*)?/.dotMatchesNewlines()) {
      return unknownOption(String(match.1), page, root)
    }
    if let match = message.prefixMatch(of: /Missing value for '(.+?)'/),
      let argument = page.argument(String(match.1))
    {
      return .missingValue(of: argument)
    }
    if let match = message.prefixMatch(
      of: /The value '(.*)' is invalid for '(-[^ ']*|<[^>]*>)( <[^']*>)?'/.dotMatchesNewlines()
    ), let argument = page.argument(String(match.2)) {
      return .wrongValue(String(match.1), of: argument)
    }
    if let match = message.wholeMatch(
      of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./
        .dotMatchesNewlines()
    ) {
      return .valueForFlag(String(match.2), flag: String(match.1))
    }
    if let match = message.wholeMatch(of: /Unexpected argument '(.*)'/.dotMatchesNewlines()) {
      return .extraValues([String(match.1)])
    }
    if let match = message.wholeMatch(of: /\d+ unexpected arguments: '(.*)'/.dotMatchesNewlines()) {
      return .extraValues(match.1.split(separator: "', '").map(String.init))
    }
    if let match = message.wholeMatch(of: /Missing expected argument '(.+)'/),
      let argument = page.argument(String(match.1))
    {
      return .missing(argument)
    }
    if message.contains("--generate-completion-script=<shell>") { return .unknownShell }
    return .other(message)
  }

  private static func unknownOption(
    _ name: String,
    _ page: CommandPage,
    _ root: CommandPage
  ) -> Kind {
    let names = page.arguments.flatMap(\.names).filter { $0.hasPrefix("--") }
    let owners = root.commands.filter { $0.argument(name) != nil }.map(\.word)
    let nearest = name.hasPrefix("--") ? nearestName(to: name, among: names) : nil
    return .unknownOption(name, nearest: owners.isEmpty ? nearest : nil, owners: owners)
  }
}
