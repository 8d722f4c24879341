import ArgumentParser
import Lint

extension ValidationError {
  /// What is wrong with a command line, in the reader's language.
  init(in language: Language, nl: String, en: String) {
    self.init(LocalizedText(nl: nl, en: en)[language])
  }
}
