import CEL
import Lint
import SourceText

/// What keeps git from telling which plans have changed.
enum GitProblem: Error {
  case notInstalled
  /// git could not be run for another reason.
  case notRun(FileProblem)
  case noRepository(folder: String)
  /// The reference is not known, though one with a name like it may be.
  case unknownReference(String, nearest: String?)
  /// The repository was fetched without its older commits, and what is asked for lies there.
  case shallow(String)
  /// Plans whose merge has not been settled yet.
  case conflicts([String])
  /// git's own words for the rest.
  case failed(String)

  /// What to tell, with what to do about it.
  func diagnostic(in language: Language) -> Diagnostic {
    let (message, help) = words
    return Diagnostic(message[language], help: help[language])
  }

  private var words: (message: LocalizedText, help: LocalizedText) {
    switch self {
    case .notInstalled:
      (
        .init(
          nl: "Voor --changed is git nodig, en git is niet gevonden.",
          en: "--changed needs git, and git was not found."
        ),
        .init(
          nl: "Installeer git, of toets de plannen zonder --changed.",
          en: "Install git, or check the plans without --changed."
        )
      )
    case .notRun(let problem):
      (
        .init(
          nl: "git kan niet starten: \(problem.reason(in: .nl)).",
          en: "git cannot be started: \(problem.reason(in: .en))."
        ),
        Self.without
      )
    case .noRepository(let folder):
      (
        .init(
          nl: "«\(folder)» staat niet in een git-repository; --changed weet dan niet wat nieuw is.",
          en: "“\(folder)” is in no git repository, so --changed cannot know what is new."
        ),
        Self.without
      )
    case .unknownReference(let name, let nearest):
      (
        .init(
          nl: "git kent hier geen commit, tak of label «\(name)»."
            + (nearest.map { " Bedoelde je «\($0)»?" } ?? ""),
          en: "git knows no commit, branch or tag “\(name)” here."
            + (nearest.map { " Did you mean “\($0)”?" } ?? "")
        ),
        .init(
          nl: "Kijk met «git branch --all» welke er zijn, of haal hem op met «git fetch».",
          en: "See with “git branch --all” which there are, or fetch it with “git fetch”."
        )
      )
    case .shallow(let name):
      (
        .init(
          nl: "Deze kopie van de repository is ingekort: de geschiedenis tot «\(name)» ontbreekt.",
          en: "This copy of the repository is shallow: the history up to “\(name)” is missing."
        ),
        .init(
          nl: "Haal alles op: «git fetch --unshallow», of «fetch-depth: 0» bij actions/checkout.",
          en: "Fetch it all: “git fetch --unshallow”, or “fetch-depth: 0” with actions/checkout."
        )
      )
    case .conflicts(let paths):
      (
        .init(
          nl:
            "Het samenvoegen is nog niet klaar in \(paths.map { "«\($0)»" }.joined(separator: ", ")).",
          en: "The merge is not settled yet in \(paths.map { "“\($0)”" }.joined(separator: ", "))."
        ),
        .init(
          nl: "Los de conflicten op, doe «git add», en toets dan opnieuw.",
          en: "Settle the conflicts, do “git add”, and then check again."
        )
      )
    case .failed(let words):
      (
        .init(nl: "git meldt een fout: \(words)", en: "git tells of an error: \(words)"),
        Self.without
      )
    }
  }

  private static var without: LocalizedText {
    .init(
      nl: "Toets de plannen zonder --changed, of los dit eerst op.",
      en: "Check the plans without --changed, or mend this first."
    )
  }
}
