import SourceText
import YAML

/// Reads a YAML text, without regard to what it is for.
enum YAMLText {
  static func root(of file: SourceFile) -> Node? {
    Parser().parse(file).root
  }
}
