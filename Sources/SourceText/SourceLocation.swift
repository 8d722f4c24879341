/// A place as people and editors count it: line and column from 1, columns in code points.
///
/// Made only to show; inside, places are UTF-8 offsets (`SourceRange`).
package struct SourceLocation: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as `line:column`.
  package var description: String { "\(line):\(column)" }
}
