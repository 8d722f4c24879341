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
    var text = ""
    write(to: &text, as: dialect)
    return text
  }

  fileprivate func write(to text: inout String, as dialect: Dialect) {
    switch self {
    case .text(let words): text += Self.escaped(words)
    case .group(let children): for child in children { child.write(to: &text, as: dialect) }
    case .style(let rules): text += "<style>\n\(rules)\n</style>\n"
    case .script(let code): text += "<script>\n\(code)\n</script>\n"
    case .element(let element): element.write(to: &text, as: dialect)
    }
  }

  /// The text with the five characters that mean something in markup written as references.
  ///
  /// Control characters and marks that turn the direction of writing are made visible.
  static func escaped(_ text: String) -> String {
    // Most text is plain, and can stay as it is.
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "\n"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result += TerminalText.visible(String(scalar))
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    case 0x20...0x7E: true
    default: false
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

  fileprivate func write(to text: inout String, as dialect: Markup.Dialect) {
    text += "<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\"\(Markup.escaped(attribute.value))\""
    }
    let isBlock = dialect == .xml || !Self.inline.contains(name)
    switch dialect {
    case .html where Self.void.contains(name):
      text += ">\n"
      return
    case .xml where children.isEmpty:
      text += "/>\n"
      return
    default: text += ">"
    }
    if isBlock, let first = Markup.group(children).firstName,
      dialect == .xml || !Self.inline.contains(first)
    {
      text += "\n"
    }
    for child in children { child.write(to: &text, as: dialect) }
    text += "</\(name)>"
    if isBlock { text += "\n" }
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
