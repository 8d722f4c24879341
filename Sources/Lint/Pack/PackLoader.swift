import JSONSchema
package import SourceText
import YAML

/// Makes a pack of its files, or says everything that is wrong with them.
package struct PackLoader: Sendable {
  /// The file of a pack that says what a plan looks like.
  package static let schemaName = "plan.schema.json"

  /// A pack's files, with paths relative to its folder; order does not matter.
  private let files: [SourceFile]
  private var diagnostics: [Diagnostic] = []

  /// Reads and compiles a pack: `pack.yaml`, `plan.schema.json` and every `<lesson>/<rule>.yaml`.
  ///
  /// The paths may have a folder in front, given by `root`. The result is the pack, or every diagnostic by file and place
  /// when there is anything wrong.
  package static func load(
    _ files: [SourceFile],
    root: String = ""
  ) -> Result<RulePack, PackError> {
    var loader = PackLoader(files: files.sorted { $0.path < $1.path })
    let pack = loader.pack(root: root)
    guard let pack, loader.diagnostics.isEmpty else {
      return .failure(PackError(diagnostics: loader.sortedDiagnostics))
    }
    return .success(pack)
  }

  private init(files: [SourceFile]) {
    self.files = files
  }

  private var sortedDiagnostics: [Diagnostic] {
    diagnostics.sorted { left, right in
      let (leftPath, rightPath) = (left.file?.path ?? "", right.file?.path ?? "")
      guard leftPath == rightPath else { return leftPath < rightPath }
      return (left.range?.start ?? 0) < (right.range?.start ?? 0)
    }
  }

  private mutating func pack(root: String) -> RulePack? {
    guard let headerFile = file(root + "pack.yaml"),
      let schemaFile = file(root + Self.schemaName)
    else { return nil }
    let headerNode = read(headerFile)
    let header = headerNode.flatMap { node -> PackHeader? in
      let (header, found) = PackHeaderReader.read(node, in: headerFile)
      diagnostics += found
      return header
    }
    let schema = read(schemaFile).flatMap { node -> PlanSchema? in
      switch PlanSchema.compile(node, in: schemaFile) {
      case .success(let schema): return schema
      case .failure(let error):
        diagnostics += error.diagnostics
        return nil
      }
    }
    let isRule: (SourceFile) -> Bool = { file in
      file.path.hasSuffix(".yaml") && file.path != headerFile.path
    }
    let rules = files.filter(isRule).compactMap { file -> Rule? in
      guard let node = read(file) else { return nil }
      let (rule, found) = RuleReader.read(node, in: file, of: header)
      diagnostics += found
      return rule
    }
    checkIDs(of: rules)
    guard let header, let schema else { return nil }
    let compiler = RuleCompiler(schema: schema)
    var compiled: [CompiledRule] = []
    for rule in sorted(rules, by: header) {
      let (program, found) = compiler.compile(rule)
      diagnostics += found
      if let program { compiled.append(program) }
    }
    let (schemes, found) = schema.schemes(headerNode?["schemes"], in: headerFile)
    diagnostics += found
    return RulePack(
      header: header,
      digest: digest(root: root),
      schema: schema,
      rules: compiled,
      schemes: schemes
    )
  }

  private mutating func file(_ path: String) -> SourceFile? {
    if let file = files.first(where: { $0.path == path }) { return file }
    diagnostics.append(
      Diagnostic(
        "a pack needs a file \(path)",
        help: "a pack is a folder with pack.yaml, plan.schema.json and a folder of rules per lesson"
      )
    )
    return nil
  }

  /// The root of a file.
  private mutating func read(_ file: SourceFile) -> Node? {
    let result = Parser().parse(file)
    for problem in result.problems {
      let words = PlanProblem(problem, in: file).wording(in: .en)
      diagnostics.append(
        Diagnostic(words.message, help: words.remedy, file: file, range: problem.range)
      )
    }
    if result.root == nil, result.problems.isEmpty {
      diagnostics.append(Diagnostic("this file is empty", file: file))
    }
    return result.root
  }

  private mutating func checkIDs(of rules: [Rule]) {
    var places: [String: String] = [:]
    for rule in rules {
      guard let first = places.updateValue(rule.file.path, forKey: rule.id) else { continue }
      diagnostics.append(
        Diagnostic(
          "the id “\(rule.id)” is taken already by \(first)",
          file: rule.file,
          range: rule.file.contentRange(ofLine: 1)
        )
      )
    }
  }

  private func sorted(_ rules: [Rule], by header: PackHeader) -> [Rule] {
    let order = Dictionary(
      header.lessons.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return rules.sorted {
      (order[$0.lesson] ?? .max, $0.id) < (order[$1.lesson] ?? .max, $1.id)
    }
  }

  private func digest(root: String) -> String {
    var hash = Hash()
    for file in files {
      hash.combine(String(file.path.dropFirst(root.count)))
      hash.combine(file.bytes)
    }
    return "fnv1a64:" + hash.hexadecimal
  }
}

/// Everything that keeps a pack from being used.
package struct PackError: Error, Sendable {
  /// By file, then place.
  package let diagnostics: [Diagnostic]
}
