import SourceText

/// A tree of elements and text, written as HTML or XML; text in it can never become markup.
indirect enum Markup: Sendable {
  case text(String)
  case element(Element)
  case group([Markup])
  /// Style rules of our own, which are not escaped.
  case style(StaticString)
  /// A script of our own, which is not escaped.
  case script(StaticString)

  struct Element: Sendable {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [Markup]
  }

  enum Dialect {
    case html
    /// XML 1.0, which knows no characters but those of its section 2.2.
    case xml
  }

  static let empty = Markup.group([])

  /// An element; what is interpolated in its children is escaped.
  static func tag(
    _ name: String,
    class styleClass: String? = nil,
    with attributes: KeyValuePairs<String, String> = [:],
    _ children: Markup...
  ) -> Markup {
    var all = styleClass.map { [(name: "class", value: $0)] } ?? []
    all += attributes.map { (name: $0.key, value: $0.value) }
    return .element(Element(name: name, attributes: all, children: children))
  }

  /// The text of the tree, ending in a line end.
  func render(as dialect: Dialect) -> String {
    var buffer = TextBuffer(capacity: 1 << 16)
    write(to: &buffer, as: dialect)
    return buffer.text
  }

  fileprivate func write(to buffer: inout TextBuffer, as dialect: Dialect) {
    switch self {
    case .text(let words): Self.write(escaping: words, to: &buffer)
    case .group(let children): for child in children { child.write(to: &buffer, as: dialect) }
    case .style(let rules): buffer.append("<style>\n\(rules)\n</style>\n")
    case .script(let code): buffer.append("<script>\n\(code)\n</script>\n")
    case .element(let element): element.write(to: &buffer, as: dialect)
    }
  }

  /// The text with the five characters that mean something in markup written as references.
  ///
  /// Control characters and marks that turn the direction of writing are made visible.
  static func escaped(_ text: String) -> String {
    var buffer = TextBuffer(capacity: text.utf8.count + 16)
    write(escaping: text, to: &buffer)
    return buffer.text
  }

  fileprivate static func write(escaping text: String, to buffer: inout TextBuffer) {
    var visible = TerminalText.visible(text, keepingLines: true)
    visible.withUTF8 { bytes in
      // Most text means nothing in markup, and stays as it is.
      var start = 0
      func copy(upTo end: Int) {
        buffer.append(utf8: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
      for index in bytes.indices {
        guard let reference = reference(for: bytes, at: index) else { continue }
        copy(upTo: index)
        buffer.append(reference.text)
        start = index + reference.length
      }
      copy(upTo: bytes.count)
    }
  }

  /// What is written for the character at an index, and how many bytes of the text it stands for; nil where it may stay.
  @inline(__always)
  private static func reference(
    for bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): ("&#39;", 1)
    // U+FFFE and U+FFFF.
    case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}

extension Markup.Element {
  /// Elements of HTML that have no content (HTML, section 13.1.2).
  private static let void: Set<String> = ["meta", "br", "col", "link", "img", "input", "hr"]

  /// Elements of HTML that stand in a line of text, around which space would show.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "small", "span", "strong", "td", "th",
    "title", "time",
  ]

  fileprivate func write(to buffer: inout TextBuffer, as dialect: Markup.Dialect) {
    buffer.append(ascii: "<")
    buffer.append(name)
    for attribute in attributes {
      buffer.append(ascii: " ")
      buffer.append(attribute.name)
      buffer.append("=\"")
      Markup.write(escaping: attribute.value, to: &buffer)
      buffer.append(ascii: "\"")
    }
    let isBlock = dialect == .xml || !Self.inline.contains(name)
    switch dialect {
    case .html where Self.void.contains(name):
      buffer.append(">\n")
      return
    case .xml where children.isEmpty:
      buffer.append("/>\n")
      return
    default: buffer.append(ascii: ">")
    }
    if isBlock, let first = Markup.group(children).firstName,
      dialect == .xml || !Self.inline.contains(first)
    {
      buffer.append(ascii: "\n")
    }
    for child in children { child.write(to: &buffer, as: dialect) }
    buffer.append("</")
    buffer.append(name)
    buffer.append(ascii: ">")
    if isBlock { buffer.append(ascii: "\n") }
  }
}

extension Markup {
  /// The name of the element that it begins with; nil when it begins with text or holds nothing.
  fileprivate var firstName: String? {
    switch self {
    case .text: nil
    case .element(let element): element.name
    case .group(let children): children.first { !$0.isEmpty }?.firstName
    case .style: "style"
    case .script: "script"
    }
  }

  private var isEmpty: Bool {
    if case .group(let children) = self { return children.allSatisfy(\.isEmpty) }
    return false
  }
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) {
    self = .text(text)
  }
}

extension Markup: ExpressibleByArrayLiteral {
  init(arrayLiteral children: Markup...) {
    self = .group(children)
  }
}
