import Lint
import SourceText

extension UsageProblem {
  /// What is wrong, how the command is typed, and where more is told.
  func text(in language: Language) -> String {
    let usage = page.usage(in: language)
    let help = page.name + " --help"
    let lines =
      switch language {
      case .nl: ["Gebruik: \(usage)", "Meer uitleg: \(help)"]
      case .en: ["Usage: \(usage)", "More: \(help)"]
      }
    return (["plantoets: " + message(in: language)] + lines).joined(separator: "\n")
  }

  private func message(in language: Language) -> String {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  private var dutch: String {
    switch kind {
    case .unknownCommand(let name, _, isPath: true):
      "Je noemt alleen «\(name)». Bedoelde je «plantoets check \(Self.quoted(name))»?"
    case .unknownCommand(let name, let nearest?, _):
      "Onbekende opdracht «\(name)». Bedoelde je «\(nearest)»?"
    case .unknownCommand(let name, nil, _):
      """
      Onbekende opdracht «\(name)». Dit kan wel: \(page.commands.map(\.word).joined(separator: ", ")).
      """
    case .optionBeforeCommand(let option, let command):
      "Zet «\(option)» achter de opdracht: plantoets \(command) … \(option)"
    case .unknownOption(let name, let nearest?, _):
      "Onbekende optie «\(name)». Bedoelde je «\(nearest)»?"
    case .unknownOption(let name, nil, let owners) where !owners.isEmpty:
      "De optie «\(name)» hoort niet hier, maar bij: \(owners.joined(separator: ", "))."
    case .unknownOption(let name, nil, _): "Onbekende optie «\(name)»."
    case .missingValue(let argument):
      "Achter «\(argument.names.last ?? "")» hoort een <\(argument.valueName)>. \(argument.abstract)"
    case .wrongValue(let value, let argument) where argument.values.isEmpty:
      "«\(value)» kan niet bij «\(argument.synopsis)». \(argument.abstract)"
    case .wrongValue(let value, let argument):
      "«\(value)» kan niet bij «\(argument.synopsis)». "
        + (nearestName(to: value, among: argument.values).map { "Bedoelde je «\($0)»? " } ?? "")
        + "Kies uit: \(argument.values.joined(separator: ", "))."
    case .valueForFlag(let value, let flag):
      "Achter «\(flag)» hoort geen waarde. Er staat «\(value)»."
    case .extraValues(let values) where values.count == 1: "«\(values[0])» is hier te veel."
    case .extraValues(let values): "Hier is te veel: «\(values.joined(separator: "», «"))»."
    case .missing(let argument): "Er ontbreekt nog: <\(argument.valueName)>. \(argument.abstract)"
    case .unknownShell:
      "Zeg voor welke shell: --generate-completion-script bash, zsh of fish."
    case .other(let message): message
    }
  }

  private var english: String {
    switch kind {
    case .unknownCommand(let name, _, isPath: true):
      "There is only “\(name)”. Did you mean “plantoets check \(Self.quoted(name))”?"
    case .unknownCommand(let name, let nearest?, _):
      "Unknown command “\(name)”. Did you mean “\(nearest)”?"
    case .unknownCommand(let name, nil, _):
      "Unknown command “\(name)”. There is: \(page.commands.map(\.word).joined(separator: ", "))."
    case .optionBeforeCommand(let option, let command):
      "Put “\(option)” behind the command: plantoets \(command) … \(option)"
    case .unknownOption(let name, let nearest?, _):
      "Unknown option “\(name)”. Did you mean “\(nearest)”?"
    case .unknownOption(let name, nil, let owners) where !owners.isEmpty:
      "The option “\(name)” does not belong here, but to: \(owners.joined(separator: ", "))."
    case .unknownOption(let name, nil, _): "Unknown option “\(name)”."
    case .missingValue(let argument):
      "“\(argument.names.last ?? "")” takes a <\(argument.valueName)>."
    case .wrongValue(let value, let argument) where argument.values.isEmpty:
      "“\(value)” cannot be given to “\(argument.synopsis)”."
    case .wrongValue(let value, let argument):
      "“\(value)” cannot be given to “\(argument.synopsis)”. "
        + (nearestName(to: value, among: argument.values).map { "Did you mean “\($0)”? " } ?? "")
        + "Choose from: \(argument.values.joined(separator: ", "))."
    case .valueForFlag(let value, let flag):
      "“\(flag)” takes no value. There is “\(value)”."
    case .extraValues(let values) where values.count == 1: "“\(values[0])” is too much here."
    case .extraValues(let values): "Too much here: “\(values.joined(separator: "”, “"))”."
    case .missing(let argument): "Something is missing: <\(argument.valueName)>."
    case .unknownShell:
      "Say for which shell: --generate-completion-script bash, zsh or fish."
    case .other(let message): message
    }
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "-_./+,:@%".unicodeScalars.contains($0)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
