package import SourceText

/// The way from the root of an instance to a place in it, as in `$.activiteiten[2].budget` (RFC 9535).
package struct InstancePath: Hashable, Sendable {
  /// One step down (RFC 9535, section 2.3).
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  /// From the root down; empty for the root itself.
  package var steps: [Step]

  /// The path of these steps from the root.
  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path to a member of what this one leads to.
  package func appending(_ step: Step) -> InstancePath {
    InstancePath(steps + [step])
  }
}

extension InstancePath: CustomStringConvertible {
  /// The path in JSONPath, names with a dot where the grammar allows it.
  package var description: String {
    var text = TextBuffer(capacity: 64)
    text.append(ascii: "$")
    for step in steps { step.write(to: &text) }
    return text.text
  }
}

extension InstancePath.Step {
  /// Adds the step to the text of a path.
  package func write(to text: inout TextBuffer) {
    switch self {
    case .index(let index):
      text.append(ascii: "[")
      text.append(index)
      text.append(ascii: "]")
    case .key(let name) where Self.isPlain(name):
      text.append(ascii: ".")
      text.append(name)
    case .key(let name): text.append("['\(Self.escape(name))']")
    }
  }

  /// Whether a name can stand behind a dot (RFC 9535, section 2.5.1.1).
  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !first.isASCIIDigit else { return false }
    return name.utf8.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
  }

  /// RFC 9535, section 2.7.
  private static func escape(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'": text += "\\'"
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
