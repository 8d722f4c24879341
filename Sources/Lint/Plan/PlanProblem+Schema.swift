import JSONSchema
import SourceText
import YAML

extension PlanProblem {
  /// A schema's violation as the writer of a plan should hear it.
  ///
  /// Nil for what the typed reading has told better: a scalar's notation is judged by its format, not by what YAML
  /// takes it for.
  init?(_ violation: Violation, schema: Schema, file: SourceFile) {
    let kind: Kind
    switch violation.kind {
    case .wrongType(let expected, _):
      guard let wrong = Self.wrongShape(expected, violation.instance) else { return nil }
      kind = wrong
    case .notAllowed(let allowed):
      guard let word = violation.instance.text else { return nil }
      let words = allowed.compactMap(\.text)
      kind = .unknownWord(
        word: word,
        allowed: words,
        nearest: nearestName(to: word, among: words)
      )
    case .notConstant(let constant):
      guard let word = violation.instance.text else { return nil }
      kind = .unknownWord(word: word, allowed: [constant.text].compactMap { $0 }, nearest: nil)
    case .missingProperty(let name): kind = .missingField(name: name)
    case .unknownProperty(let key):
      guard let name = key.text else { return nil }
      let known = schema.effective(violation.schema).properties.map(\.name)
      kind = .unknownField(
        name: name,
        nearest: nearestName(to: name, among: known),
        known: known
      )
    case .badFormat: return nil
    default: kind = .schema(violation.description)
    }
    let line = file.contentRange(ofLine: file.location(of: violation.range.start).line)
    let clipped = violation.range.clamped(to: SourceRange(violation.range.start, line.end))
    self.init(kind, at: clipped, path: violation.path.description)
  }

  private static func wrongShape(_ expected: TypeSet, _ instance: Node) -> Kind? {
    let takesText = !expected.isDisjoint(with: [.string, .number, .integer, .boolean, .null])
    switch instance.kind {
    case .scalar:
      guard !takesText else { return nil }
      return .wrongShape(expected: expected.contains(.array) ? .list : .mapping, found: .text)
    case .sequence:
      return .wrongShape(expected: expected.contains(.object) ? .mapping : .text, found: .list)
    case .mapping:
      return .wrongShape(expected: expected.contains(.array) ? .list : .text, found: .mapping)
    }
  }
}
