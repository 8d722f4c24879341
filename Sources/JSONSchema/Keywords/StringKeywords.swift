import SourceText
import YAML

/// Keywords about strings (JSON Schema 2020-12 validation, section 6.3), and `format` (section 7).
extension Keyword {
  /// `maxLength: 80`, in code points (section 6.3.1).
  static let maxLength = Keyword("maxLength", .count, on: .string) { node, compilation in
    let maximum = node.count
    compilation.subschema.maxLength = maximum
    return { instance, evaluation in
      // No text has more code points than bytes: most need no counting.
      guard let text = instance.string, text.utf8.count > maximum else { return }
      let count = text.unicodeScalars.count
      if count > maximum {
        evaluation.report(.tooLong(maximum: maximum, count: count), instance.node)
      }
    }
  }

  /// `minLength: 1`, in code points (section 6.3.2).
  static let minLength = Keyword("minLength", .count, on: .string) { node, compilation in
    let minimum = node.count
    compilation.subschema.minLength = minimum
    return { instance, evaluation in
      guard let text = instance.string else { return }
      // No code point takes more than four bytes.
      if text.utf8.count / 4 >= minimum { return }
      let count = text.unicodeScalars.count
      if count < minimum {
        evaluation.report(.tooShort(minimum: minimum, count: count), instance.node)
      }
    }
  }

  /// `pattern: ^GM[0-9]{4}$`, anywhere in the text (section 6.3.3).
  static let pattern = Keyword("pattern", .text, on: .string) { node, compilation in
    compilation.subschema.pattern = node.text
    guard let pattern = compilation.pattern(node) else { return nil }
    return { instance, evaluation in
      guard let text = instance.string, !pattern.matches(text) else { return }
      evaluation.report(.patternMismatch(pattern: pattern.source), instance.node)
    }
  }

  /// `format: date`; asserts only when the validator is told to (section 7).
  static let format = Keyword("format", .text) { node, compilation in
    let name = node.text ?? ""
    compilation.subschema.format = name
    if let known = compilation.dialect.formats, !known.contains(name) {
      let nearest = nearestName(to: name, among: known.sorted())
      compilation.report(.unknownFormat(name, nearest: nearest), at: node.range)
    }
    let index = compilation.formatIndex(name)
    return { instance, evaluation in
      switch evaluation.verdict(ofFormat: index, on: instance.node) {
      case .valid, nil: return
      case .invalid: evaluation.report(.badFormat(name: name, detail: nil), instance.node)
      case .invalidBecause(let detail):
        evaluation.report(.badFormat(name: name, detail: detail), instance.node)
      }
    }
  }
}

extension Node {
  /// The value of a keyword that counts; one too large for `Int` is as good as no limit.
  var count: Int { Instance(self).number?.integer ?? .max }
}
