package import SourceText

/// What is wrong with a YAML text, before anybody words it.
package struct Problem: Error, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The text is not YAML; `problem` and `context` are libyaml's words, in English.
    case syntax(problem: String, context: String?)
    /// Bytes that are no UTF-8.
    case notUTF8
    /// Characters that YAML does not allow (YAML 1.2.2, section 5.1), read as spaces; `count` in the text.
    case controlCharacter(count: Int)
    /// Marks of a word processor, read as the plain ones; `count` in the text.
    case pastedMark(PastedMark.Kind, count: Int)
    /// Text between the fields that belongs to none.
    case strayText
    case duplicateKey(String)
    case unknownAlias(String)
    /// An alias inside the node that it stands for.
    case recursiveAlias(String)
    /// `<<` with something else than mappings.
    case badMerge
    /// A second document after `---`; only the first is read.
    case severalDocuments
    case tooManyBytes(limit: Int)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)

    /// Whether reading stops at it, and other parts of the text may still be read alone.
    var breaksSection: Bool {
      switch self {
      case .syntax, .notUTF8, .unknownAlias, .recursiveAlias, .tooDeep: true
      case .controlCharacter, .pastedMark, .strayText, .duplicateKey, .badMerge,
        .severalDocuments, .tooManyBytes, .tooManyNodes:
        false
      }
    }
  }

  package let kind: Kind
  package let range: SourceRange
  /// The other place that it is about: the first of two equal keys, the start of an unclosed bracket.
  package let related: SourceRange?

  package init(_ kind: Kind, at range: SourceRange, related: SourceRange? = nil) {
    self.kind = kind
    self.range = range
    self.related = related
  }
}
