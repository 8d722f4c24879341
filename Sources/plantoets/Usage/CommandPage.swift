import ArgumentParser
import Lint
import SourceText
import YAML

/// What there is to tell of a command, as its definition has it: for help, manual and complaints alike.
///
/// Read from the argument parser's own description of the commands, which is JSON and so YAML.
struct CommandPage {
  /// A value, an option or a flag.
  struct Argument {
    enum Kind: String {
      case positional
      case option
      case flag
    }

    let kind: Kind
    /// As they are typed: `--format`, `-h`.
    let names: [String]
    let valueName: String
    let abstract: String
    /// The words to choose from; empty where anything may stand.
    let values: [String]
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool

    /// How it stands in a list: `--format <vorm>`, `<plan> …`.
    var synopsis: String {
      switch kind {
      case .positional: "<\(valueName)>" + (isRepeating ? " …" : "")
      case .option: names.joined(separator: ", ") + " <\(valueName)>"
      case .flag: names.joined(separator: ", ")
      }
    }
  }

  /// As it is typed: `plantoets check`.
  let name: String
  let abstract: String
  /// Paragraphs and examples; lines of an example begin with two spaces.
  let discussion: String
  let arguments: [Argument]
  /// Those that are shown, by name.
  let commands: [CommandPage]

  /// The page of `plantoets` itself, with those of its commands.
  static var root: CommandPage {
    let text = Plantoets._dumpHelp()
    let result = Parser().parse(SourceFile(path: "", bytes: Array(text.utf8)))
    guard let page = result.root?["command"].flatMap({ CommandPage($0, below: nil) }) else {
      preconditionFailure("the argument parser describes its commands")
    }
    return page
  }

  private init?(_ node: Node, below parent: String?) {
    guard let name = node["commandName"]?.text else { return nil }
    let fullName = [parent, name].compactMap { $0 }.joined(separator: " ")
    self.name = fullName
    abstract = name == "help" ? "Lees de uitleg van een opdracht." : node["abstract"]?.text ?? ""
    discussion = node["discussion"]?.text ?? ""
    arguments = (node["arguments"]?.sequence ?? []).compactMap { node in
      guard let argument = Argument(node) else { return nil }
      // Every command has these from the parser; once is enough.
      let isForRoot = argument.names == ["--version"]
      let isOfHelp = name == "help" && argument.kind == .flag
      return (isForRoot && parent != nil) || isOfHelp ? nil : argument
    }
    commands = (node["subcommands"]?.sequence ?? []).compactMap {
      $0["shouldDisplay"]?.text == "false" ? nil : CommandPage($0, below: fullName)
    }
  }

  /// The page of one of its commands, by the word that is typed.
  func command(_ word: some StringProtocol) -> CommandPage? {
    commands.first { $0.word == word }
  }

  /// The last word of the name: `check`.
  var word: String {
    name.split(separator: " ").last.map(String.init) ?? name
  }

  /// The argument that a name or a synopsis of the parser is about: `--format`, `--format <vorm>`, `<plan> ...`.
  func argument(_ synopsis: String) -> Argument? {
    let word = synopsis.prefix { $0 != " " }
    return arguments.first { argument in
      argument.kind == .positional
        ? word == "<\(argument.valueName)>" : argument.names.contains(String(word))
    }
  }

  /// How it is typed: `plantoets check [opties] <plan> …`.
  func usage(in language: Language) -> String {
    var words = [name]
    if !commands.isEmpty { words.append(language.commandPlaceholder) }
    if arguments.contains(where: { $0.kind != .positional && $0.names.last != "--help" }) {
      words.append(language.optionsPlaceholder)
    }
    words += arguments.filter { $0.kind == .positional }.map { argument in
      argument.isOptional ? "[\(argument.synopsis)]" : argument.synopsis
    }
    return words.joined(separator: " ")
  }
}

extension CommandPage.Argument {
  fileprivate init?(_ node: Node) {
    guard node["shouldDisplay"]?.text != "false",
      let kind = node["kind"]?.text.flatMap(Kind.init(rawValue:))
    else { return nil }
    self.kind = kind
    names = (node["names"]?.sequence ?? []).compactMap { name in
      guard let word = name["name"]?.text else { return nil }
      return (name["kind"]?.text == "long" ? "--" : "-") + word
    }
    values = (node["allValues"]?.sequence ?? []).compactMap(\.text)
    defaultValue = node["defaultValue"]?.text
    isOptional = node["isOptional"]?.text == "true"
    isRepeating = node["isRepeating"]?.text == "true"
    let abstract = node["abstract"]?.text ?? ""
    // The parser's own flags and its command `help` come in English.
    switch names.last {
    case "--help":
      (valueName, self.abstract) = ("help", "Lees deze uitleg.")
    case "--version":
      (valueName, self.abstract) = ("version", "Lees de versie van plantoets en van de regels.")
    default:
      let name = node["valueName"]?.text ?? ""
      valueName = name == "subcommands" ? "opdracht" : name
      self.abstract = abstract
    }
  }
}

extension Language {
  fileprivate var commandPlaceholder: String {
    switch self {
    case .nl: "<opdracht>"
    case .en: "<command>"
    }
  }

  fileprivate var optionsPlaceholder: String {
    switch self {
    case .nl: "[opties]"
    case .en: "[options]"
    }
  }
}
