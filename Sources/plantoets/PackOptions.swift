import ArgumentParser
import EmbeddedPack
import Lint
import Reporters
import SourceText

/// Which rules to judge by, and the language to speak.
struct PackOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp("Taal van de uitvoer; zonder keuze Nederlands.", valueName: "taal")
  )
  var chosenLanguage: Language?

  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp("Map met een eigen regelpakket.", valueName: "map"),
    completion: .directory
  )
  var pack: String?

  /// The language that was asked for, else Dutch.
  var lang: Language {
    get { chosenLanguage ?? .nl }
    set { chosenLanguage = newValue }
  }

  /// The pack that was asked for, else the one inside the binary.
  ///
  /// The embedded pack was compiled when it was built; its texts are read only for those who want to see them, with the
  /// tests in them.
  ///
  /// - Throws: exit code 2, after telling on standard error what is wrong.
  func load(withTests hasTests: Bool = false, style: TextStyle) throws -> RulePack {
    try load(pack, withTests: hasTests, style: style)
  }

  /// The pack in a folder; without one the pack inside the binary.
  ///
  /// - Throws: exit code 2, after telling on standard error what is wrong.
  func load(
    _ pack: String?,
    withTests hasTests: Bool = false,
    style: TextStyle
  ) throws -> RulePack {
    switch pack {
    case nil where hasTests: try load(EmbeddedPack.files, root: "", style: style)
    case nil: EmbeddedPack.pack
    case let folder?: try load(in: folder, style: style)
    }
  }

  private func load(in folder: String, style: TextStyle) throws -> RulePack {
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    let files: [SourceFile]
    do throws(FileProblem) {
      files = try FileTree.files(in: folder) { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
    } catch {
      StandardError.write("plantoets: \(error.path): \(error.reason(in: lang))")
      throw ExitCode(2)
    }
    return try load(files, root: root, style: style)
  }

  private func load(
    _ files: [SourceFile],
    root: String,
    style: TextStyle
  ) throws -> RulePack {
    switch PackLoader.load(files, root: root) {
    case .success(let pack): return pack
    case .failure(let error):
      for diagnostic in error.diagnostics {
        StandardError.write(DiagnosticText(diagnostic).render(style: style) + "\n")
      }
      let count = error.diagnostics.count
      StandardError.write("plantoets: the rule pack has \(count) mistake\(count == 1 ? "" : "s")")
      throw ExitCode(2)
    }
  }
}
