/// Writes a tree as the YAML that a person would type.
package struct PlanLayout: Sendable {
  /// What still goes on one line in braces or brackets, in characters; the rest stands below its key.
  package var widest: Int
  /// Where longer texts are folded, in characters.
  package var fold: Int

  package init(widest: Int = 240, fold: Int = 100) {
    self.widest = widest
    self.fold = fold
  }

  /// A document whose top-level sections have empty lines between them.
  package func text(_ tree: PlanTree) -> String {
    guard case .map(let entries) = tree else { return inline(tree, isNested: false) + "\n" }
    var text = ""
    var wasSection = false
    for entry in entries {
      var isSection = true
      if case .scalar = entry.value { isSection = false }
      if !text.isEmpty, isSection || wasSection { text += "\n" }
      write(entry, indent: 0, to: &text)
      wasSection = isSection
    }
    return text
  }

  private func write(_ entry: PlanTree.Entry, indent: Int, to text: inout String) {
    text += spaces(indent) + entry.key + ":"
    if let line = line(entry.value, indent: indent + entry.key.count) {
      text += line.isEmpty ? "\n" : " \(line)\n"
      return
    }
    switch entry.value {
    case .scalar(let words): writeFolded(words, indent: indent + 2, to: &text)
    case .list(let items):
      text += "\n"
      for item in items { write(item: item, indent: indent + 2, to: &text) }
    case .map(let entries):
      text += "\n"
      for entry in entries { write(entry, indent: indent + 2, to: &text) }
    }
  }

  private func write(item: PlanTree, indent: Int, to text: inout String) {
    if let line = line(item, indent: indent) {
      text += "\(spaces(indent))- \(line)\n"
    } else if case .map(let entries) = item {
      var lines = ""
      for entry in entries { write(entry, indent: indent + 2, to: &lines) }
      text += "\(spaces(indent))- \(lines.dropFirst(indent + 2))"
    } else {
      text += "\(spaces(indent))- \(inline(item, isNested: false))\n"
    }
  }

  /// A folded text, `>-` and its lines.
  private func writeFolded(_ words: String, indent: Int, to text: inout String) {
    text += " >-\n"
    var length = 0
    for word in words.split(separator: " ") {
      if length == 0 {
        text += spaces(indent)
        length = indent
      } else if length + 1 + word.count > fold {
        text += "\n" + spaces(indent)
        length = indent
      } else {
        text += " "
        length += 1
      }
      text += word
      length += word.count
    }
    text += "\n"
  }

  /// The value on the line of its key, when it fits there.
  private func line(_ value: PlanTree, indent: Int) -> String? {
    var room = widest
    switch value {
    case .scalar(let words):
      guard words.utf8.count + indent <= max(fold, 60) else { return nil }
    case .list(let items) where !items.allSatisfy(\.isScalar):
      // Items with fields of their own read best below each other.
      room = min(room, 80)
    case .list, .map: break
    }
    return fits(value, &room) ? inline(value, isNested: false) : nil
  }

  private func fits(_ value: PlanTree, _ room: inout Int) -> Bool {
    switch value {
    case .scalar(let words): room -= words.utf8.count + 2
    case .list(let items):
      for item in items where !fits(item, &room) { return false }
    case .map(let entries):
      for entry in entries {
        room -= entry.key.utf8.count + 2
        guard fits(entry.value, &room) else { return false }
      }
    }
    return room >= 0
  }

  private func inline(_ value: PlanTree, isNested: Bool) -> String {
    switch value {
    case .scalar(let words): return scalar(words, isNested: isNested)
    case .list(let items):
      return "[\(items.map { inline($0, isNested: true) }.joined(separator: ", "))]"
    case .map(let entries):
      let fields = entries.map { "\($0.key): \(inline($0.value, isNested: true))" }
      return "{\(fields.joined(separator: ", "))}"
    }
  }

  /// In quotes where YAML would read something else.
  private func scalar(_ words: String, isNested: Bool) -> String {
    if words.isEmpty { return isNested ? "\"\"" : "" }
    if isPlain(words.utf8, isNested: isNested) { return words }
    let escaped = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// YAML 1.2, section 7.3.3: what needs no quotes, somewhat narrower.
  private func isPlain(_ words: String.UTF8View, isNested: Bool) -> Bool {
    var before: UInt8?
    for byte in words {
      switch (before, byte) {
      case (nil, UInt8(ascii: "!")...UInt8(ascii: "-")),
        (nil, UInt8(ascii: ":")...UInt8(ascii: "@")),
        (nil, UInt8(ascii: "[")...UInt8(ascii: "`")), (nil, UInt8(ascii: "{")...UInt8(ascii: "~")):
        return false
      case (_, UInt8(ascii: "\"")), (_, UInt8(ascii: "\\")): return false
      case (UInt8(ascii: ":"), UInt8(ascii: " ")), (UInt8(ascii: " "), UInt8(ascii: "#")):
        return false
      case (_, UInt8(ascii: ",")) where isNested, (_, UInt8(ascii: "[")) where isNested,
        (_, UInt8(ascii: "]")) where isNested, (_, UInt8(ascii: "{")) where isNested,
        (_, UInt8(ascii: "}")) where isNested:
        return false
      default: before = byte
      }
    }
    return before != UInt8(ascii: ":")
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension PlanTree {
  fileprivate var isScalar: Bool {
    if case .scalar = self { true } else { false }
  }
}
