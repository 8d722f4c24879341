package import Lint

/// JSON with members in a fixed order, which `JSONEncoder` cannot keep.
package indirect enum JSONText: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  package init(_ value: PlainValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .array(items.map(JSONText.init))
    case .object(let members): self = .object(members.map { ($0.name, JSONText($0.value)) })
    }
  }

  /// The text, indented by two spaces a level; RFC 8259.
  package var indented: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text
  }

  /// The text on one line.
  package var compact: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  private func write(to text: inout String, indent: String?) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int(let number): text += "\(number)"
    case .double(let number): Self.write(number, to: &text)
    case .string(let words): Self.write(words, to: &text)
    case .array(let items):
      Self.write(items, open: "[", close: "]", to: &text, indent: indent) { item, text, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let members):
      Self.write(members, open: "{", close: "}", to: &text, indent: indent) {
        member,
        text,
        indent in
        Self.write(member.0, to: &text)
        text += indent == nil ? ":" : ": "
        member.1.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item],
    open: String,
    close: String,
    to text: inout String,
    indent: String?,
    each: (Item, inout String, String?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + "  " }
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      text += inner ?? ""
      each(item, &text, inner)
    }
    if !items.isEmpty { text += indent ?? "" }
    text += close
  }

  /// Shortest digits that read back the same; JSON has no infinities, which become null.
  private static func write(_ number: Double, to text: inout String) {
    if let whole = Int64(exactly: number) {
      text += "\(whole)"
    } else {
      text += number.isFinite ? "\(number)" : "null"
    }
  }

  private static func write(_ words: String, to text: inout String) {
    text += "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
