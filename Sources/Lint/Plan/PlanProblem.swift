import JSONSchema
package import SourceText
package import YAML

/// What is wrong with a plan's form: YAML, fields, notation and references, before it is worded.
package struct PlanProblem: Sendable {
  package enum Kind: Sendable {
    /// The file could not be opened or is not text.
    case unreadable(reason: String)
    /// A document of another program.
    case otherDocument(DocumentKind)
    /// Bytes that are no UTF-8, and what the first of them probably was.
    case encoding(character: Character?, count: Int)
    /// Characters of a word processor, read as plain ones.
    case pastedMark(PastedMark.Kind, count: Int)
    case syntax(SyntaxComplaint)
    case duplicateKey(name: String, firstLine: Int)
    case severalDocuments
    case limit(LimitComplaint)
    case notAPlan
    /// `elsewhere` holds the sections that do have the field.
    case unknownField(name: String, nearest: String?, elsewhere: [String], known: [String])
    case wrongShape(expected: ExpectedShape, found: ExpectedShape)
    case unknownWord(word: String, allowed: [String], nearest: String?)
    case missingField(name: String)
    /// The suggestions are what was probably meant, as it should be written.
    case wrongNotation(format: DutchFormat, text: String, suggestions: [String])
    /// A date like 31 February; `last` is the last day of that month.
    case noSuchDay(text: String, last: String)
    case suspiciousNumber(text: String, suggestion: String)
    /// A number that its comma cuts in two between brackets: `{bedrag: 45000,00}`; only `read` was.
    case splitNumber(text: String, read: String)
    case constraint(ConstraintComplaint)
    /// Another keyword of the schema, in the schema's words.
    case schema(String)
    case unknownReference(id: String, list: String, nearest: String?)
    case duplicateID(id: String, firstLine: Int)
    /// Items of a list that nothing refers to; `item` is the name of their type.
    case unusedIDs([String], list: String, item: String)
  }

  package enum DocumentKind: Sendable {
    /// A compressed folder, which Word and Excel files are.
    case zip
    case pdf
    case richText
    /// Word and Excel before 2007.
    case oldOffice
  }

  package enum ExpectedShape: Sendable {
    case list
    case mapping
    case text
  }

  package enum LimitComplaint: Sendable {
    case bytes(Int)
    case depth(Int)
    case nodes(Int)
    case findings(Int)
  }

  /// A bound of the schema that a value does not keep to.
  package enum ConstraintComplaint: Sendable {
    case tooSmall(text: String, minimum: String)
    case tooLarge(text: String, maximum: String)
    case empty
    case pattern(text: String, example: String?)
    case repeatedItem(text: String?)
    case tooManyMistakes(limit: Int)
  }

  package let kind: Kind
  package let range: SourceRange
  /// The way to what it is about.
  let way: InstancePath

  package init(_ kind: Kind, at range: SourceRange) {
    self.init(kind, at: range, path: InstancePath())
  }

  init(_ kind: Kind, at range: SourceRange, path: InstancePath) {
    self.kind = kind
    self.range = range
    way = path
  }

  /// The path as `$.activiteiten[2].budget`.
  package var path: String { way.description }

  /// The field that it is about, where it is about one; for an item of a list that of the list.
  package var field: String? {
    way.steps.reversed().lazy.compactMap { step -> String? in
      if case .key(let name) = step { name } else { nil }
    }.first
  }

  /// The id under which it is reported, like a rule's.
  package var rule: String {
    switch kind {
    case .unreadable, .otherDocument: "bestand-onleesbaar"
    case .encoding: "geen-utf8"
    case .pastedMark: "teken-uit-word"
    case .syntax: "yaml-syntax"
    case .duplicateKey: "dubbel-veld"
    case .severalDocuments: "meer-dan-een-plan"
    case .limit, .constraint(.tooManyMistakes): "limiet-bereikt"
    case .notAPlan: "geen-plan"
    case .unknownField: "onbekend-veld"
    case .wrongShape: "verkeerd-type"
    case .unknownWord: "onbekende-waarde"
    case .missingField: "verplicht-veld"
    case .wrongNotation, .noSuchDay, .splitNumber: "verkeerde-notatie"
    case .suspiciousNumber: "bedrag-verdacht"
    case .constraint, .schema: "past-niet-in-schema"
    case .unknownReference: "verwijzing-bestaat-niet"
    case .duplicateID: "dubbele-id"
    case .unusedIDs: "id-ongebruikt"
    }
  }

  /// What it is about besides its place: a name that stays the same when lines move.
  var subject: String {
    switch kind {
    case .duplicateKey(let name, _), .unknownField(let name, _, _, _), .missingField(let name): name
    case .unknownWord(let word, _, _): word
    case .wrongNotation(_, let text, _), .suspiciousNumber(let text, _), .noSuchDay(let text, _),
      .splitNumber(let text, _), .constraint(.tooSmall(let text, _)),
      .constraint(.tooLarge(let text, _)), .constraint(.pattern(let text, _)):
      text
    case .unknownReference(let id, _, _), .duplicateID(let id, _): id
    case .constraint(.repeatedItem(let text)): text ?? ""
    case .unreadable, .otherDocument, .encoding, .pastedMark, .syntax, .severalDocuments, .limit,
      .notAPlan, .wrongShape, .schema, .unusedIDs, .constraint(.empty),
      .constraint(.tooManyMistakes):
      ""
    }
  }

  /// Whether it is about ids, which need the rest of the plan.
  var isAboutReferences: Bool {
    switch kind {
    case .unknownReference, .duplicateID, .unusedIDs: true
    default: false
    }
  }

  package var severity: Severity {
    switch kind {
    case .unusedIDs: .hint
    case .unknownField: .info
    case .severalDocuments, .encoding, .pastedMark: .warning
    default: .error
    }
  }
}
