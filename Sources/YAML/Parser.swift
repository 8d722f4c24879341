package import SourceText

/// Reads a text into nodes, within limits.
package struct Parser: Sendable {
  /// A document as far as it could be read, and everything that was wrong with it.
  package struct Result: Sendable {
    /// The root of the first document; nil when the text broke off or holds none.
    package let root: Node?
    /// In the order of the text.
    package let problems: [Problem]
  }

  package var limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  package func parse(_ file: SourceFile) -> Result {
    guard file.bytes.count <= limits.bytes else {
      let problem = Problem(.tooManyBytes(limit: limits.bytes), at: SourceRange(0, 0))
      return Result(root: nil, problems: [problem])
    }
    return file.bytes.withUnsafeBufferPointer { buffer in
      var composer = Composer(limits: limits, bytes: file.bytes)
      do throws(Problem) {
        var stream = EventStream(buffer, bytes: file.bytes)
        try composer.compose(&stream)
      } catch {
        return Result(root: nil, problems: composer.problems + [error])
      }
      return Result(root: composer.root, problems: composer.problems)
    }
  }
}
