import SourceText
import YAML

/// Reads the fields of one mapping of a pack's file, and notes everything that is wrong with them.
///
/// Each read marks its key as known; `finish` complains about the others, with the nearest known key.
struct FieldReader {
  let node: Node
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  private var known: [String] = []

  /// A reader of a node; `what` it is goes into the complaint when it is no mapping.
  init(_ node: Node, in file: SourceFile, what: String) {
    self.node = node
    self.file = file
    if node.mapping == nil {
      complain("\(what) must be a mapping of keys and values", at: node)
    }
  }

  mutating func complain(_ message: String, at node: Node, help: String? = nil) {
    diagnostics.append(Diagnostic(message, help: help, file: file, range: node.range))
  }

  mutating func add(_ others: [Diagnostic]) {
    diagnostics += others
  }

  mutating func optional(_ key: String) -> Node? {
    known.append(key)
    return node[key]
  }

  mutating func required(_ key: String) -> Node? {
    let value = optional(key)
    if value == nil, node.mapping != nil {
      let end = SourceRange(node.range.start, node.range.start)
      diagnostics.append(Diagnostic("“\(key)” is missing here", file: file, range: end))
    }
    return value
  }

  mutating func string(_ key: String) -> String? {
    optional(key).flatMap { text(of: $0, key) }
  }

  mutating func requiredString(_ key: String) -> String? {
    required(key).flatMap { text(of: $0, key) }
  }

  mutating func expression(_ key: String) -> Rule.Expression? {
    optional(key).flatMap { node in
      text(of: node, key).map { Rule.Expression(text: $0, node: node) }
    }
  }

  mutating func int(_ key: String) -> Int? {
    guard let node = optional(key) else { return nil }
    guard case .int(let value)? = node.resolved else {
      complain("“\(key)” must be a whole number", at: node)
      return nil
    }
    return Int(value)
  }

  mutating func number(_ key: String) -> Double? {
    guard let node = required(key) else { return nil }
    switch node.resolved {
    case .int(let value)?: return Double(value)
    case .float(let value)?: return value
    default:
      complain("“\(key)” must be a number", at: node)
      return nil
    }
  }

  mutating func bool(_ key: String) -> Bool? {
    guard let node = optional(key) else { return nil }
    guard case .bool(let value)? = node.resolved else {
      complain("“\(key)” must be true or false", at: node)
      return nil
    }
    return value
  }

  /// One of an enumeration's words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let node = optional(key), let word = text(of: node, key) else { return nil }
    return choice(word, of: type, at: node)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ word: String,
    of type: Choice.Type,
    at node: Node
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    complain(
      "“\(word)” is none of \(words.joined(separator: ", "))",
      at: node,
      help: nearestName(to: word, among: words).map { "did you mean “\($0)”?" }
    )
    return nil
  }

  mutating func items(_ key: String) -> [Node] {
    guard let node = optional(key) else { return [] }
    guard let items = node.sequence else {
      complain("“\(key)” must be a list", at: node)
      return []
    }
    return items
  }

  /// A text in every language.
  mutating func text(_ key: String, isRequired: Bool = true) -> Rule.Text? {
    guard let node = isRequired ? required(key) : optional(key) else { return nil }
    var languages = FieldReader(node, in: file, what: "“\(key)”")
    defer {
      languages.finish()
      diagnostics += languages.diagnostics
    }
    guard
      let nl = languages.required("nl"), let en = languages.required("en"),
      let dutch = languages.text(of: nl, "nl"), let english = languages.text(of: en, "en")
    else { return nil }
    return Rule.Text(
      nl: Rule.Expression(text: dutch, node: nl),
      en: Rule.Expression(text: english, node: en)
    )
  }

  mutating func localized(_ key: String, isRequired: Bool = true) -> LocalizedText? {
    text(key, isRequired: isRequired)?.plain
  }

  /// Complains about keys that nobody asked for.
  mutating func finish() {
    for entry in node.mapping ?? [] {
      guard let name = entry.key.text else {
        complain("a key must be a text", at: entry.key)
        continue
      }
      guard !known.contains(name) else { continue }
      complain(
        "“\(name)” is not a key here",
        at: entry.key,
        help: nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
          ?? "known here: \(known.sorted().joined(separator: ", "))"
      )
    }
  }

  mutating func text(of node: Node, _ key: String) -> String? {
    guard let text = node.text else {
      complain("“\(key)” must be a text", at: node)
      return nil
    }
    guard !text.isEmpty else {
      complain("“\(key)” is empty", at: node)
      return nil
    }
    return text
  }
}
