import CEL
import SourceText

/// A message with expressions between braces.
///
/// As in `Bron «{this.naam}» heeft geen partner.`; `{{` and `}}` stand for the braces themselves.
final class MessageTemplate: Sendable {
  enum Segment: Sendable {
    case text(String)
    case expression(Program)
  }

  let segments: [Segment]

  init(segments: [Segment]) {
    self.segments = segments
  }

  /// A stretch of template text, before compiling.
  enum Part: Hashable {
    case text(String)
    /// An expression, with its range in the template.
    case expression(String, SourceRange)
    /// A brace without a partner, at this offset.
    case unbalanced(Int)
  }

  /// Cuts a template into text and expressions; braces and quotes inside an expression are respected.
  static func parts(of template: String) -> [Part] {
    let bytes = Array(template.utf8)
    var parts: [Part] = []
    var text: [UInt8] = []
    var index = 0
    func flush() {
      if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
      text = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      if byte == UInt8(ascii: "{"), next == byte {
        text.append(byte)
        index += 2
      } else if byte == UInt8(ascii: "}") {
        if next != byte { parts.append(.unbalanced(index)) }
        text.append(byte)
        index += next == byte ? 2 : 1
      } else if byte == UInt8(ascii: "{") {
        flush()
        guard let end = closingBrace(in: bytes, from: index + 1) else {
          parts.append(.unbalanced(index))
          return parts
        }
        let source = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        parts.append(.expression(source, SourceRange(index + 1, end)))
        index = end + 1
      } else {
        text.append(byte)
        index += 1
      }
    }
    flush()
    return parts
  }

  private static func closingBrace(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}") where depth == 0: return index
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// The message, with values as people of the language write them.
  func render(in frame: inout Frame, language: Language) -> String {
    if segments.count == 1, case .text(let words) = segments[0] { return words }
    let formatter = ValueFormatter(language: language)
    var text = ""
    text.reserveCapacity(240)
    for segment in segments {
      switch segment {
      case .text(let words): text.append(words)
      case .expression(let program):
        do throws(EvaluationError) {
          text.append(formatter.string(try program.evaluate(in: &frame)))
        } catch {
          text.append("?")
        }
      }
    }
    return text
  }
}
