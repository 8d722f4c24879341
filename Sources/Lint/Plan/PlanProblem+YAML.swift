import SourceText
import YAML

extension PlanProblem {
  /// A problem of the YAML reader as one of the plan.
  init(_ problem: Problem, in file: SourceFile) {
    func line(_ range: SourceRange?) -> Int {
      range.map { file.location(of: $0.start).line } ?? 1
    }
    let kind: Kind =
      switch problem.kind {
      case .syntax(let words, let context):
        .syntax(
          SyntaxComplaint(
            problem: words,
            context: context,
            found: file.text(in: problem.range).first
          )
        )
      case .character(let words): .syntax(SyntaxComplaint(character: words))
      case .duplicateKey(let name): .duplicateKey(name: name, firstLine: line(problem.related))
      case .unknownAlias(let name): .syntax(.unknownAlias(name))
      case .recursiveAlias(let name): .syntax(.recursiveAlias(name))
      case .badMerge: .syntax(.badMerge)
      case .severalDocuments: .severalDocuments
      case .tooManyBytes(let limit): .limit(.bytes(limit))
      case .tooDeep(let limit): .limit(.depth(limit))
      case .tooManyNodes(let limit): .limit(.nodes(limit))
      }
    self.init(kind, at: problem.range)
  }
}
