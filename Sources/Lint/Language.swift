/// A language that plantoets speaks to its readers.
package enum Language: String, CaseIterable, Sendable {
  case nl
  case en
}

/// One text in every language.
package struct LocalizedText: Hashable, Sendable {
  package var nl: String
  package var en: String

  package init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  package subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}
