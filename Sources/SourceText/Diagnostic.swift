/// What is wrong with our own input: a rule pack, a flag, a file that cannot be read.
///
/// What is wrong with a plan is a finding, never a diagnostic.
package struct Diagnostic: Sendable {
  package var message: String
  /// What the reader can do about it.
  package var help: String?
  package var file: SourceFile?
  package var range: SourceRange?

  package init(
    _ message: String,
    help: String? = nil,
    file: SourceFile? = nil,
    range: SourceRange? = nil
  ) {
    self.message = message
    self.help = help
    self.file = file
    self.range = range
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line: `path:line:column: message`, as far as the place is known.
  package var description: String {
    guard let file else { return message }
    guard let range else { return "\(file.path): \(message)" }
    return "\(file.path):\(file.location(of: range.start)): \(message)"
  }
}
