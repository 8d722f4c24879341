import JSONSchema
import SourceText
import YAML

extension PlanProblem {
  /// A schema's violation as the writer of a plan should hear it.
  ///
  /// Nil for what the typed reading has told better: a scalar's notation is judged by its format, not by what YAML
  /// takes it for.
  init?(_ violation: Violation, schema: PlanSchema, file: SourceFile) {
    if let split = Self(splitNumber: violation, in: file) {
      self = split
      return
    }
    guard let kind = Kind(violation, schema: schema) else { return nil }
    self.init(kind, onFirstLineOf: violation.range, in: file, path: violation.path)
  }

  /// A problem with a value, which may take many lines; the first of them is enough to point at.
  init(
    _ kind: Kind,
    onFirstLineOf range: SourceRange,
    in file: SourceFile,
    path: InstancePath
  ) {
    let line = file.contentRange(ofLine: file.line(at: range.start))
    let clipped = range.clamped(to: SourceRange(range.start, line.end))
    self.init(kind, at: clipped, path: path)
  }

  /// The cents of `{bedrag: 45000,00}`, which stand there as a key of their own.
  private init?(splitNumber violation: Violation, in file: SourceFile) {
    guard case .unknownProperty(let key) = violation.kind, let cents = key.text else { return nil }
    guard !cents.isEmpty, cents.utf8.allSatisfy(Notation.isDigit) else { return nil }
    let before = file.bytes[..<min(key.range.start, file.bytes.count)]
    guard before.last == UInt8(ascii: ",") else { return nil }
    let number = before.dropLast().reversed().prefix { byte in
      Notation.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    guard !number.isEmpty else { return nil }
    let read = String(decoding: number.reversed(), as: UTF8.self)
    let start = key.range.start - 1 - number.count
    self.init(
      .splitNumber(text: read + "," + cents, read: read),
      at: SourceRange(start, key.range.end),
      path: violation.path
    )
  }
}

extension PlanProblem.Kind {
  /// A word where the schema asks for one of others.
  static func unknownWord(_ word: String, among words: [String]) -> Self {
    .unknownWord(word: word, allowed: words, nearest: nearest(to: word, words))
  }

  /// A field where the schema knows only others.
  static func unknownField(_ name: String, among known: [String], _ schema: PlanSchema) -> Self {
    .unknownField(
      name: name,
      nearest: nearest(to: name, known),
      elsewhere: known.contains(Notation.bare(name))
        ? [] : schema.sections(withField: Notation.bare(name)),
      known: known
    )
  }

  fileprivate init?(_ violation: Violation, schema: PlanSchema) {
    let text = violation.instance.text
    switch violation.kind {
    case .wrongType(let expected, _):
      guard let wrong = Self.wrongShape(expected, violation.instance) else { return nil }
      self = wrong
    case .notAllowed(let allowed):
      guard let text else { return nil }
      self = .unknownWord(text, among: allowed.compactMap(\.text))
    case .notConstant(let constant):
      guard let text else { return nil }
      self = .unknownWord(word: text, allowed: [constant.text].compactMap { $0 }, nearest: nil)
    case .missingProperty(let name): self = .missingField(name: name)
    case .unknownProperty(let key):
      guard let name = key.text else { return nil }
      let known = schema.schema.effective(violation.schema).properties.map(\.name)
      self = .unknownField(name, among: known, schema)
    case .belowMinimum(let minimum), .notAbove(let minimum):
      self = .constraint(.tooSmall(text: text ?? "", minimum: "\(minimum)"))
    case .aboveMaximum(let maximum), .notBelow(let maximum):
      self = .constraint(.tooLarge(text: text ?? "", maximum: "\(maximum)"))
    case .tooShort(minimum: 1, _): self = .constraint(.empty)
    case .patternMismatch:
      let example = schema.schema.effective(violation.schema).examples.first?.text
      self = .constraint(.pattern(text: text ?? "", example: example))
    case .repeatedItem: self = .constraint(.repeatedItem(text: text))
    case .tooDeep(let limit): self = .limit(.depth(limit))
    case .tooManyViolations(let limit), .tooMuchWork(let limit):
      self = .constraint(.tooManyMistakes(limit: limit))
    case .badFormat: return nil
    default: self = .schema(violation.description)
    }
  }

  /// What was most likely meant, the marks of a word processor and the case left out of account.
  private static func nearest(to word: String, _ known: [String]) -> String? {
    let bare = Notation.bare(word)
    return known.first { $0 == bare } ?? nearestName(to: bare, among: known)
  }

  private static func wrongShape(_ expected: TypeSet, _ instance: Node) -> PlanProblem.Kind? {
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
