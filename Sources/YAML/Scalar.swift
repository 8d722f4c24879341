/// A scalar as it was written: the text is kept, because `250.000` must stay readable.
package struct Scalar: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// The content, after unescaping and folding; for a plain scalar on one line, the source itself.
  package let text: String
  package let style: Style

  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
