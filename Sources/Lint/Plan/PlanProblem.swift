package import SourceText

/// What is wrong with a plan's form: YAML, fields, notation and references, before it is worded.
package struct PlanProblem: Sendable {
  package enum Kind: Sendable {
    /// The file could not be opened or is not text.
    case unreadable(reason: String)
    case syntax(SyntaxComplaint)
    case duplicateKey(name: String, firstLine: Int)
    case severalDocuments
    case limit(LimitComplaint)
    case notAPlan
    case unknownField(name: String, nearest: String?, known: [String])
    case wrongShape(expected: ExpectedShape, found: ExpectedShape)
    case unknownWord(word: String, allowed: [String], nearest: String?)
    case missingField(name: String)
    case wrongNotation(format: DutchFormat, text: String, suggestion: String?)
    case suspiciousNumber(text: String, suggestion: String)
    /// Another keyword of the schema, in the schema's words.
    case schema(String)
    case unknownReference(id: String, list: String, nearest: String?)
    case duplicateID(id: String, firstLine: Int)
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
  }

  package let kind: Kind
  package let range: SourceRange
  package let path: String

  package init(_ kind: Kind, at range: SourceRange, path: String = "$") {
    self.kind = kind
    self.range = range
    self.path = path
  }

  /// The id under which it is reported, like a rule's.
  package var rule: String {
    switch kind {
    case .unreadable: "bestand-onleesbaar"
    case .syntax: "yaml-syntax"
    case .duplicateKey: "dubbel-veld"
    case .severalDocuments: "meer-dan-een-plan"
    case .limit: "limiet-bereikt"
    case .notAPlan: "geen-plan"
    case .unknownField: "onbekend-veld"
    case .wrongShape: "verkeerd-type"
    case .unknownWord: "onbekende-waarde"
    case .missingField: "verplicht-veld"
    case .wrongNotation: "verkeerde-notatie"
    case .suspiciousNumber: "bedrag-verdacht"
    case .schema: "past-niet-in-schema"
    case .unknownReference: "verwijzing-bestaat-niet"
    case .duplicateID: "dubbele-id"
    }
  }

  /// Whether it is about ids, which need the rest of the plan.
  var isAboutReferences: Bool {
    switch kind {
    case .unknownReference, .duplicateID: true
    default: false
    }
  }

  package var severity: Severity {
    switch kind {
    case .unknownField: .info
    case .severalDocuments: .warning
    default: .error
    }
  }
}

/// What YAML could not be read for, sorted by what the writer can do about it.
package enum SyntaxComplaint: Hashable, Sendable {
  case tab
  case indentation
  case colonInText
  case unclosedQuote
  case unclosedBracket
  case reservedCharacter
  case badEscape
  case missingColon
  case notUTF8
  case controlCharacter
  case unknownAlias(String)
  case recursiveAlias(String)
  case badMerge
  /// What libyaml says, for the rest.
  case other(String)
}
