import Lint
import Reporters
import SourceText

/// A baseline on disk, whose plans are named as seen from its own folder, so that it holds from any folder.
struct BaselineFile {
  let path: String

  /// The baseline, or what is wrong with it.
  func read(language: Language) throws -> Baseline {
    let bytes = try FileTree.read(path)
    switch EarlierReport.read(SourceFile(path: path, bytes: bytes), language: language) {
    case .success(let report): return Baseline(report)
    case .failure(let failure): throw InputProblem(diagnostics: failure.diagnostics)
    }
  }

  /// Writes a baseline of what a report knows, whole or not at all.
  func write(_ report: Report) throws(FileProblem) {
    let paths = report.plans.map { name(of: $0.file.path) }
    try FileTree.replace(path, BaselineText(report, paths: paths).render())
  }

  /// A plan's path as seen from the baseline's folder.
  func name(of plan: String) -> String {
    guard plan != "-",
      let folder = ConfigurationFinder.real(ConfigurationFinder.parent(ofFile: path)),
      let from = ConfigurationFinder.real(ConfigurationFinder.parent(ofFile: plan))
    else { return plan }
    let base = folder.split(separator: "/")
    let target = from.split(separator: "/")
    let shared = zip(base, target).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: base.count - shared)
    let name = plan.split(separator: "/").suffix(1)
    return (up + target[shared...] + name).joined(separator: "/")
  }
}

/// Something that a run needs and that is broken, with all that is wrong with it.
struct InputProblem: Error {
  var diagnostics: [Diagnostic]

  init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  init(_ message: LocalizedText, in language: Language, help: LocalizedText? = nil) {
    diagnostics = [Diagnostic(message[language], help: help?[language])]
  }
}
