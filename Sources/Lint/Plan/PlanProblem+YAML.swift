import SourceText
import YAML

extension PlanProblem {
  /// A problem of the YAML reader as one of the plan.
  init(_ problem: Problem, in file: SourceFile) {
    func line(_ range: SourceRange?) -> Int {
      range.map { file.line(at: $0.start) } ?? 1
    }
    var range = problem.range
    let kind: Kind
    switch problem.kind {
    case .syntax(let words, let context):
      let complaint = SyntaxComplaint(problem: words, context: context, at: range, in: file)
      if let start = problem.related, start < range,
        complaint.pointsToBeginning || (complaint.pointsToOpening && line(start) < line(range))
      {
        range = start
      }
      kind = .syntax(complaint)
    case .notUTF8: kind = .syntax(.notUTF8)
    case .controlCharacter(let count): kind = .syntax(.controlCharacter(count: count))
    case .pastedMark(let mark, let count): kind = .pastedMark(mark, count: count)
    case .strayText: kind = .syntax(.strayText)
    case .duplicateKey(let name):
      kind = .duplicateKey(name: name, firstLine: line(problem.related))
    case .unknownAlias(let name): kind = .syntax(.unknownAlias(name))
    case .recursiveAlias(let name): kind = .syntax(.recursiveAlias(name))
    case .badMerge: kind = .syntax(.badMerge)
    case .severalDocuments: kind = .severalDocuments
    case .tooManyBytes(let limit): kind = .limit(.bytes(limit))
    case .tooDeep(let limit): kind = .limit(.depth(limit))
    case .tooManyNodes(let limit): kind = .limit(.nodes(limit))
    }
    self.init(kind, at: range)
  }
}
