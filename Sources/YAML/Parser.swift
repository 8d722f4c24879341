package import SourceText

/// Reads a text into nodes, within limits.
package struct Parser: Sendable {
  /// A document as far as it could be read, and everything that was wrong with it.
  package struct Result: Sendable {
    /// The root of the first document; nil when the text broke off or holds none.
    package let root: Node?
    /// In the order of the text.
    package let problems: [Problem]

    /// Whether reading stopped at a mistake that one part of the text may hold alone.
    package var isBroken: Bool {
      switch problems.last?.kind {
      case .syntax, .unknownAlias, .recursiveAlias, .tooDeep, .character: true
      case .duplicateKey, .badMerge, .severalDocuments, .tooManyBytes, .tooManyNodes, nil: false
      }
    }
  }

  package var limits: Limits

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Reads a file, or one section of it as if it stood alone; places are always those of the file.
  package func parse(_ file: SourceFile, section: SourceRange? = nil) -> Result {
    let range = (section ?? file.range).clamped(to: file.range)
    guard range.count <= limits.bytes else {
      let problem = Problem(.tooManyBytes(limit: limits.bytes), at: SourceRange(0, 0))
      return Result(root: nil, problems: [problem])
    }
    return file.bytes.withUnsafeBufferPointer { buffer in
      var composer = Composer(limits: limits, bytes: file.bytes)
      do throws(Problem) {
        let text = UnsafeBufferPointer(rebasing: buffer[range.start..<range.end])
        var stream = EventStream(text, at: range.start)
        try composer.compose(&stream)
      } catch {
        return Result(root: nil, problems: composer.problems + [error])
      }
      return Result(root: composer.root, problems: composer.problems)
    }
  }
}
